import type { ReactNode } from 'react'
import type { AdAccount } from '@adpane/contract'
import { type DateRange, FreshnessLabel, useInsights } from '@adpane/ui'

/** How fresh the numbers are, whose days they are, and what counts as a result: said once for the whole page. */
export function Freshness({ account, range: { since, until } }: { account: AdAccount; range: DateRange }): ReactNode {
  const { data, isFetching } = useInsights(account.id, { since, until, metrics: ['spend'] })
  return (
    <div className="hl-freshness">
      {data && <FreshnessLabel freshness={data.freshness} timeZone={account.timezone} refreshing={isFetching} />}
      <span title="All days and times on this page are in the ad account’s time zone.">
        <span className="hl-wide">account time zone </span>
        <b>{account.timezone}</b>
      </span>
      <span
        className="hl-attribution"
        title="Each ad set’s own attribution setting counts its results, as in Ads Manager."
      >
        ad sets’ own attribution
      </span>
    </div>
  )
}
