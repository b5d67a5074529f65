import type { AccountCall } from '../assets/account-call.ts'
import { recordOf, textOf } from '../objects/loose-values.ts'
import { instantMs } from '../objects/wire-time.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import { pageId } from '../world/object-ids.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { pickedFields } from './plain-list.ts'

/** `GET act_…/ads_volume`: how many ads run or wait for review, which the limits of a page count. */
export function adsVolume(call: AccountCall): unknown {
  const { node, params, now } = call
  const { account } = node
  const running = isServing(account)
    ? account
        .objects()
        .all('Ad')
        .filter((ad) => isRunning(ad, account, now))
    : []
  const page = params.get('page_id')
  const isSplit = /^(true|1)$/.test(params.get('show_breakdown_by_actor') ?? '')
  if (!isSplit && page === undefined) {
    return { data: [pickedFields({ ads_running_or_in_review_count: running.length }, type, params)] }
  }
  const byPage = Map.groupBy(running, (ad) => pageOf(ad, account))
  const rows = [...byPage].filter(([id]) => page === undefined || id === page)
  return {
    data: rows.map(([id, ads]) => pickedFields(volumeRow(account, id, ads.length), type, params)),
  }
}

const type = 'AdAccountAdVolume'

/** Active, in settlement or in its period of grace. */
function isServing({ values }: AdAccount): boolean {
  return [1, 8, 9].includes(Number(values['account_status'] ?? 1))
}

/** True for an ad that is active or in review, in an ad set whose schedule covers now. */
function isRunning(ad: Ad, account: AdAccount, now: Date): boolean {
  const status = effectiveStatus(ad, now.getTime())
  const counts = status === 'ACTIVE' || (ad.values.status === 'ACTIVE' && /^(PENDING_REVIEW|IN_PROCESS)$/.test(status))
  const { start_time: start, end_time: end } = ad.adSet.values
  const startMs = start === undefined ? undefined : instantMs(start, account.timezone)
  const endMs = end === undefined ? undefined : instantMs(end, account.timezone)
  return counts && (startMs ?? 0) <= now.getTime() && now.getTime() < (endMs ?? Number.POSITIVE_INFINITY)
}

function pageOf({ creative }: Ad, account: AdAccount): string {
  const { page_id: own } = recordOf(creative.values.object_story_spec)
  return own === undefined ? pageId(account.index) : textOf(own)
}

function volumeRow(account: AdAccount, actorId: string, count: number): Record<string, unknown> {
  return {
    actor_id: actorId,
    actor_name: account.business.name,
    ads_running_or_in_review_count: count,
    current_account_ads_running_or_in_review_count: count,
    // The smallest of Meta's limits for pages.
    limit_on_ads_running_or_in_review: 250,
    recommendations: [],
  }
}
