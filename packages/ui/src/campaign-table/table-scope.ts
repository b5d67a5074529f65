import { createContext, use } from 'react'
import type { ObjectRow } from './object-row.ts'
import type { TableLevel } from './drill-path.ts'
import type { CompareRow } from './use-compared-numbers.ts'
import type { NameFit } from './use-name-fit.ts'

/** What all cells of one table share. */
export interface TableScope {
  level: TableLevel
  /** ISO 4217, of the ad account. */
  currency: string
  /** IANA name, of the ad account. */
  timezone: string
  /** When the numbers were read; milliseconds since 1970. Schedules are judged by it, since clients' clocks lie. */
  asOf: number
  /** Days at the end of the range that are not over; trends stop before them. */
  openDays: number
  /** Absent when nothing is compared. */
  compare: CompareRow | undefined
  nameFits: NameFit
  /** Id of the words that say what pressing a name does. */
  drillHint: string
  /** Opens a row's children; absent on ads, which have none. */
  onDrill: ((row: ObjectRow) => void) | undefined
}

export const TableScopeContext: React.Context<TableScope | undefined> = createContext<TableScope | undefined>(undefined)

/** @throws {Error} Outside a campaign table. */
export function useTableScope(): TableScope {
  const scope = use(TableScopeContext)
  if (!scope) throw new Error('Cells of the campaign table need the table around them.')
  return scope
}
