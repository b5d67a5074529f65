import { createFaults, type FaultRules } from './control/faults.ts'
import { createAccess } from './graph/access.ts'
import type { SandboxState } from './graph/graph-call.ts'
import { createRowCache } from './http/row-cache.ts'
import { createReportRuns } from './insights/report-runs.ts'
import { createQuota } from './quota/create-quota.ts'
import type { ResolvedOptions } from './sandbox-options.ts'
import type { SandboxClock } from './world/clock.ts'
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
  return {
    world,
    clock,
    identity: createAccess(world, options.seed),
    runs: createReportRuns(options.reportDurationMs),
    quota: createQuota(),
    faults: createFaults({ seed: options.seed, accountOf: (id) => world.accountOfObject(id)?.id }),
    webhooks: { notify: () => undefined },
    rowCache: createRowCache(),
    nextTraceId: () => traceId(++traces),
    reviewDurationMs,
  }
}

function traceId(call: number): string {
  return `A${Buffer.from(`${seedOf('trace', call)}${call}`)
    .toString('base64url')
    .slice(0, 20)}`
}
