import type { MetricValue } from '@adpane/contract'
import Big from 'big.js'

/** A row's place in an order: by number where there is one, else by text. */
export interface SortKey {
  id: string
  day?: string | undefined
  value: MetricValue
}

/** Orders rows by a text. */
export function textOrder(direction: 1 | -1): (left: SortKey, right: SortKey) => number {
  return (left, right) => direction * collator.compare(String(left.value), String(right.value)) || tie(left, right)
}

/** Orders rows by a number. Unknown values come last either way; ties keep a fixed order. */
export function numberOrder(direction: 1 | -1): (left: SortKey, right: SortKey) => number {
  return (left, right) => {
    if (left.value === null || right.value === null)
      return Number(left.value === null) - Number(right.value === null) || tie(left, right)
    return direction * Big(left.value).cmp(right.value) || tie(left, right)
  }
}

const collator = new Intl.Collator('en', { numeric: true })

function tie(left: SortKey, right: SortKey): number {
  return (left.day ?? '').localeCompare(right.day ?? '') || collator.compare(left.id, right.id)
}
