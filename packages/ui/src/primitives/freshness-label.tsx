import type { Freshness } from '@adpane/contract'
import type { ReactElement } from 'react'
import { formatTime } from '../format/format-day.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { useNow } from '../widget/use-now.ts'
import { Icon } from './icon.tsx'

export interface FreshnessLabelProps {
  freshness: Freshness
  /** IANA name, of the ad account. */
  timeZone: string
  /** Whether newer numbers are on their way. */
  refreshing?: boolean
}

/** "as of 14:05" in the account's time zone, with a clock that turns amber past one hour. */
export function FreshnessLabel({ freshness, timeZone, refreshing = false }: FreshnessLabelProps): ReactElement | null {
  const { locale } = useAdpane()
  const { common } = useMessages()
  const now = useNow(30_000)
  if (freshness.syncedAt === null) return null
  const syncedAt = new Date(freshness.syncedAt)
  const old = isOld(freshness, now)
  const time = formatTime(syncedAt, timeZone, locale, now)
  return (
    <span className={old ? 'ap-fr ap-fr-old' : 'ap-fr'}>
      <Icon name="clock" size={12} />
      <span>{old && refreshing ? common.asOfRefreshing(time) : common.asOf(time)}</span>
    </span>
  )
}

/** Past one hour of age, unless Meta no longer changes these days. */
export function isOld(freshness: Freshness, now: Date): boolean {
  if (freshness.final || freshness.syncedAt === null) return false
  return now.getTime() - Date.parse(freshness.syncedAt) > 60 * 60_000
}
