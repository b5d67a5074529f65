import type { Identity } from '../identity/identity.ts'
import { IdentityStateError } from '../identity/identity-state.ts'
import { accountStateJson, accountStateSchema, restoreAccount } from './account-state-json.ts'
import { ControlError } from './control-error.ts'
import type { ControlledSandbox, SandboxSettings } from './controlled-sandbox.ts'
import { faultJson, readFault, faultSchema } from './fault-json.ts'
import type { FromSchema, JsonSchema } from './json-schema.ts'

const format = 'adpane-sandbox-state'

const settingsSchema = {
  type: 'object',
  description: 'What the sandbox that reads it must have in common.',
  required: ['seed', 'accounts', 'ads', 'start', 'hasResults'],
  properties: {
    seed: { type: 'integer' },
    accounts: { type: 'integer' },
    ads: { type: 'integer' },
    start: { type: 'string', format: 'date-time' },
    hasResults: { type: 'boolean' },
  },
} as const

const exportedFaultSchema = {
  ...faultSchema,
  properties: { ...faultSchema.properties, seen: { type: 'integer' }, struck: { type: 'integer' } },
} as const

const windowSchema = {
  type: 'object',
  required: ['newest', 'slots'],
  properties: { newest: { type: 'integer' }, slots: { type: 'array', items: { type: 'number' } } },
} as const

const quotasSchema = {
  type: 'object',
  description: 'Counters of the limits.',
  required: ['mode', 'isOverloaded', 'app', 'accounts', 'changes'],
  properties: {
    mode: { type: 'string', enum: ['lenient', 'development', 'standard'] },
    isOverloaded: { type: 'boolean' },
    app: windowSchema,
    accounts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['appId', 'adAccountId', 'score', 'windows'],
        properties: {
          appId: { type: 'string' },
          adAccountId: { type: 'string' },
          score: {
            type: 'object',
            required: ['points', 'atMs', 'blockedUntilMs'],
            properties: { points: { type: 'number' }, atMs: { type: 'number' }, blockedUntilMs: { type: 'number' } },
          },
          windows: { type: 'object', properties: {}, additionalProperties: windowSchema },
        },
      },
    },
    changes: {
      type: 'object',
      properties: {},
      additionalProperties: { type: 'array', items: { type: 'number' } },
    },
  },
} as const

/** Everything that calls have made of a sandbox. Requests, report runs and the bytes of uploaded pictures are not in it. */
export const stateSchema = {
  type: 'object',
  required: ['format', 'settings', 'clock', 'faults', 'accounts', 'quotas', 'identity'],
  properties: {
    format: { type: 'string', enum: [format] },
    settings: settingsSchema,
    clock: {
      type: 'object',
      required: ['now', 'isFrozen'],
      properties: { now: { type: 'string', format: 'date-time' }, isFrozen: { type: 'boolean' } },
    },
    faults: { type: 'array', items: exportedFaultSchema },
    accounts: { type: 'array', items: accountStateSchema },
    quotas: quotasSchema,
    identity: { description: 'People, tokens, permissions and subscriptions.' },
  },
} as const satisfies JsonSchema

export type SandboxStateJson = FromSchema<typeof stateSchema>

export function sandboxStateJson({ state, settings }: Pick<ControlledSandbox, 'state' | 'settings'>): SandboxStateJson {
  const { clock, faults, world, quota, identity } = state
  return structuredClone({
    format,
    settings,
    clock: { now: clock.now().toISOString(), isFrozen: clock.isFrozen },
    faults: faults.rules.map((rule) => faultJson(rule) as SandboxStateJson['faults'][number]),
    accounts: world.changedAccounts().map(accountStateJson),
    quotas: quota.exportState(),
    identity: identity.exportState(),
  })
}

/**
 * Brings a fresh sandbox to an exported state.
 *
 * @throws {ControlError} It was exported from a sandbox with other settings, or contradicts itself.
 */
export function restoreState(fresh: ControlledSandbox['state'], own: SandboxSettings, json: SandboxStateJson): void {
  checkSettings(own, json.settings)
  const { clock, faults, world, quota, identity } = fresh
  clock.set(new Date(json.clock.now))
  if (json.clock.isFrozen) clock.freeze()
  else clock.resume()
  for (const { seen = 0, struck = 0, ...rule } of json.faults) faults.add({ ...readFault(rule), seen, struck })
  for (const [index, account] of json.accounts.entries()) {
    const known = world.account(account.id)
    const field = `accounts[${index}]`
    if (!known) throw new ControlError('invalid_field', `${field}.id is no account of this sandbox.`, `${field}.id`)
    restoreAccount(known, account, field)
  }
  quota.importState(json.quotas)
  restoreIdentity(identity, json.identity)
}

function restoreIdentity(identity: Identity, state: unknown): void {
  try {
    identity.importState(state)
  } catch (error) {
    if (!(error instanceof IdentityStateError)) throw error
    throw new ControlError('invalid_field', error.message, 'identity')
  }
}

// Generated history hangs on these; with others, ids and numbers of the state would mean something else.
function checkSettings(own: SandboxSettings, theirs: SandboxStateJson['settings']): void {
  for (const [name, value] of Object.entries(own)) {
    const their = theirs[name as keyof SandboxSettings]
    if (their === value) continue
    throw new ControlError(
      'conflict',
      `The state is of a sandbox with ${optionNames[name as keyof SandboxSettings]} ${their}; this one has ${value}. ` +
        `Start one with ${startLine(theirs)}.`,
      `settings.${name}`,
    )
  }
}

const optionNames = { seed: '--seed', accounts: '--accounts', ads: '--ads', start: '--now', hasResults: '--results' }

function startLine({ seed, accounts, ads, start, hasResults }: SandboxStateJson['settings']): string {
  const results = hasResults ? ' --results FILE.csv' : ''
  return `--seed ${seed} --accounts ${accounts} --ads ${ads} --now ${start}${results}`
}
