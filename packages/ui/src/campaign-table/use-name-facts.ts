import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { numberParts } from '../format/number-parts.ts'
import { isAd, isCampaign, type ObjectRow } from './object-row.ts'

/** Writes the line below a name: `Sales · 4 ad sets · 22 ads`. */
export function useNameFacts(): (row: ObjectRow) => string {
  const { locale } = useAdpane()
  const { table } = useMessages()
  const count = (level: 'adset' | 'ad', value: number) =>
    table.counted[level](value, numberParts(value, locale, {}).digits)
  return (row) => {
    if (isAd(row)) return ''
    if (!isCampaign(row)) return joined(known(table.goals, row.optimizationGoal), count('ad', row.adCount))
    // Meta lists nothing below what is deleted; none would be a claim.
    if (row.delivery === 'deleted') return joined(known(table.objectives, row.objective))
    return joined(known(table.objectives, row.objective), count('adset', row.adsetCount), count('ad', row.adCount))
  }
}

/** Meta adds words of its own now and then; one without a translation is left out rather than shown in capitals. */
function known(words: Readonly<Record<string, string>>, key: string | null): string {
  return (key && words[key]) || ''
}

function joined(...facts: string[]): string {
  return facts.filter(Boolean).join(' · ')
}
