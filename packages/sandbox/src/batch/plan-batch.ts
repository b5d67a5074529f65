import { parseLooseJson } from '../graph/loose-json.ts'
import { batchError, tooManyAds, tooManyRequests, unresolvedName } from './batch-error.ts'
import { readItem, type BatchItem } from './batch-item.ts'
import { referencesIn } from './references.ts'

/** An item with the positions of the items it needs. */
export interface PlannedItem extends BatchItem {
  index: number
  /** Position of the item it must wait for. */
  waitsFor?: number
  /** Positions by the names its references use. */
  sources: ReadonlyMap<string, number>
  /** Whether a later item names it. */
  isNeeded: boolean
}

export interface BatchLimits {
  items: number
  /** Ads created. */
  ads: number
}

/** Meta's for a batch that is answered at once. */
export const syncLimits: BatchLimits = { items: 50, ads: 10 }

/**
 * Reads the `batch` parameter.
 *
 * @param pathname - Of the call that carries it; its version holds for items that name none.
 * @throws {GraphError} `GraphBatchException` when the list cannot be read, is too long, or an item refers to a name
 *   that no earlier one has.
 */
export function planBatch(text: string, pathname: string, limits: BatchLimits): readonly PlannedItem[] {
  const sent = parseList(text)
  if (!sent) throw batchError('The batch parameter must be a JSON array.')
  const versionPrefix = /^\/v\d+\.\d+(?=\/|$)/.exec(pathname)?.[0] ?? ''
  return planItems(
    sent.map((item) => readItem(item, versionPrefix)),
    limits,
  )
}

/** Checks items against each other and the limits. @throws {GraphError} `GraphBatchException` */
export function planItems(items: readonly BatchItem[], limits: BatchLimits): readonly PlannedItem[] {
  if (items.length > limits.items) throw tooManyRequests(limits.items)
  const positions = new Map<string, number>()
  const needed = new Set<number>()
  let ads = 0
  const linked = items.map((item, index) => {
    const positionOf = (name: string) => {
      const position = positions.get(name)
      if (position === undefined) throw unresolvedName(index, name)
      needed.add(position)
      return position
    }
    const sources = new Map(namesIn(item).map((name) => [name, positionOf(name)]))
    const waitsFor = item.dependsOn === undefined ? {} : { waitsFor: positionOf(item.dependsOn) }
    if (item.name !== undefined) positions.set(item.name, index)
    const isAdTooMany = createsAd(item) && ++ads > limits.ads
    return { ...item, index, sources, ...waitsFor, ...(isAdTooMany ? { flaw: tooManyAds(limits.ads) } : {}) }
  })
  return linked.map((item) => ({ ...item, isNeeded: needed.has(item.index) }))
}

function parseList(text: string): readonly unknown[] | undefined {
  const value = strictJson(text) ?? parseLooseJson(text)?.value
  return Array.isArray(value) ? value : undefined
}

function strictJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function namesIn({ pathname, params }: BatchItem): string[] {
  return [pathname, ...params.values()].flatMap(referencesIn).map(({ name }) => name)
}

function createsAd({ method, pathname }: BatchItem): boolean {
  return method === 'POST' && /^(\/v\d+\.\d+)?\/act_\d+\/ads\/?$/.test(pathname)
}
