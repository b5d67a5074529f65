import { ControlError } from '../control-error.ts'
import { controlRoute, type ControlRoute } from '../control-route.ts'
import type { ControlledSandbox } from '../controlled-sandbox.ts'
import { restoreState, sandboxStateJson, stateSchema } from '../sandbox-state-json.ts'

const tag = 'State'

const infoSchema = {
  type: 'object',
  required: [
    'seed',
    'accounts',
    'ads',
    'start',
    'hasResults',
    'now',
    'changedAccounts',
    'requests',
    'faults',
    'memoryMb',
  ],
  properties: {
    seed: { type: 'integer' },
    accounts: { type: 'integer' },
    ads: { type: 'integer', description: 'Ads in each generated account.' },
    start: { type: 'string', format: 'date-time' },
    hasResults: { type: 'boolean' },
    now: { type: 'string', format: 'date-time' },
    changedAccounts: { type: 'integer', description: 'Accounts in which calls have changed anything.' },
    requests: { type: 'integer', description: 'Calls since the start.' },
    faults: { type: 'integer', description: 'Rules in force.' },
    memoryMb: { type: 'integer', description: 'Resident memory of the process.' },
  },
} as const

/** The sandbox as a whole: how large it is, what was made of it, back to the start. */
export const stateRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/info',
    summary: 'Tell the size of this sandbox and how it was started',
    tag,
    reply: infoSchema,
    run: ({ sandbox }) => infoJson(sandbox),
  }),
  controlRoute({
    method: 'get',
    path: '/state',
    summary:
      'Export everything that calls have changed; it holds tokens. Requests, report runs and uploaded bytes are not in it',
    tag,
    reply: stateSchema,
    run: ({ sandbox }) => sandboxStateJson(sandbox),
  }),
  controlRoute({
    method: 'post',
    path: '/state',
    summary: 'Import an exported state in place of the present one; seed, scale and start must be the same',
    tag,
    body: stateSchema,
    maxBodyBytes: 256_000_000,
    reply: infoSchema,
    run({ sandbox, body }) {
      try {
        sandbox.restart((fresh) => restoreState(fresh, sandbox.settings, body))
      } catch (error) {
        throw error instanceof ControlError ? error : contradictory(error)
      }
      return infoJson(sandbox)
    },
  }),
  controlRoute({
    method: 'post',
    path: '/reset',
    summary: 'Go back to how the sandbox started, its clock included; the request log is emptied',
    tag,
    reply: infoSchema,
    run({ sandbox }) {
      sandbox.restart()
      sandbox.requests.clear()
      return infoJson(sandbox)
    },
  }),
]

function infoJson({ state, settings, requests }: ControlledSandbox): unknown {
  return {
    ...settings,
    now: state.clock.now().toISOString(),
    changedAccounts: state.world.changedAccounts().length,
    requests: requests.count,
    faults: state.faults.rules.length,
    memoryMb: Math.round(process.memoryUsage.rss() / 1_000_000),
  }
}

function contradictory(cause: unknown): ControlError {
  const reason = cause instanceof Error ? cause.message : 'its parts do not fit together'
  return new ControlError('invalid_body', `The state cannot be imported: ${reason} Nothing has changed.`)
}
