import { createAsyncRequests } from './batch/async-requests.ts'
import { createFaults, type FaultRules } from './control/faults.ts'
import type { SandboxState } from './graph/graph-call.ts'
import { perform } from './graph/perform.ts'
import { createRowCache } from './http/row-cache.ts'
import { createIdentity } from './identity/create-identity.ts'
import type { Identity } from './identity/identity.ts'
import { createWebhooks } from './identity/create-webhooks.ts'
import { createReportRuns } from './insights/report-runs.ts'
import { createQuota } from './quota/create-quota.ts'
import type { ResolvedOptions } from './sandbox-options.ts'
import type { SandboxClock } from './world/clock.ts'
import { createStudies } from './studies/studies.ts'
import type { World } from './world/create-world.ts'
import { seedOf } from './world/random.ts'

// Meta's own reviews take minutes to a day; half an hour of the virtual clock keeps a state worth seeing.
const reviewDurationMs = 30 * 60_000

/** Assembles the parts of one sandbox around its world. */
export function createState(
  world: World,
  clock: SandboxClock,
  options: ResolvedOptions,
): SandboxState & { faults: FaultRules } {
  let traces = 0
  const identity = identityOf(world, clock, options)
  const state: SandboxState & { faults: FaultRules } = {
    world,
    clock,
    identity,
    runs: createReportRuns(options.reportDurationMs, clock),
    studies: createStudies(),
    quota: createQuota({ mode: options.tier }),
    faults: createFaults({ seed: options.seed, accountOf: (id) => world.accountOfObject(id)?.id }),
    webhooks: createWebhooks(identity, clock),
    rowCache: createRowCache(),
    nextTraceId: () => traceId(++traces),
    reportMistake: (error) => {
      process.stderr.write(
        `The sandbox made a mistake: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      )
    },
    asyncRequests: createAsyncRequests({
      clock,
      durationMs: options.reportDurationMs,
      perform: (request) => perform(request, state),
      nextTraceId: () => state.nextTraceId(),
      reportMistake: (error) => state.reportMistake(error),
    }),
    batchTimeoutMs: options.batchTimeoutMs,
    reviewDurationMs,
  }
  return state
}

function identityOf(world: World, clock: SandboxClock, options: ResolvedOptions): Identity {
  const { seed, tier, isProofRequired, redirectUris, deauthorizeUrl, dataDeletionUrl } = options
  return createIdentity({
    world,
    seed,
    now: clock.now(),
    tier: tier === 'development' ? 'development_access' : 'standard_access',
    requireAppSecretProof: isProofRequired,
    redirectUris,
    callbacks: {
      ...(deauthorizeUrl === undefined ? {} : { deauthorizeUrl }),
      ...(dataDeletionUrl === undefined ? {} : { dataDeletionUrl }),
    },
  })
}

function traceId(call: number): string {
  return `A${Buffer.from(`${seedOf('trace', call)}${call}`)
    .toString('base64url')
    .slice(0, 20)}`
}
