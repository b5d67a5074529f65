import type { InsightsResponse } from '@adpane/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import type { AdsApiError } from '../client/ads-api-error.ts'
import type { InsightsParams } from './insights-params.ts'
import { type Answered, useAnswer } from './use-answer.ts'

export type InsightsAnswer = Answered<InsightsResponse, InsightsParams>

/** Numbers of an account, by day, object or breakdown. `data.asked` is the question the numbers answer. */
export function useInsights(
  accountId: string,
  params: InsightsParams,
  options: { enabled?: boolean } = {},
): UseQueryResult<InsightsAnswer, AdsApiError> {
  return useAnswer<InsightsResponse, InsightsParams>(accountId, 'insights', params, options.enabled ?? true)
}
