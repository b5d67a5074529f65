import type { MetricValue } from '@adpane/contract'

/**
 * How a number changed against an earlier range.
 *
 * - `change`: `fraction` is 0.129 for +12.9 %.
 * - `new`: there was nothing to compare with, so no percentage is honest.
 */
export type Change = { kind: 'change'; fraction: number } | { kind: 'new' }

/**
 * Compares a number with the same number of an earlier range.
 *
 * @param earlier - `undefined` when the object had no row in the earlier range.
 * @returns `undefined` where there is nothing to say: the number is unknown, or nothing stayed nothing.
 */
export function changeBetween(now: MetricValue | undefined, earlier: MetricValue | undefined): Change | undefined {
  const [current, before] = [toNumber(now), toNumber(earlier)]
  if (current === undefined) return undefined
  if (before === undefined || before === 0) return current === 0 ? undefined : { kind: 'new' }
  // A percentage is rounded to one place, far above what a float loses on an amount.
  return { kind: 'change', fraction: (current - before) / Math.abs(before) }
}

function toNumber(value: MetricValue | undefined): number | undefined {
  if (value === null || value === undefined) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
