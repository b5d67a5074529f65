import type { MetricValue } from '@adpane/contract'
import type { ReactElement } from 'react'
import { Sparkline } from '../primitives/sparkline.tsx'
import type { ObjectRow } from './object-row.ts'
import { useTableScope } from './table-scope.ts'

/** The row's finished days at a glance: today, half over, would look like a fall. */
export function TrendCell({ row }: { row: ObjectRow }): ReactElement | null {
  const { openDays } = useTableScope()
  const values = row.trend?.slice(0, row.trend.length - openDays).map(toNumber)
  if (!values || !values.some((value) => value)) return null
  return <Sparkline values={values} fromZero />
}

function toNumber(value: MetricValue): number | null {
  return value === null ? null : Number(value)
}
