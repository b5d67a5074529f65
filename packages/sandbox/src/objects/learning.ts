import { sumOfAds } from '../insights/account-spend.ts'
import { localMoment } from '../world/clock.ts'
import type { Measure } from '../world/facts.ts'
import type { AdAccount, AdSet } from '../world/objects.ts'
import { numberOf, recordOf, textOf } from './loose-values.ts'
import { dayMs } from './schedule.ts'

/** Goals that count views rather than results; ad sets with them do not learn. */
const withoutLearning = new Set(['REACH', 'IMPRESSIONS', 'AD_RECALL_LIFT', 'THRUPLAY'])

// Learning lasts until 50 results, at most a week after the last significant edit.
const learningMs = 7 * dayMs
const resultsToLearn = 50

const significant = ['targeting', 'optimization_goal', 'billing_event', 'bid_strategy', 'promoted_object']

/** True when an edit makes an ad set learn anew. */
export function isSignificantEdit(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return significant.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** What an ad set stores when it begins to learn. */
export function learningFrom(nowMs: number): Record<string, unknown> {
  return { last_sig_edit_ts: Math.floor(nowMs / 1000) }
}

/** `learning_stage_info` now: planned ad sets have their stage, those made or edited by a call learn by results. */
export function learningStage(account: AdAccount, adSet: AdSet, now: Date): Record<string, unknown> | undefined {
  const editedAt = numberOf(recordOf(adSet.values['learning_stage_info'])['last_sig_edit_ts'])
  if (editedAt === undefined) return adSet.learning && { status: adSet.learning }
  if (withoutLearning.has(textOf(adSet.values.optimization_goal))) return undefined
  const conversions = resultsSince(account, adSet, editedAt * 1000, now)
  const isOver = now.getTime() - editedAt * 1000 >= learningMs
  const unfinished = isOver ? 'FAIL' : 'LEARNING'
  return {
    status: conversions >= resultsToLearn ? 'SUCCESS' : unfinished,
    conversions,
    last_sig_edit_ts: editedAt,
  }
}

/** Results of an ad set from the day of an instant on. */
function resultsSince(account: AdAccount, adSet: AdSet, sinceMs: number, now: Date): number {
  const { today: since } = localMoment(new Date(sinceMs), account.timezone)
  const { today: until } = localMoment(now, account.timezone)
  return sumOfAds(account, account.objects().adsOf(adSet), measureOf(adSet), { since, until }, now)
}

function measureOf({ values }: AdSet): Measure {
  const isLead = recordOf(values['promoted_object'])['custom_event_type'] === 'LEAD'
  switch (values.optimization_goal) {
    case 'OFFSITE_CONVERSIONS':
      return isLead ? 'leads' : 'purchases'
    case 'VALUE':
      return 'purchases'
    case 'LEAD_GENERATION':
    case 'QUALITY_LEAD':
      return 'leads'
    case 'LANDING_PAGE_VIEWS':
      return 'landingPageViews'
    case 'POST_ENGAGEMENT':
      return 'reactions'
    default:
      return 'linkClicks'
  }
}
