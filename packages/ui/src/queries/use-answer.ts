import type { Freshness } from '@adpane/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { AdsApiError } from '../client/ads-api-error.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { type InsightsParams, type ObjectsParams, searchParamsOf } from './insights-params.ts'
import { pollDelayMs } from './poll-delay.ts'

/** An answer together with its question: while a new question loads, the widget still knows what the numbers mean. */
export type Answered<Response, Params> = Response & { asked: Params }

interface Followed {
  freshness: Freshness
  pending?: { reportId: string; progress: number; metrics?: string[] | undefined } | undefined
}

/**
 * Asks one account resource and follows it while a report runs.
 *
 * The previous answer stays in view while a new question loads, but never across accounts.
 */
export function useAnswer<Response extends Followed, Params extends InsightsParams & ObjectsParams>(
  accountId: string,
  resource: string,
  params: Params,
  enabled: boolean,
): UseQueryResult<Answered<Response, Params>, AdsApiError> {
  const { client, endpoint, now } = useAdpane()
  const search = searchParamsOf(params)
  return useQuery<Answered<Response, Params>, AdsApiError>({
    queryKey: ['adpane', endpoint, accountId, resource, search.toString()],
    queryFn: async ({ signal }) => {
      const path = `/accounts/${encodeURIComponent(accountId)}/${resource}`
      return { ...(await client.get<Response>(path, search, signal)), asked: params }
    },
    enabled,
    placeholderData: (previous, query) => (query?.queryKey[2] === accountId ? previous : undefined),
    refetchInterval: ({ state }) =>
      state.data && !state.error ? pollDelayMs(state.data, state.dataUpdateCount, now()) : false,
  })
}
