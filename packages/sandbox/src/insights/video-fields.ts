import { spendOf, sumOf, type ActionStat } from './actions.ts'
import { derivedSum } from './derived-sum.ts'
import type { InsightsRow } from './insights-row.ts'
import { counted, single } from './list-fields.ts'
import type { DerivedMeasure } from './measure-layout.ts'
import { known } from './metric-fields.ts'
import { ratio } from './numbers.ts'

/** Fields about watching; all are lists with the one type `video_view`. */
export const videoFields: Readonly<Record<string, (row: InsightsRow) => unknown>> = {
  video_play_actions: views(plays),
  video_continuous_2_sec_watched_actions: views(shortViews),
  unique_video_continuous_2_sec_watched_actions: views((row) => Math.ceil(shortViews(row) * 0.86)),
  video_thruplay_watched_actions: known(['thruplays'], (row) => counted(row, 'video_view', sumOf(row, 'thruplays'))),
  video_15_sec_watched_actions: views(derived('views15s')),
  unique_video_view_15_sec: views((row) => Math.ceil(derivedSum(row, 'views15s') * 0.9)),
  video_30_sec_watched_actions: views(derived('views30s')),
  video_p25_watched_actions: views(derived('quarterViews')),
  video_p50_watched_actions: views(derived('halfViews')),
  video_p75_watched_actions: views(derived('threeQuarterViews')),
  video_p95_watched_actions: views(derived('nearFullViews')),
  video_p100_watched_actions: views(derived('fullVideoViews')),
  video_time_watched_actions: views(derived('watchSeconds')),
  video_avg_time_watched_actions: known(['videoViews'], (row) => counted(row, 'video_view', averageSeconds(row))),
  video_view_per_impression: known(['videoViews'], (row) =>
    single(row, 'video_view', ratio(sumOf(row, 'videoViews'), sumOf(row, 'impressions'))),
  ),
  cost_per_thruplay: known(['thruplays'], (row) =>
    single(row, 'video_view', ratio(spendOf(row), sumOf(row, 'thruplays'))),
  ),
  cost_per_15_sec_video_view: costs(derived('views15s')),
  cost_per_2_sec_continuous_video_view: costs(shortViews),
  video_play_curve_actions: curve(0, 22),
  video_play_retention_graph_actions: curve(0, 22),
  video_play_retention_0_to_15s_actions: curve(0, 15),
  video_play_retention_20_to_60s_actions: curve(16, 22),
}

type Count = (row: InsightsRow) => number

function derived(name: DerivedMeasure): Count {
  return (row) => derivedSum(row, name)
}

function plays(row: InsightsRow): number {
  return sumOf(row, 'videoViews') + derivedSum(row, 'playsBeyond')
}

function shortViews(row: InsightsRow): number {
  return sumOf(row, 'videoViews') + derivedSum(row, 'shortViewsBeyond')
}

function averageSeconds(row: InsightsRow): number {
  const started = plays(row)
  return started === 0 ? 0 : Math.round(derivedSum(row, 'watchSeconds') / started)
}

function views(count: Count): (row: InsightsRow) => ActionStat[] | undefined {
  return known(['videoViews'], (row) => counted(row, 'video_view', count(row)))
}

function costs(count: Count): (row: InsightsRow) => ActionStat[] | undefined {
  return known(['videoViews'], (row) => single(row, 'video_view', ratio(spendOf(row), count(row))))
}

/**
 * The share of plays that reach a moment, in percent, in Meta's 22 buckets: seconds 0 to 14, then [15,20) [20,25)
 * [25,30) [30,40) [40,50) [50,60) and over 60.
 */
function curve(first: number, end: number): (row: InsightsRow) => unknown {
  return known(['videoViews'], (row) => {
    if (plays(row) === 0) return undefined
    return [{ action_type: 'video_view', value: retention(row).slice(first, end) }]
  })
}

const bucketSeconds = [...Array.from({ length: 15 }, (_, second) => second), 17, 22, 27, 35, 45, 55, 60]

function retention(row: InsightsRow): number[] {
  const all = plays(row)
  const at3 = sumOf(row, 'videoViews') / all
  const at15 = Math.max(1e-4, derivedSum(row, 'views15s') / all)
  const at30 = Math.min(at15, derivedSum(row, 'views30s') / all)
  let last = 100
  return bucketSeconds.map((second) => {
    const share =
      second <= 3
        ? at3 ** (second / 3)
        : second <= 15
          ? at3 * (at15 / at3) ** ((second - 3) / 12)
          : at15 * (at30 / at15) ** ((second - 15) / 15)
    last = Math.min(last, Math.round(100 * (Number.isFinite(share) ? share : 0)))
    return last
  })
}
