import type { AccountCall } from '../assets/account-call.ts'
import { invalidParam } from '../graph/graph-error.ts'
import { recordOf } from '../objects/loose-values.ts'
import { wireTime } from '../objects/wire-time.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { AdAccount, AdSet } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'

/** `GET act_…/recommendations`; the list is empty when nothing can be improved. */
export function listRecommendations({ node, now, origin }: AccountCall): unknown {
  const { account } = node
  const adSets = improvable(account, now)
  if (adSets.length === 0) return { data: [] }
  const recommendation = {
    recommendation_signature: signatureOf(account),
    type: 'ADVANTAGE_PLUS_AUDIENCE',
    object_ids: adSets.map(({ id }) => id),
    recommendation_stage: 'mid_flight_recommendation',
    recommendation_time: wireTime(now.getTime(), 'UTC'),
    recommendation_content: {
      lift_estimate: 'Up to 7% lower cost per result',
      body: 'Let your ads find more people with Advantage+ audience.',
      opportunity_score_lift: String(liftOf(adSets)),
    },
    url: `${origin}/`,
  }
  return { data: [{ recommendations: [recommendation] }] }
}

/**
 * `POST act_…/recommendations`: applies one to all of its objects, or to those that `object_selection` names.
 *
 * @throws {GraphError} 100 for a signature that is not, or no longer, one of the account's.
 */
export function applyRecommendation({ node, input, now }: AccountCall): unknown {
  const { account } = node
  const signature = String(input.recommendation_signature).replaceAll('"', '')
  const adSets = improvable(account, now)
  if (signature !== signatureOf(account) || adSets.length === 0) {
    throw invalidParam('The recommendation signature is not valid or has expired.')
  }
  const selection = selectedIds(input.extra_data)
  const foreign = selection?.find((id) => !adSets.some((adSet) => adSet.id === id))
  if (foreign !== undefined) throw invalidParam(`Object ${foreign} is not part of this recommendation.`)
  for (const adSet of adSets) {
    if (selection && !selection.includes(adSet.id)) continue
    adSet.values.targeting = { ...recordOf(adSet.values.targeting), targeting_automation: { advantage_audience: 1 } }
    adSet.values.updated_time = wireTime(now.getTime(), account.timezone)
    account.objects().touch(adSet)
  }
  return { success: true }
}

/** `opportunity_score` of an account: 100 less what its recommendations would bring. */
export function opportunityScore(account: AdAccount, now: Date): number {
  return 100 - liftOf(improvable(account, now))
}

// Ad sets that run without Advantage+ audience although their ages allow it.
function improvable(account: AdAccount, now: Date): readonly AdSet[] {
  return account
    .objects()
    .all('AdSet')
    .filter((adSet) => {
      const { targeting_automation: automation, age_min: min, age_max: max } = recordOf(adSet.values.targeting)
      const isActive = effectiveStatus(adSet, now.getTime()) === 'ACTIVE'
      return (
        isActive && recordOf(automation).advantage_audience !== 1 && Number(min ?? 18) <= 25 && Number(max ?? 65) >= 65
      )
    })
}

function liftOf(adSets: readonly AdSet[]): number {
  return Math.min(40, adSets.length * 4)
}

function signatureOf(account: AdAccount): string {
  return String(8_800_000_000 + seedOf(account.id, 'ADVANTAGE_PLUS_AUDIENCE'))
}

/** A list in the older shapes, words between commas in `extra_data`. */
function selectedIds(extra: unknown): string[] | undefined {
  const { object_selection: selection } = recordOf(extra)
  if (Array.isArray(selection)) return selection.map(String)
  return typeof selection === 'string' && selection !== '' ? selection.split(',').map((id) => id.trim()) : undefined
}
