import {
  currencyDecimals,
  type MetricName,
  type MetricValue,
  type MetricValues,
  type MissingReason,
  type MissingReasons,
  metricDefinition,
} from '@adpane/contract'
import Big from 'big.js'
import type { FactMetrics } from '../store/schema.ts'

export interface MetricsWithReasons {
  metrics: MetricValues
  reasons?: MissingReasons
}

/**
 * Turns added-up facts into the metrics asked for.
 *
 * Ratios are computed from the sums, so the ratio of a total is never an average of ratios.
 *
 * @param unknownPeople - Why reach and unique clicks are missing, where they are.
 */
export function metricValues(
  facts: FactMetrics,
  names: readonly MetricName[],
  currency: string,
  unknownPeople: MissingReason,
): MetricsWithReasons {
  const metrics: MetricValues = {}
  const reasons: MissingReasons = {}
  for (const name of names) {
    const { value, reason } = readMetric(facts, name, currency, unknownPeople)
    metrics[name] = value
    if (reason) reasons[name] = reason
  }
  return Object.keys(reasons).length > 0 ? { metrics, reasons } : { metrics }
}

interface Outcome {
  value: MetricValue
  reason?: MissingReason
}

function readMetric(facts: FactMetrics, name: MetricName, currency: string, unknownPeople: MissingReason): Outcome {
  const { formula, unit, additivity, decimals } = metricDefinition(name)
  if (!formula) {
    const value = facts[name as keyof FactMetrics]
    if (value === null) return { value, reason: additivity === 'deduplicated' ? unknownPeople : 'not_reported' }
    return { value: unit === 'money' ? exactMoney(String(value), currency) : value }
  }
  const numerator = readMetric(facts, formula.numerator as MetricName, currency, unknownPeople)
  const denominator = readMetric(facts, formula.denominator as MetricName, currency, unknownPeople)
  const missing = numerator.reason ?? denominator.reason
  if (numerator.value === null || denominator.value === null)
    return { value: null, ...(missing ? { reason: missing } : {}) }
  if (Big(denominator.value).eq(0)) return { value: null, reason: 'no_denominator' }
  const places = decimals ?? currencyDecimals(currency) + 4
  return { value: quotient(numerator.value, denominator.value, formula.per, places) }
}

function quotient(numerator: number | string, denominator: number | string, per: number, places: number): string {
  // Big's own quotient is cut at its default 20 places; rounding happens once, here.
  return Big(numerator).times(per).div(denominator).round(places).toFixed()
}

/** Never rounded: every place Meta sent, and at least the currency's own. */
function exactMoney(amount: string, currency: string): string {
  const exact = Big(amount)
  const places = exact.toFixed().split('.')[1]?.length ?? 0
  return exact.toFixed(Math.max(places, currencyDecimals(currency)))
}
