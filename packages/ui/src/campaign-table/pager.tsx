import type { ReactElement } from 'react'
import { numberParts } from '../format/number-parts.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useAdpane } from '../provider/adpane-context.ts'

export interface PagerProps {
  /** Place of the page's first row, from 1. */
  from: number
  /** Rows on this page. */
  rows: number
  /** Rows on all pages. */
  of: number
  /** Absent on the first page. */
  onPrevious: (() => void) | undefined
  /** Absent on the last page. */
  onNext: (() => void) | undefined
}

/** Which rows of how many, and the way to the next. */
export function Pager({ from, rows, of, onPrevious, onNext }: PagerProps): ReactElement {
  const { locale } = useAdpane()
  const { table } = useMessages()
  const write = (value: number) => numberParts(value, locale, {}).digits
  return (
    <span className="ap-ct-pager">
      <span className="ap-num">{table.rows(write(Math.min(from, of)), write(from + rows - 1), write(of))}</span>
      {(onPrevious || onNext) && <PageButtons onPrevious={onPrevious} onNext={onNext} />}
    </span>
  )
}

function PageButtons({ onPrevious, onNext }: Pick<PagerProps, 'onPrevious' | 'onNext'>): ReactElement {
  const { table } = useMessages()
  return (
    <span className="ap-ct-pages">
      <Button
        iconOnly
        className="ap-ct-back"
        aria-label={table.previousPage}
        disabled={!onPrevious}
        onClick={onPrevious}
      >
        <Icon name="caret" size={14} />
      </Button>
      <Button iconOnly className="ap-ct-forth" aria-label={table.nextPage} disabled={!onNext} onClick={onNext}>
        <Icon name="caret" size={14} />
      </Button>
    </span>
  )
}
