import type { CampaignTableMessages } from './campaign-table-messages.ts'
import type { TableLevel } from './drill-path.ts'
import type { DeliveryFilter } from './table-view.ts'

/** What the totals row stands on. */
export interface TotalsBase {
  level: TableLevel
  /** Rows behind the totals, on all pages together. */
  of: number
  delivery: DeliveryFilter
  /** How many filters a person set. */
  filters: number
  /** Present while a report still runs. */
  loading?: LoadedPart | undefined
}

/** How much of the answer is there: counted in rows where they tell, else as a share, 0–1. */
export type LoadedPart = { rows: number } | { share: number }

export interface NumberWords {
  count: (value: number) => string
  share: (value: number) => string
}

/** Says what a total is a total of: `Total of 12 campaigns`, `Total so far, 8 of 12`. */
export function totalsTitle(base: TotalsBase, words: CampaignTableMessages, write: NumberWords): string {
  const of = write.count(base.of)
  if (!base.loading) return words.total(words.counted[base.level](base.of, of))
  return 'rows' in base.loading
    ? words.totalSoFar(write.count(base.loading.rows), of)
    : words.totalSoFarShare(write.share(base.loading.share))
}

/** Says which rows were counted: archived objects spent money too, so their share is named. */
export function totalsNote(base: TotalsBase, words: CampaignTableMessages): string {
  if (base.delivery === 'delivering') return words.totalDelivering
  return base.filters > 0 ? words.totalFiltered : words.totalAll
}

/** A page of an answer whose report still runs. */
export interface UnfinishedPage {
  rows: readonly { reasons?: Readonly<Record<string, string>> | undefined }[]
  /** Rows behind the totals, on all pages together. */
  of: number
  /** Whether other pages hold more rows. */
  hasOtherPages: boolean
  /** Of the report, 0–1. */
  progress: number
}

/** How much is there: in rows where this page tells which are missing or waiting, else the report's progress. */
export function loadedPart({ rows, of, hasOtherPages, progress }: UnfinishedPage): LoadedPart {
  const known = rows.filter(({ reasons }) => !reasons || !Object.values(reasons).includes('pending')).length
  return !hasOtherPages && known < of ? { rows: known } : { share: progress }
}
