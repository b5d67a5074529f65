import { activeParts } from '../world/delivered-share.ts'
import { dayShareAt } from '../world/clock.ts'
import type { AdAccount } from '../world/objects.ts'
import type { AdDay } from './ad-days.ts'
import type { CellFamily } from './cell-family.ts'
import { cellsFrom, type WeightedCell } from './weighted-cells.ts'

/** The hour of delivery, by the advertiser's clock or by the viewer's. */
export const hourFamilies: readonly CellFamily[] = [
  hourFamily('hourly_stats_aggregated_by_advertiser_time_zone'),
  hourFamily('hourly_stats_aggregated_by_audience_time_zone'),
  hourFamily('impression_view_time_advertiser_hour_v2'),
]

/**
 * @param day - The moment's day and how much of it has passed; hours to come have no cell that counts.
 */
function hourFamily(column: string): CellFamily {
  const list: readonly WeightedCell[] = Array.from({ length: 24 }, (_, hour) => ({
    values: { [column]: hourRange(hour) },
    weight: dayShareAt((hour + 1) * 60) - dayShareAt(hour * 60),
  }))
  return {
    name: column,
    columns: [column],
    cellsOf(_ad, account, adSeed) {
      const cells = cellsFrom(list, adSeed, 0.2)
      const open = new Float64Array(24)
      return { ...cells, weightsOn: (adDay) => openHours(open, cells.weights, adDay, account) }
    },
  }
}

/** `14:00:00 - 14:59:59` */
function hourRange(hour: number): string {
  const text = String(hour).padStart(2, '0')
  return `${text}:00:00 - ${text}:59:59`
}

/** The weights of the hours in which the ad has delivered on a day. */
function openHours(open: Float64Array, weights: Float64Array, adDay: AdDay, account: AdAccount): Float64Array {
  const { activity, day, passedMinutes, untilMs } = adDay
  if (!activity && passedMinutes === 1440) return weights
  open.fill(0)
  const parts = activity ? activeParts(activity, day, account.timezone, untilMs) : [{ from: 0, to: passedMinutes }]
  for (const { from, to } of parts) {
    for (let hour = Math.floor(from / 60); hour < 24 && hour * 60 < to; hour++) {
      const overlap = Math.min(to, hour * 60 + 60) - Math.max(from, hour * 60)
      open[hour] = (open[hour] ?? 0) + ((weights[hour] ?? 0) * overlap) / 60
    }
  }
  return open
}
