import type { CallOutcome } from './call-outcome.ts'
import type { GovernedCall, Governor, Permit } from './governor.ts'

/** A background read of one account by one tenant, for tests. */
export function aCall(changes: Partial<GovernedCall> = {}): GovernedCall {
  return {
    appId: '1',
    tenantId: 'fieldnote',
    adAccountId: 'act_1',
    useCase: 'ads_management',
    kind: 'read',
    calls: 1,
    lane: 'background',
    ...changes,
  }
}

/** Meta answered; of an app with `percent` of its hour used, in the tier given. */
export function fine(percent = 0, tier = 'standard_access'): CallOutcome {
  return {
    status: 200,
    usage: { app: { call_count: percent }, adAccount: { acc_id_util_pct: 0, ads_api_access_tier: tier } },
  }
}

/** Takes permits until one is refused; settles none. Answers the permits and the refusal's wait. */
export async function takeAll(
  governor: Governor,
  call: GovernedCall,
  atMost = 100_000,
): Promise<{ permits: Permit[]; retryAfterMs: number | undefined }> {
  const permits: Permit[] = []
  while (permits.length < atMost) {
    const permit = await governor.admit(call).catch((error: unknown) => error as { retryAfterMs?: number })
    if (!('settle' in permit)) return { permits, retryAfterMs: permit.retryAfterMs }
    permits.push(permit)
  }
  return { permits, retryAfterMs: undefined }
}
