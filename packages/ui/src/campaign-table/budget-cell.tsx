import { dayAt } from '@adpane/contract'
import type { ReactElement } from 'react'
import { formatDay } from '../format/format-day.ts'
import { formatMoney } from '../format/format-metric.ts'
import { numberParts } from '../format/number-parts.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Unknown } from '../primitives/unknown.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { type Budget, budgetOf } from './budget.ts'
import type { ObjectRow } from './object-row.ts'
import { useTableScope } from './table-scope.ts'

/** The amount, and below it its period and whose it is. Cards write the currency beside it, tables in the header. */
export function BudgetCell({ row, unit = false }: { row: ObjectRow; unit?: boolean }): ReactElement {
  const { locale } = useAdpane()
  const { currency } = useTableScope()
  const { table } = useMessages()
  const note = useBudgetNote()
  const budget = budgetOf(row)
  const text = note(budget)
  return (
    <div className="ap-ct-two">
      {budget.kind === 'set' ? (
        <span className="ap-num">{formatMoney(budget.amount, { currency, locale, unit })}</span>
      ) : (
        <Unknown reason={table.budget.reasons[budget.kind === 'none' ? budget.why : reasonOf[budget.kind]]} />
      )}
      {text && <span className="ap-ct-sub">{text}</span>}
    </div>
  )
}

const reasonOf = { on_adsets: 'onAdsets', on_campaign: 'onCampaign' } as const

function useBudgetNote(): (budget: Budget) => string | undefined {
  const { locale } = useAdpane()
  const { table } = useMessages()
  const { asOf, timezone } = useTableScope()
  const words = table.budget
  return (budget) => {
    if (budget.kind === 'none') return undefined
    if (budget.kind === 'on_campaign') return words.onCampaign
    if (budget.kind === 'on_adsets') {
      const count = numberParts(budget.adsetCount, locale, {}).digits
      return words.onAdsets(table.counted.adset(budget.adsetCount, count))
    }
    if (budget.period === 'daily') return `${words.daily} · ${words[budget.owner]}`
    if (!budget.endsAt) return words.lifetime
    const ends = new Date(budget.endsAt)
    const until = ends.getTime() <= asOf ? words.ended : words.until(formatDay(dayAt(ends, timezone), locale))
    return `${words.lifetime} · ${until}`
  }
}
