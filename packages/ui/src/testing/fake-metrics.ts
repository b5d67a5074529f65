import { metricDefinition, type MetricName, type MetricValue, type MissingReason } from '@adpane/contract'
import type { Fact, FactName } from './fake-facts.ts'
import { noFact } from './fake-facts.ts'

/** What a set of rows knows besides what adds up. */
export interface MetricContext {
  /** ISO 4217. */
  currency: string
  /** People reached, where Meta could say it; null where it cannot be added up. */
  reach: number | null
  /** Whether purchase value is tracked. */
  tracksValue: boolean
}

/** Writes facts as the wire does: counts as integers, money and ratios as decimal strings, unknown as null with a reason. */
export function metricsOf(names: readonly MetricName[], fact: Fact, context: MetricContext) {
  const metrics: Partial<Record<MetricName, MetricValue>> = {}
  const reasons: Partial<Record<MetricName, MissingReason>> = {}
  for (const name of names) {
    const known = valueOf(name, fact, context)
    if (typeof known === 'object') reasons[name] = known.reason
    metrics[name] = typeof known === 'object' ? null : known
  }
  return Object.keys(reasons).length > 0 ? { metrics, reasons } : { metrics }
}

/** The plain number behind a metric, for sorting and filtering; undefined when unknown. */
export function numberOf(name: MetricName, fact: Fact, context: MetricContext): number | undefined {
  const known = valueOf(name, fact, context)
  return typeof known === 'object' ? undefined : Number(known)
}

type Known = number | string | { reason: MissingReason }

function valueOf(name: MetricName, fact: Fact, context: MetricContext): Known {
  if (name === 'purchase_value' && !context.tracksValue) return { reason: 'not_reported' }
  if (isFact(name)) return written(name, fact[name], context)
  if (name === 'reach') return context.reach ?? { reason: 'not_additive' }
  if (name === 'unique_clicks')
    return context.reach === null ? { reason: 'not_additive' } : Math.round(fact.clicks * 0.86)
  return ratioOf(name, fact, context)
}

function ratioOf(name: MetricName, fact: Fact, context: MetricContext): Known {
  const { formula, unit, decimals } = metricDefinition(name)
  if (!formula) return { reason: 'not_reported' }
  if (name === 'roas' && !context.tracksValue) return { reason: 'not_reported' }
  const above = major(formula.numerator, fact, context)
  const below = major(formula.denominator, fact, context)
  if (above === null || below === null) return { reason: 'not_additive' }
  if (below === 0) return { reason: 'no_denominator' }
  const places = unit === 'money' ? digitsOf(context.currency) + 4 : (decimals ?? 4)
  return ((above / below) * formula.per).toFixed(places)
}

function major(name: string, fact: Fact, context: MetricContext): number | null {
  if (name === 'reach') return context.reach
  if (!isFact(name)) return 0
  return isMoney(name) ? fact[name] / 10 ** digitsOf(context.currency) : fact[name]
}

function written(name: FactName, value: number, { currency }: MetricContext): number | string {
  return isMoney(name) ? (value / 10 ** digitsOf(currency)).toFixed(digitsOf(currency)) : value
}

function isFact(name: string): name is FactName {
  return Object.hasOwn(noFact, name)
}

function isMoney(name: FactName): boolean {
  return name === 'spend' || name === 'purchase_value'
}

function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
