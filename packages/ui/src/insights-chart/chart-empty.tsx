import { addDays, countDays } from '@adpane/contract'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { StateMessage } from '../primitives/state-message.tsx'
import type { DayRange } from '../ranges/compare-range.ts'

const LONGER = [30, 90, 365] as const

export interface ChartEmptyProps {
  range: DayRange
  onRangeSuggested: ((range: DayRange) => void) | undefined
}

/** One sentence, one action: the next longer range that ends on the same day. */
export function ChartEmpty({ range, onRangeSuggested }: ChartEmptyProps): ReactElement {
  const { chart } = useMessages()
  const days = countDays(range.since, range.until)
  const longer = LONGER.find((count) => count > days)
  const suggest = onRangeSuggested && longer && (
    <Button onClick={() => onRangeSuggested({ since: addDays(range.until, 1 - longer), until: range.until })}>
      {chart.showLonger(longer)}
    </Button>
  )
  return <StateMessage icon="chart" title={chart.emptyTitle(days)} action={suggest} />
}
