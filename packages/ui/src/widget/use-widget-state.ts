import type { Freshness } from '@adpane/contract'
import type { AdsApiError } from '../client/ads-api-error.ts'
import { useAccount } from '../queries/use-accounts.ts'
import { useNow } from './use-now.ts'
import { useOnline } from './use-online.ts'
import { type WidgetState, widgetState } from './widget-state.ts'

/** The parts of a query result the decision looks at. */
export interface FollowedQuery {
  data: { freshness: Freshness; pending?: { progress: number; metrics?: string[] | undefined } | undefined } | undefined
  error: AdsApiError | null
  isFetching: boolean
  /** When each last happened, milliseconds of the wall clock; only ever compared for equality. */
  dataUpdatedAt: number
  errorUpdatedAt: number
}

/** `widgetState` fed from a query, the account list, the browser and the clock. */
export function useWidgetState(accountId: string, query: FollowedQuery, isEmpty: boolean): WidgetState {
  const isOnline = useOnline()
  const now = useNow(30_000)
  const accountStatus = useAccount(accountId)?.status
  const { data, error, isFetching } = query
  const answeredAt = error ? query.errorUpdatedAt : query.dataUpdatedAt
  return { ...widgetState({ data, isEmpty, error, isFetching, isOnline, accountStatus, now }), answeredAt }
}
