import type { SandboxState } from '../graph/graph-call.ts'
import type { Ad, AdAccount, AdSet } from '../world/objects.ts'
import { notifyStatus } from './change-status.ts'
import { isLive } from './object-limits.ts'

// Creative, targeting, goal and billing are reviewed; bid, budget and schedule are not.
const reviewedOfAdSet = ['targeting', 'optimization_goal', 'billing_event']

/** Sends an ad to review: until it is over, an ad that would deliver is `PENDING_REVIEW`. */
export function startReview(sandbox: SandboxState, account: AdAccount, ad: Ad, nowMs: number, isNew = false): void {
  const endsAtMs = nowMs + sandbox.reviewDurationMs
  ad.review = { ...(isNew ? {} : { startsAtMs: nowMs }), endsAtMs, outcome: 'APPROVED' }
  account.objects().touch(ad)
  if (ad.values.status === 'ACTIVE' && sandbox.reviewDurationMs > 0) {
    notifyStatus(sandbox, account, ad, 'Pending Review')
  }
}

/** Sends the ads of an ad set to review when an edit touched what is reviewed. */
export function reviewAfterEdit(
  sandbox: SandboxState,
  account: AdAccount,
  adSet: AdSet,
  before: Readonly<Record<string, unknown>>,
  nowMs: number,
): void {
  const isTouched = reviewedOfAdSet.some((name) => JSON.stringify(before[name]) !== JSON.stringify(adSet.values[name]))
  if (!isTouched) return
  for (const ad of account.objects().adsOf(adSet).filter(isLive)) startReview(sandbox, account, ad, nowMs)
}
