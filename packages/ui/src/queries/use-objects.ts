import type { AdsetsResponse, AdsResponse, CampaignsResponse } from '@adpane/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import type { AdsApiError } from '../client/ads-api-error.ts'
import type { ObjectsParams } from './insights-params.ts'
import { type Answered, useAnswer } from './use-answer.ts'

/** What each kind of object answers with. */
export interface ObjectResponses {
  campaigns: CampaignsResponse
  adsets: AdsetsResponse
  ads: AdsResponse
}

export type ObjectsAnswer<Kind extends keyof ObjectResponses> = Answered<ObjectResponses[Kind], ObjectsParams>

/** Campaigns, ad sets or ads of an account with their numbers over the whole range. */
export function useObjects<Kind extends keyof ObjectResponses>(
  accountId: string,
  kind: Kind,
  params: ObjectsParams,
  options: { enabled?: boolean } = {},
): UseQueryResult<ObjectsAnswer<Kind>, AdsApiError> {
  return useAnswer<ObjectResponses[Kind], ObjectsParams>(accountId, kind, params, options.enabled ?? true)
}
