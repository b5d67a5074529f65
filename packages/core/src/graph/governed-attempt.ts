import type { CallOutcome } from '../governor/call-outcome.ts'
import type { GovernedCall, Governor, Lane, Permit } from '../governor/governor.ts'
import type { AccountMemory } from './account-memory.ts'
import { callTarget, callTargets, targetKey } from './call-targets.ts'
import { findRefusalRule } from './error-table.ts'
import type { AttemptEntry } from './graph-attempt.ts'
import type { GraphRequest } from './wire.ts'

/** For whom calls are made. */
export interface Caller {
  tenantId: string
  lane: Lane
}

/** Leave for one HTTP call, to be told how the call ended. */
export interface GovernedAttempt {
  settle(outcome: CallOutcome, entries?: readonly AttemptEntry[]): void
}

const ungoverned: GovernedAttempt = { settle: () => {} }

/**
 * Asks the governor for one HTTP call, with all it counts as.
 *
 * @throws {AdsError} Not now; nothing was taken.
 */
export async function governedAttempt(
  governor: Governor | undefined,
  accounts: AccountMemory,
  caller: Caller & { appId: string },
  request: GraphRequest,
): Promise<GovernedAttempt> {
  if (governor === undefined) return ungoverned
  const accountOf = (nodeId: string) => accounts.accountOf(nodeId)
  const permits = new Map<string, Permit>()
  const { signal } = request
  for (const target of callTargets(request, accountOf)) {
    try {
      permits.set(
        targetKey(target),
        await governor.admit({ ...caller, ...target, alongside: permits.values(), signal }),
      )
    } catch (error) {
      for (const permit of permits.values()) permit.settle({ usage: {}, isUnsent: true })
      throw error
    }
  }
  return {
    settle: (outcome, entries = []) => {
      const own = ownOutcomes(entries, accountOf)
      for (const [key, permit] of permits) permit.settle(own.get(key)?.outcome ?? outcome)
      // What an entry says that was counted elsewhere, since its account was unknown before.
      for (const [key, { call, outcome: late }] of own) {
        if (!permits.has(key)) governor.observe({ ...caller, ...call }, late)
      }
    },
  }
}

type Target = Pick<GovernedCall, 'adAccountId' | 'useCase' | 'kind' | 'calls'>

/** Of each target's entries the one to learn from: a refusal for its quota, else the last. */
function ownOutcomes(
  entries: readonly AttemptEntry[],
  accountOf: (nodeId: string) => string | undefined,
): Map<string, { call: Target; outcome: CallOutcome }> {
  const outcomes = new Map<string, { call: Target; outcome: CallOutcome }>()
  for (const { method, path, status, code, subcode, usage } of entries) {
    const call = callTarget({ method: method === 'GET' ? 'GET' : 'POST', path }, 1, accountOf)
    const key = targetKey(call)
    if (isForQuota(outcomes.get(key)?.outcome)) continue
    const refusal = { ...(code !== undefined && { code }), ...(subcode !== undefined && { subcode }) }
    outcomes.set(key, { call, outcome: { status, usage, ...refusal } })
  }
  return outcomes
}

function isForQuota({ code, subcode }: Pick<CallOutcome, 'code' | 'subcode'> = {}): boolean {
  return findRefusalRule(code, subcode, '')?.kind === 'rate_limited'
}
