import { at } from '../world/facts.ts'
import type { AdAccount } from '../world/objects.ts'
import type { Totals } from './aggregate.ts'
import type { People } from './insights-row.ts'
import type { EventCells } from './people-events.ts'

// Few people click at all, and those who do click again: a small public.
const clickers = 0.06

/** The people behind some totals, never more than there were impressions or clicks; counted when first asked for. */
export function countPeople(account: AdAccount, { sums, people, publicShare }: Totals): People {
  const known = new Map<keyof EventCells, number>()
  const count = (kind: keyof EventCells, share: number, limit: number) => {
    const events = () => new Map([...people].map(([adSetId, own]) => [adSetId, own[kind]]))
    const counted = known.get(kind) ?? Math.min(limit, account.audience().people(events(), share * publicShare))
    known.set(kind, counted)
    return counted
  }
  return {
    get reached() {
      return count('seen', 1, sums[at.impressions] ?? 0)
    },
    get clicked() {
      return count('clicked', clickers, sums[at.clicks] ?? 0)
    },
    get followed() {
      return count('followed', clickers, sums[at.linkClicks] ?? 0)
    },
  }
}
