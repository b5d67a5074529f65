import type { AccountsResponse, AdAccount } from '@adpane/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { AdsApiError } from '../client/ads-api-error.ts'
import { useAdpane } from '../provider/adpane-context.ts'

/** The ad accounts this session may see. Shared by all widgets: however many ask, one request is sent. */
export function useAccounts(): UseQueryResult<readonly AdAccount[], AdsApiError> {
  const { client, endpoint } = useAdpane()
  return useQuery<readonly AdAccount[], AdsApiError>({
    queryKey: ['adpane', endpoint, 'accounts'],
    queryFn: async ({ signal }) => (await client.get<AccountsResponse>('/accounts', undefined, signal)).data,
    staleTime: 5 * 60_000,
  })
}

/** One account by id; undefined while unknown. */
export function useAccount(accountId: string): AdAccount | undefined {
  return useAccounts().data?.find((account) => account.id === accountId)
}
