import { GraphError, invalidParam, notOneOf } from './graph-error.ts'
import { parseLooseJson } from './loose-json.ts'
import type { Params } from './params.ts'

/** One condition of the `filtering` parameter. */
export interface Filter {
  /** As sent, such as `ad.impressions` or `name`. */
  field: string
  operator: Operator
  value: unknown
}

const operators = [
  'EQUAL',
  'NOT_EQUAL',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
  'IN_RANGE',
  'NOT_IN_RANGE',
  'CONTAIN',
  'NOT_CONTAIN',
  'CONTAINS_ANY',
  'CONTAINS_ALL',
  'NOT_CONTAINS_ANY',
  'STEM_MATCH',
  'IN',
  'NOT_IN',
  'STARTS_WITH',
  'ENDS_WITH',
  'ANY',
  'ALL',
  'NONE',
  'AFTER',
  'BEFORE',
  'ON_OR_AFTER',
  'ON_OR_BEFORE',
] as const

export type Operator = (typeof operators)[number]

/** Reads `filtering=[{"field","operator","value"}]`; empty when absent. */
export function filteringParam(params: Params): readonly Filter[] {
  const text = (params.get('filtering') ?? '').trim()
  if (text === '') return []
  const parsed = parseLooseJson(text)
  if (!parsed || !Array.isArray(parsed.value)) throw invalidParam('Param filtering must be an array.')
  return parsed.value.map(filterOf)
}

function filterOf(item: unknown, index: number): Filter {
  if (typeof item !== 'object' || item === null) throw invalidParam(`Param filtering[${index}] must be a JSON object.`)
  const { field, operator, value }: { field?: unknown; operator?: unknown; value?: unknown } = item
  if (typeof field !== 'string' || field === '')
    throw invalidParam(`The parameter filtering[${index}][field] is required`)
  const known = operators.find((name) => name === operator)
  if (!known) throw notOneOf(`filtering[${index}][operator]`, operators, typeof operator === 'string' ? operator : '')
  if (value === undefined || value === null) throw invalidParam(`The parameter filtering[${index}][value] is required`)
  checkOperand(known, value, index)
  return { field, operator: known, value }
}

const listOperators: readonly Operator[] = [
  'IN',
  'NOT_IN',
  'ANY',
  'ALL',
  'NONE',
  'IN_RANGE',
  'NOT_IN_RANGE',
  'CONTAINS_ANY',
  'CONTAINS_ALL',
  'NOT_CONTAINS_ANY',
]

function checkOperand(operator: Operator, value: unknown, index: number): void {
  const isRange = operator === 'IN_RANGE' || operator === 'NOT_IN_RANGE'
  if (listOperators.includes(operator) !== Array.isArray(value)) {
    throw invalidParam(
      `Param filtering[${index}][value] must be ${listOperators.includes(operator) ? 'an array' : 'a single value'}.`,
    )
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (items.some((item) => typeof item === 'object' && item !== null)) {
    throw invalidParam(`Param filtering[${index}][value] must hold texts and numbers only.`)
  }
  if (isRange && (!Array.isArray(value) || value.length !== 2)) {
    throw invalidParam(`Param filtering[${index}][value] must hold two bounds.`)
  }
}

/** True when a value satisfies a condition. Numbers compare as numbers, text without regard to case. */
export function satisfies(actual: string | number, { operator, value }: Filter): boolean {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  const isAny = list.some((item) => String(item).toLowerCase() === String(actual).toLowerCase())
  const [low = Number.NaN, high = Number.NaN] = list.map(Number)
  const isWithin = Number(actual) >= low && Number(actual) <= high
  const compare = comparisons[operator]
  if (compare) return compare(String(actual).toLowerCase(), String(value).toLowerCase(), Number(actual), low)
  const isPart = (item: unknown) => String(actual).toLowerCase().includes(String(item).toLowerCase())
  if (operator === 'CONTAINS_ANY') return list.some(isPart)
  if (operator === 'NOT_CONTAINS_ANY') return !list.some(isPart)
  if (operator === 'CONTAINS_ALL') return list.every(isPart)
  if (operator === 'IN_RANGE') return isWithin
  if (operator === 'NOT_IN_RANGE') return !isWithin
  return operator === 'NOT_IN' || operator === 'NONE' || operator === 'NOT_EQUAL' ? !isAny : isAny
}

type Comparison = (text: string, wantedText: string, number: number, wanted: number) => boolean

const comparisons: Partial<Record<Operator, Comparison>> = {
  GREATER_THAN: (_text, _wantedText, number, wanted) => number > wanted,
  GREATER_THAN_OR_EQUAL: (_text, _wantedText, number, wanted) => number >= wanted,
  LESS_THAN: (_text, _wantedText, number, wanted) => number < wanted,
  LESS_THAN_OR_EQUAL: (_text, _wantedText, number, wanted) => number <= wanted,
  CONTAIN: (text, wanted) => text.includes(wanted),
  NOT_CONTAIN: (text, wanted) => !text.includes(wanted),
  STARTS_WITH: (text, wanted) => text.startsWith(wanted),
  ENDS_WITH: (text, wanted) => text.endsWith(wanted),
  STEM_MATCH: (text, wanted) => stems(text).some((stem) => stems(wanted).includes(stem)),
  AFTER: (text, wanted) => instantOf(text) > instantOf(wanted),
  BEFORE: (text, wanted) => instantOf(text) < instantOf(wanted),
  ON_OR_AFTER: (text, wanted) => instantOf(text) >= instantOf(wanted),
  ON_OR_BEFORE: (text, wanted) => instantOf(text) <= instantOf(wanted),
}

/** Words without their English endings. */
function stems(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/(ing|ed|es|s)$/, ''))
}

/** A UNIX time as it is, any other time in seconds. */
function instantOf(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000
}

/** Lists never show deleted objects, and Graph says so rather than return nothing. */
export function deletedNotListed(): GraphError {
  return new GraphError('Invalid parameter', {
    type: 'OAuthException',
    code: 100,
    subcode: 1815001,
    userTitle: 'Cannot Request for Deleted Objects',
    userMessage: 'Requesting for deleted objects is not supported in this endpoint.',
  })
}
