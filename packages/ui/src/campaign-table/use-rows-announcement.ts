import { useEffect } from 'react'
import { numberParts } from '../format/number-parts.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import type { TableView } from './table-view.ts'
import type { Announce } from './use-announcer.ts'

/** Tells screen readers which rows stand there now, once they do: whose, in what order, how many. */
export function useRowsAnnouncement(view: TableView, of: number | undefined, announce: Announce): void {
  const { locale } = useAdpane()
  const { table, metrics } = useMessages()
  const { path, sort } = view
  const parent = path.steps.at(-1)
  const parts = [
    parent && table.announceDrill(table.levels[path.level], parent.name),
    of !== undefined && table.announceRows(table.counted[path.level](of, numberParts(of, locale, {}).digits)),
    table.announceSort(sort.key === 'name' ? table.level[path.level] : metrics[sort.key], sort.descending),
  ]
  const text = parts.filter(Boolean).join('. ')
  useEffect(() => {
    if (of !== undefined) announce(text)
  }, [text, of, announce])
}
