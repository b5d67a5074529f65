import type { AdSet } from '../world/objects.ts'
import { numberOf, recordOf, textOf } from './loose-values.ts'
import { dayMs } from './schedule.ts'

/** Goals that count views rather than results; ad sets with them do not learn. */
const withoutLearning = new Set(['REACH', 'IMPRESSIONS', 'AD_RECALL_LIFT', 'THRUPLAY'])

// Learning lasts until 50 results, at most a week after the last significant edit.
const learningMs = 7 * dayMs

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

/** `learning_stage_info` now: planned ad sets have their stage, those made or edited by a call learn for a week. */
export function learningStage({ learning, values }: AdSet, nowMs: number): Record<string, unknown> | undefined {
  const editedAt = numberOf(recordOf(values['learning_stage_info'])['last_sig_edit_ts'])
  if (editedAt === undefined) return learning && { status: learning }
  if (withoutLearning.has(textOf(values.optimization_goal))) return undefined
  // An ad set that delivered nothing has no results to learn from.
  const status = nowMs - editedAt * 1000 < learningMs ? 'LEARNING' : 'FAIL'
  return { status, conversions: 0, last_sig_edit_ts: editedAt }
}
