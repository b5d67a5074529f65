import type { MetricValue } from '@adpane/contract'
import type { ReactElement } from 'react'
import { Sparkline } from '../primitives/sparkline.tsx'
import type { ObjectRow } from './object-row.ts'

/** The row's days at a glance. */
export function TrendCell({ row }: { row: ObjectRow }): ReactElement | null {
  const values = row.trend?.map(toNumber)
  if (!values || !values.some((value) => value)) return null
  return <Sparkline values={values} fromZero />
}

function toNumber(value: MetricValue): number | null {
  return value === null ? null : Number(value)
}
