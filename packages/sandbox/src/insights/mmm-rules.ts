import type { Filter } from '../graph/filtering.ts'
import { invalidParam } from '../graph/graph-error.ts'
import { unquoted, type Params } from '../graph/params.ts'
import { isMetricField } from './insights-fields.ts'
import type { Level } from './levels.ts'

/** Columns of marketing mix modelling, in Meta's order. */
export const mmmColumns = [
  'account_id',
  'campaign_id',
  'adset_id',
  'date_start',
  'date_stop',
  'impressions',
  'spend',
] as const

/** @throws {GraphError} 100 when a question about marketing mix modelling asks for anything else. */
export function checkMmm(params: Params, fields: readonly string[], level: Level, filters: readonly Filter[]): void {
  const foreign = fields.find((field) => isMetricField(field) && field !== 'impressions' && field !== 'spend')
  if (foreign !== undefined) throw invalidParam(`${foreign} cannot be requested with the breakdowns (mmm)`)
  if (level !== 'adset') throw invalidParam('Breakdown mmm is only supported with level=adset')
  const increment = unquoted((params.get('time_increment') ?? 'all_days').trim())
  if (!/^(1|all_days|all_time|)$/.test(increment)) {
    throw invalidParam('Breakdown mmm is only supported with time_increment 1 or none')
  }
  for (const { field, operator } of filters) {
    if (allowed[field]?.includes(operator)) continue
    throw invalidParam(
      `Filtering field ${field.slice(0, 120)} with operation ${operator.toLowerCase()} is not supported`,
    )
  }
}

const ids = ['IN', 'NOT_IN']
const names = ['CONTAIN', 'NOT_CONTAIN']
const values = ['IN']

const allowed: Record<string, readonly string[]> = {
  'campaign.id': ids,
  'adset.id': ids,
  'campaign.name': names,
  'adset.name': names,
  country: values,
  region: values,
  dma: values,
  device_platform: values,
  publisher_platform: values,
  platform_position: values,
}
