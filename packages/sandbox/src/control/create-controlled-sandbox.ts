import { createState } from '../create-state.ts'
import { createRequestLog } from '../http/request-log.ts'
import type { WorldPlan } from '../plan-world.ts'
import type { ResolvedOptions } from '../sandbox-options.ts'
import { createClock } from '../world/clock.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'

/** Everything of a sandbox but its server. */
export function createControlledSandbox({ start, make }: WorldPlan, options: ResolvedOptions): ControlledSandbox {
  const { seed, accounts, ads, results } = options
  const freshState = () => {
    const fresh = createState(make(), createClock(start, options.isClockFrozen), options)
    fresh.clock.onMove(() => void fresh.webhooks.sendDue())
    return fresh
  }
  const state = freshState()
  return {
    state,
    requests: createRequestLog(),
    settings: { seed, accounts, ads, start: start.toISOString(), hasResults: results !== undefined },
    restart(prepare) {
      const fresh = freshState()
      prepare?.(fresh)
      state.webhooks.close()
      // One object throughout: whoever holds it, holds the new parts.
      Object.assign(state, fresh)
    },
  }
}
