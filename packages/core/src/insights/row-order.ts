import type Big from 'big.js'

/** A row's place in an order. Numbers are read once a row, not once a comparison. */
export interface SortKey<Value> {
  id: string
  day?: string | undefined
  value: Value
}

/** Orders rows by a text. */
export function textOrder(direction: 1 | -1): (left: SortKey<string>, right: SortKey<string>) => number {
  return (left, right) => direction * collator.compare(left.value, right.value) || tie(left, right)
}

/** Orders rows by a number. Unknown values come last either way; ties keep a fixed order. */
export function numberOrder(direction: 1 | -1): (left: SortKey<Big | null>, right: SortKey<Big | null>) => number {
  return (left, right) => {
    if (left.value === null || right.value === null)
      return Number(left.value === null) - Number(right.value === null) || tie(left, right)
    return direction * left.value.cmp(right.value) || tie(left, right)
  }
}

const collator = new Intl.Collator('en', { numeric: true })

function tie(left: SortKey<unknown>, right: SortKey<unknown>): number {
  return (left.day ?? '').localeCompare(right.day ?? '') || collator.compare(left.id, right.id)
}
