import type { MetricValue } from '@adpane/contract'

/** A metric's value for drawing and for percentages, where a float is exact enough; null when unknown. */
export function toNumber(value: MetricValue | undefined): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
