import { numberParts } from '../format/number-parts.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { isPartial } from '../widget/is-partial.ts'
import type { TableLevel } from './drill-path.ts'
import { type LoadedPart, loadedPart } from './totals-text.ts'
import type { ObjectRow } from './object-row.ts'

interface PartialAnswer {
  rows: readonly ObjectRow[]
  totals: { of: number }
  paging: { next?: string | undefined }
  pending?: { progress: number; metrics?: string[] | undefined } | undefined
}

/** How much of an unfinished answer is there, and the words for it: `8 of 12 campaigns loaded`. */
export function useLoadedPart(
  level: TableLevel,
  isFirstPage: boolean,
  answer: PartialAnswer | undefined,
): { part: LoadedPart; strip: { text: string; of: string; unit: string } | undefined } | undefined {
  const { locale } = useAdpane()
  const { table } = useMessages()
  if (!answer?.pending || !isPartial(answer)) return undefined
  const write = (value: number) => numberParts(value, locale, {}).digits
  const part = loadedPart({
    rows: answer.rows,
    of: answer.totals.of,
    hasOtherPages: !isFirstPage || answer.paging.next !== undefined,
    progress: answer.pending.progress,
  })
  if (!('rows' in part)) return { part, strip: undefined }
  return { part, strip: { text: write(part.rows), of: write(answer.totals.of), unit: table.rowsLoaded[level] } }
}
