import { isDay } from '@adpane/contract'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import type { InsightsParams } from './insights-params.ts'

/** Ids become parts of a path, so nothing but an id may pass. */
export function checkAdAccountId(adAccountId: string): string {
  return check('adAccountId', /^act_\d+$/.test(adAccountId), adAccountId, 'Write it like act_123.')
}

/** An ad account, campaign, ad set or ad. */
export function checkObjectId(objectId: string): string {
  return check('objectId', /^(act_)?\d+$/.test(objectId), objectId, 'Give digits, or act_ and digits.')
}

export function checkReportRunId(reportRunId: string): string {
  return check('reportRunId', /^\d+$/.test(reportRunId), reportRunId, 'Give the digits of the run.')
}

export function checkPageSize(pageSize: number): number {
  const isFine = Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 1000
  return check('pageSize', isFine, pageSize, 'Give a whole number from 1 to 1000.')
}

export function checkInsightsParams(params: InsightsParams): InsightsParams {
  const { since, until } = params.timeRange
  check('timeRange', isDay(since) && isDay(until) && since <= until, params, 'Give two days, the earlier one first.')
  check('fields', params.fields.length > 0, params, 'Name at least one.')
  const days = params.timeIncrement
  const isFine = typeof days !== 'number' || (Number.isInteger(days) && days >= 1 && days <= 90)
  return check('timeIncrement', isFine, params, 'Give 1 to 90 days, monthly or all_days.')
}

function check<Value>(field: string, isFine: boolean, value: Value, message: string): Value {
  if (!isFine) throw new InvalidRequestError([{ field, message }])
  return value
}
