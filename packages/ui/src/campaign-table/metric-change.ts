import type { MetricValue } from '@adpane/contract'

/**
 * How a metric changed against an earlier range: 0.129 is 12.9 % more, `'new'` when there was nothing before.
 *
 * @param earlier - `undefined` or `null` when the object had no such number in the earlier range.
 * @returns `undefined` where there is nothing to say: the number is unknown, or nothing stayed nothing.
 */
export function metricChange(
  now: MetricValue | undefined,
  earlier: MetricValue | undefined,
): number | 'new' | undefined {
  const [current, before] = [toNumber(now), toNumber(earlier)]
  if (current === undefined) return undefined
  if (before === undefined || before === 0) return current === 0 ? undefined : 'new'
  // A percentage is rounded to one place, far above what a float loses on an amount.
  return (current - before) / Math.abs(before)
}

function toNumber(value: MetricValue | undefined): number | undefined {
  if (value === null || value === undefined) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
