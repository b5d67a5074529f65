import type { ReactNode } from 'react'
import { type AdAccount, dayAt } from '@adpane/contract'
import {
  AccountPicker,
  CampaignTable,
  type DateRange,
  DateRangePicker,
  InsightsChart,
  InsightsTiles,
  rangeOfPreset,
  useAccounts,
} from '@adpane/ui'
import type { DataSource } from '../host-api.ts'
import type { PageAddress } from '../page-address.ts'
import { AccountsProblem } from './accounts-problem.tsx'
import { DataNotice } from './data-notice.tsx'
import { Freshness } from './freshness.tsx'
import { shownMetrics } from './shown-metrics.ts'

interface AdvertisingPageProps {
  address: PageAddress
  go: (address: PageAddress) => void
  source: DataSource
  now: () => Date
  /** The ad account shown before a person chooses one. */
  firstAccount: string | undefined
}

/** The page Adpane is for: the host's own heading and layout, with Adpane's widgets in it. */
export function AdvertisingPage({ address, go, source, now, firstAccount }: AdvertisingPageProps): ReactNode {
  const accounts = useAccounts()
  const find = (wanted: string | undefined) => accounts.data?.find(({ id }) => id === wanted)
  const account = find(address.account) ?? find(firstAccount) ?? accounts.data?.[0]
  return (
    <>
      <div className="hl-title">
        <h1>Advertising</h1>
        <DataNotice source={source} accountId={account?.id} />
      </div>
      <div className="hl-stack">
        {account ? (
          <Results {...{ account, address, go, source, now }} />
        ) : (
          <AccountsProblem error={accounts.error} onRetry={() => void accounts.refetch()} />
        )}
      </div>
    </>
  )
}

type ResultsProps = Omit<AdvertisingPageProps, 'firstAccount'> & { account: AdAccount }

function Results({ account, address, go, source, now }: ResultsProps): ReactNode {
  const today = dayAt(now(), account.timezone)
  const isFromFile = account.id === source.results?.accountId
  const range = readRange(address, isFromFile, today)
  // A file has nothing before its first day to compare with.
  const compare = address.compare ?? !isFromFile
  const metrics = shownMetrics(isFromFile)
  const shown = { accountId: account.id, since: range.since, until: range.until, compare }
  return (
    <>
      <div className="hl-toolbar" role="group" aria-label="Account and dates">
        <AccountPicker value={account.id} onValueChange={(id) => go({ ...address, account: id })} />
        <DateRangePicker
          value={range}
          onValueChange={({ preset, since, until }) =>
            go({ ...address, range: preset ? { preset } : { since, until } })
          }
          today={today}
          timezone={account.timezone}
          compare={compare}
          onCompareChange={(isCompared) => go({ ...address, compare: isCompared })}
        />
        <Freshness account={account} range={range} />
      </div>
      <InsightsTiles {...shown} metrics={metrics.tiles} />
      <InsightsChart {...shown} metrics={metrics.chart} />
      <CampaignTable {...shown} {...(metrics.columns && { columns: metrics.columns })} />
    </>
  )
}

/** The range in the address; without one, the last 30 days, or the month a file of results is about. */
function readRange({ range }: PageAddress, isFromFile: boolean, today: string): DateRange {
  if (range && 'since' in range) return range
  return rangeOfPreset(range?.preset ?? (isFromFile ? 'last_month' : 'last_30_days'), today)
}
