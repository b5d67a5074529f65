import { rateCodes } from './check-fault.ts'
import { ControlError } from './control-error.ts'
import type { Fault, FaultDraft, FaultKind, FaultRule } from './faults.ts'
import type { FromSchema } from './json-schema.ts'

/** A rule on the wire: the fault's own settings stand beside its kind. */
export const faultSchema = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: {
      type: 'string',
      enum: [
        'throttle',
        'server_error',
        'html',
        'empty',
        'reset',
        'slow',
        'truncated',
        'ok_with_error',
        'null_entry',
        'reply_lost',
        'expired_token',
      ],
    },
    id: {
      type: 'string',
      pattern: '^[\\w.-]{1,60}$',
      description: '1–60 letters, digits, dots, dashes; replaces a rule of that name',
    },
    match: {
      type: 'object',
      description: 'Which calls; what is left out does not matter.',
      properties: {
        method: { type: 'string', enum: ['GET', 'POST', 'DELETE'] },
        path: {
          type: 'string',
          maxLength: 200,
          description:
            'Path after the version, `*` for any text within a part: `act_*/insights`. A lone `*` is every path.',
        },
        edge: { type: 'string', maxLength: 60, description: 'Second part of the path: `insights`.' },
        account: { type: 'string', pattern: '^act_\\d{1,20}$', description: 'an ad account id such as act_123' },
        isBatchItem: { type: 'boolean', description: 'Only calls inside a batch, or only those outside.' },
      },
    },
    rate: { type: 'number', minimum: 0, maximum: 1, description: 'Share of the matching calls. Default 1.' },
    count: {
      type: 'integer',
      minimum: 1,
      maximum: 1_000_000,
      description: 'Strikes until the rule is gone. Default: no end.',
    },
    after: {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000,
      description: 'Matching calls that pass first. Default 0.',
    },
    code: { type: 'integer', enum: rateCodes, description: 'Of `throttle`. Default 17.' },
    subcode: { type: 'integer', minimum: 1, maximum: 99_999_999, description: 'Of `throttle`.' },
    status: {
      type: 'integer',
      enum: [500, 502, 503, 504],
      description: 'Of `server_error` (default 500), `html` (502) and `empty` (500).',
    },
    delayMs: {
      type: 'integer',
      minimum: 1,
      maximum: 600_000,
      description: 'Of `slow`: real milliseconds. Default 5000.',
    },
    isDribbled: { type: 'boolean', description: 'Of `slow`: the reply trickles in instead of waiting. Default false.' },
  },
} as const

export type FaultJson = FromSchema<typeof faultSchema>

/** @throws {ControlError} A setting that this kind of fault does not have. */
export function readFault({ kind, code, subcode, status, delayMs, isDribbled, ...rule }: FaultJson): FaultDraft {
  const settings = { code, subcode, status, delayMs, isDribbled }
  const known: readonly string[] = settingsOf[kind] ?? []
  const foreign = Object.entries(settings).find(([name, value]) => value !== undefined && !known.includes(name))?.[0]
  if (foreign !== undefined) {
    const owners = Object.entries(settingsOf).flatMap(([owner, names]) => (names.includes(foreign) ? [owner] : []))
    throw new ControlError('invalid_field', `${foreign} is a setting of ${owners.join(', ')}, not of ${kind}.`, foreign)
  }
  return { ...rule, fault: faultOf({ kind, ...settings }) }
}

/** What the control API shows and exports of a rule. */
export function faultJson({ fault, id, match, rate, count, after, seen, struck }: FaultRule): Record<string, unknown> {
  return { id, ...fault, match, rate, ...(count === undefined ? {} : { count }), after, seen, struck }
}

const settingsOf: Readonly<Partial<Record<FaultKind, readonly string[]>>> = {
  throttle: ['code', 'subcode'],
  server_error: ['status'],
  html: ['status'],
  empty: ['status'],
  slow: ['delayMs', 'isDribbled'],
}

interface Settings {
  kind: FaultKind
  code: number | undefined
  subcode: number | undefined
  status: number | undefined
  delayMs: number | undefined
  isDribbled: boolean | undefined
}

function faultOf({ kind, code = 17, subcode, status, delayMs = 5000, isDribbled = false }: Settings): Fault {
  switch (kind) {
    case 'throttle':
      return { kind, code, ...(subcode === undefined ? {} : { subcode }) }
    case 'html':
      return { kind, status: status ?? 502 }
    case 'server_error':
    case 'empty':
      return { kind, status: status ?? 500 }
    case 'slow':
      return { kind, delayMs, isDribbled }
    case 'reset':
    case 'truncated':
    case 'ok_with_error':
    case 'null_entry':
    case 'reply_lost':
    case 'expired_token':
      return { kind }
  }
}
