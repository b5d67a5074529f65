import { type InsightsFilter, isMetricName, type MetricName, type MetricValue } from '@adpane/contract'
import Big from 'big.js'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'

/** What a filter can look at. */
export interface Filterable {
  id: string
  name: string
  effectiveStatus: string
  campaignId: string | null
  adsetId: string | null
  metric: (name: MetricName) => MetricValue
}

/**
 * Turns filters into one test; a row passes when it meets them all. An unknown metric meets none.
 *
 * @throws {InvalidRequestError} An operator that does not fit its value.
 */
export function rowFilter(filters: readonly InsightsFilter[] = []): (row: Filterable) => boolean {
  const tests = filters.map((filter, index) => testOf(filter, `filter[${index}]`))
  return (row) => tests.every((test) => test(row))
}

function testOf(filter: InsightsFilter, path: string): (row: Filterable) => boolean {
  const { field, operator, value } = filter
  const isList = operator === 'IN' || operator === 'NOT_IN'
  if (isList !== Array.isArray(value))
    throw badValue(path, isList ? `${operator} takes a list of values.` : `${operator} takes one value, not a list.`)
  if (isMetricName(field)) return metricTest(field, filter, path)
  if (operator.startsWith('GREATER') || operator.startsWith('LESS'))
    throw badValue(path, `${operator} compares numbers; ${field} is text.`)
  return (row) => compareText(textOf(row, field), filter)
}

function textOf(row: Filterable, field: string): string {
  if (field === 'name') return row.name
  if (field === 'effective_status') return row.effectiveStatus
  if (field === 'campaign.id') return row.campaignId ?? ''
  return field === 'adset.id' ? (row.adsetId ?? '') : row.id
}

function compareText(text: string, { operator, value }: InsightsFilter): boolean {
  const values = [value].flat().map(String)
  const contains = () => values.some((part) => text.toLocaleLowerCase().includes(part.toLocaleLowerCase()))
  if (operator === 'CONTAIN') return contains()
  if (operator === 'NOT_CONTAIN') return !contains()
  return values.includes(text) === (operator === 'EQUAL' || operator === 'IN')
}

function metricTest(name: MetricName, { operator, value }: InsightsFilter, path: string): (row: Filterable) => boolean {
  if (operator === 'CONTAIN' || operator === 'NOT_CONTAIN')
    throw badValue(path, `${operator} compares text; ${name} is a number.`)
  const limits = [value].flat().map((limit) => asNumber(limit, path))
  return (row) => {
    const actual = row.metric(name)
    if (actual === null) return false
    return limits.some((limit) => compareNumbers(Big(actual).cmp(limit), operator)) === !operator.startsWith('NOT_')
  }
}

function compareNumbers(sign: number, operator: InsightsFilter['operator']): boolean {
  if (operator === 'GREATER_THAN') return sign > 0
  if (operator === 'GREATER_THAN_OR_EQUAL') return sign >= 0
  if (operator === 'LESS_THAN') return sign < 0
  if (operator === 'LESS_THAN_OR_EQUAL') return sign <= 0
  return sign === 0
}

function asNumber(value: string | number, path: string): Big {
  try {
    return Big(value)
  } catch {
    throw badValue(path, `"${String(value)}" is not a number.`)
  }
}

function badValue(path: string, message: string): InvalidRequestError {
  return new InvalidRequestError([{ field: path, message }])
}
