import type { LocalMoment } from '../world/clock.ts'
import { at, measureCount, type FactBlock } from '../world/facts.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import type { Period } from './periods.ts'

/** Exact sums of facts, and what is needed to count the people behind them. */
export interface Totals {
  sums: Float64Array
  /** Impressions, clicks and link clicks per ad set id and demographic cell. */
  seen: Map<string, Float64Array>
  clicked: Map<string, Float64Array>
  followed: Map<string, Float64Array>
}

/**
 * Sums the facts of ads over a period, one result per group of demographic cells.
 *
 * Days after today hold nothing; of today only the delivered share is counted.
 *
 * @param groupOfCell - Which result each demographic cell belongs to.
 */
export function aggregate(
  account: AdAccount,
  ads: readonly Ad[],
  period: Period,
  groupOfCell: readonly number[],
  moment: LocalMoment,
): Totals[] {
  const groups = Array.from({ length: Math.max(...groupOfCell) + 1 }, emptyTotals)
  const facts = account.facts()
  const until = Math.min(period.until, moment.today)
  for (const ad of ads) {
    for (const block of facts.blocks(ad, period.since, until)) {
      addBlock(groups, groupOfCell, ad, block, period.since, until, moment)
    }
  }
  return groups
}

function emptyTotals(): Totals {
  return { sums: new Float64Array(measureCount), seen: new Map(), clicked: new Map(), followed: new Map() }
}

function addBlock(
  groups: readonly Totals[],
  groupOfCell: readonly number[],
  ad: Ad,
  block: FactBlock,
  since: number,
  until: number,
  moment: LocalMoment,
): void {
  const first = Math.max(since, block.firstDay)
  const last = Math.min(until, block.firstDay + block.days - 1)
  for (const [cell, group] of groupOfCell.entries()) {
    const totals = groups[group]
    if (!totals) continue
    const before = peopleEvents(totals.sums)
    for (let day = first; day <= last; day++) {
      const offset = ((day - block.firstDay) * groupOfCell.length + cell) * measureCount
      if (day === moment.today) addPartialDay(totals.sums, block.values, offset, moment.delivered)
      else addDay(totals.sums, block.values, offset)
    }
    const after = peopleEvents(totals.sums)
    addEvents(totals.seen, ad, cell, groupOfCell.length, after[0] - before[0])
    addEvents(totals.clicked, ad, cell, groupOfCell.length, after[1] - before[1])
    addEvents(totals.followed, ad, cell, groupOfCell.length, after[2] - before[2])
  }
}

function peopleEvents(sums: Float64Array): [number, number, number] {
  return [sums[at.impressions] ?? 0, sums[at.clicks] ?? 0, sums[at.linkClicks] ?? 0]
}

function addDay(sums: Float64Array, values: FactBlock['values'], offset: number): void {
  for (let measure = 0; measure < measureCount; measure++) {
    sums[measure] = (sums[measure] ?? 0) + (values[offset + measure] ?? 0)
  }
}

function addPartialDay(sums: Float64Array, values: FactBlock['values'], offset: number, delivered: number): void {
  const whole = (measure: number) => values[offset + measure] ?? 0
  for (let measure = 0; measure < measureCount; measure++) {
    // Value follows the purchases already counted, so that no order has half its price.
    const share = measure === at.purchaseValue ? purchasedShare(whole(at.purchases), delivered) : delivered
    sums[measure] = (sums[measure] ?? 0) + Math.floor(whole(measure) * share)
  }
}

function purchasedShare(purchases: number, delivered: number): number {
  return purchases === 0 ? 0 : Math.floor(purchases * delivered) / purchases
}

function addEvents(events: Map<string, Float64Array>, ad: Ad, cell: number, cells: number, count: number): void {
  if (count === 0) return
  const own = events.get(ad.adSet.id) ?? new Float64Array(cells)
  own[cell] = (own[cell] ?? 0) + count
  events.set(ad.adSet.id, own)
}
