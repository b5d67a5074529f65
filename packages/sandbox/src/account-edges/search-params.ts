import { invalidParam } from '../graph/graph-error.ts'
import type { Params } from '../graph/params.ts'

/** `q` as it is compared. */
export function searchText(params: Params): string {
  return (params.get('q') ?? '').trim().toLowerCase()
}

/** A parameter that is a number; undefined when absent. */
export function numberOf(params: Params, name: string): number | undefined {
  const text = params.get(name)?.trim() ?? ''
  if (text === '') return undefined
  const value = Number(text)
  if (Number.isFinite(value)) return value
  throw invalidParam(`Param ${name} must be a number`)
}

/** Page size of searches: 8 unless asked for, at most 5,000. */
export function searchLimit(params: Params): number {
  const text = params.get('limit')?.trim() ?? ''
  if (text === '') return 8
  if (!/^\d+$/.test(text)) throw invalidParam('Param limit must be an integer')
  return Math.min(5000, Number(text))
}
