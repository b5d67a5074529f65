import { useCallback, useSyncExternalStore } from 'react'
import { isDay } from '@adpane/contract'
import { type DatePreset, isDatePreset } from '@adpane/ui'
import { isPageId, type PageId } from './harborline/pages.ts'

/** What a person chose, kept in the address so that a reload or a shared link shows the same. Never a token. */
export interface PageAddress {
  page: PageId
  store?: string
  account?: string | undefined
  range?: { preset: DatePreset } | { since: string; until: string }
  /** Whether the period before is shown beside the range; the page decides when absent. */
  compare?: boolean
}

/** The address as state: reading follows Back and Forward, writing adds an entry to the history. */
export function usePageAddress(): [PageAddress, (address: PageAddress) => void] {
  const href = useSyncExternalStore(subscribe, currentHref)
  const go = useCallback((address: PageAddress) => {
    const next = writePageAddress(address)
    if (next === currentHref()) return
    history.pushState(null, '', next)
    dispatchEvent(new PopStateEvent('popstate'))
  }, [])
  return [readPageAddress(href), go]
}

/** Reads an address; whatever makes no sense is left out. */
export function readPageAddress(href: string): PageAddress {
  const { pathname, searchParams } = new URL(href, 'http://harborline.invalid')
  const page = pathname.slice(1)
  const range = readRange(searchParams)
  const store = searchParams.get('store')
  const account = searchParams.get('account')
  const compare = searchParams.get('compare')
  return {
    page: isPageId(page) ? page : 'advertising',
    ...(store && { store }),
    ...(account && { account }),
    ...(range && { range }),
    ...(compare && { compare: compare === 'on' }),
  }
}

/** Path and query, such as `/advertising?account=act_1&range=last_month`. */
export function writePageAddress({ page, store, account, range, compare }: PageAddress): string {
  const query = new URLSearchParams({
    ...(store && { store }),
    ...(account && { account }),
    ...(range && ('preset' in range ? { range: range.preset } : range)),
    ...(compare !== undefined && { compare: compare ? 'on' : 'off' }),
  }).toString()
  return query ? `/${page}?${query}` : `/${page}`
}

function readRange(query: URLSearchParams): PageAddress['range'] {
  const preset = query.get('range')
  if (preset && isDatePreset(preset)) return { preset }
  const [since, until] = [query.get('since') ?? '', query.get('until') ?? '']
  return isDay(since) && isDay(until) && since <= until ? { since, until } : undefined
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange)
  return () => removeEventListener('popstate', onChange)
}

function currentHref(): string {
  return location.pathname + location.search
}
