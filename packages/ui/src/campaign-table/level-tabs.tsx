import { type KeyboardEvent, type ReactElement, useRef } from 'react'
import { numberParts } from '../format/number-parts.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { type TableLevel, tableLevels } from './drill-path.ts'

export interface LevelTabsProps {
  level: TableLevel
  /** Rows behind each tab; undefined while unknown. */
  counts: Readonly<Record<TableLevel, number | undefined>>
  /** Prefix of the ids that tie tabs and panel together. */
  id: string
  onLevel: (level: TableLevel) => void
}

/** Campaigns, ad sets, ads. Arrow keys move between them, as in every list of tabs. */
export function LevelTabs({ level, counts, id, onLevel }: LevelTabsProps): ReactElement {
  const { locale, direction } = useAdpane()
  const { table } = useMessages()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const next = neighbour(level, event.key, direction === 'rtl')
    if (!next) return
    event.preventDefault()
    onLevel(next)
    list.current?.querySelector<HTMLElement>(`[data-level="${next}"]`)?.focus()
  }
  return (
    <div ref={list} className="ap-ct-tabs" role="tablist" aria-label={table.levelsLabel} onKeyDown={move} tabIndex={-1}>
      {tableLevels.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`${id}-${each}`}
          data-level={each}
          className="ap-ct-tab"
          aria-selected={each === level}
          aria-controls={`${id}-panel`}
          tabIndex={each === level ? 0 : -1}
          onClick={() => onLevel(each)}
        >
          <span>{table.levels[each]}</span>
          {counts[each] !== undefined && (
            <span className="ap-ct-count ap-num">{numberParts(counts[each], locale, {}).digits}</span>
          )}
        </button>
      ))}
    </div>
  )
}

function neighbour(level: TableLevel, key: string, isRtl: boolean): TableLevel | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1 }
  if (key === 'Home') return tableLevels[0]
  if (key === 'End') return tableLevels.at(-1)
  const step = steps[key]
  return step === undefined ? undefined : tableLevels.at((tableLevels.indexOf(level) + step) % tableLevels.length)
}
