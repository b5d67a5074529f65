import type { InsightsParams } from './insights-params.ts'
import type { Filtering, ReadOptions } from './read-options.ts'

const actionFields = /action|conversion|roas|result/

/** Meta's parameters for an insights question, the same for a sync read and an async report. */
export function insightsRequest(params: InsightsParams, options: ReadOptions): Record<string, unknown> {
  const { level, timeRange, timeIncrement = 'all_days', breakdowns = [], sort } = params
  const filtering = [...(params.filtering ?? []), ...(options.filtering ?? []), ...statusFilter(level, options)]
  const asksActions = params.fields.some((field) => actionFields.test(field))
  return {
    level,
    time_range: timeRange,
    time_increment: timeIncrement,
    // What Ads Manager shows, said aloud: Meta's own defaults have moved before.
    use_unified_attribution_setting: true,
    ...(asksActions && { action_report_time: 'mixed' }),
    ...(asksActions && { action_breakdowns: params.actionBreakdowns ?? ['action_type'] }),
    ...(params.actionAttributionWindows && { action_attribution_windows: params.actionAttributionWindows }),
    ...(breakdowns.length > 0 && { breakdowns: breakdowns.join(',') }),
    ...(filtering.length > 0 && { filtering }),
    ...(sort !== undefined && { sort: [sort] }),
  }
}

function statusFilter(level: InsightsParams['level'], { effectiveStatus }: ReadOptions): Filtering[] {
  if (effectiveStatus === undefined || level === 'account') return []
  return [{ field: `${level}.effective_status`, operator: 'IN', value: effectiveStatus }]
}
