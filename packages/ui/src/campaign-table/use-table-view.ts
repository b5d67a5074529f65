import type { Day } from '@adpane/contract'
import { type Dispatch, type SetStateAction, useEffect, useMemo, useRef, useState } from 'react'
import { drillInto, type DrillStep, goToLevel, type TableLevel, withoutStep } from './drill-path.ts'
import type { ObjectRow } from './object-row.ts'
import { defaultSort, type SortKey, type TableSort } from './table-sort.ts'
import {
  atFirstPage,
  type DeliveryFilter,
  inAnotherAccount,
  type TableView,
  toNextPage,
  toPreviousPage,
  withDelivery,
  withoutFilters,
  withPath,
  withSearch,
  withSort,
  withSortToggled,
} from './table-view.ts'

/** What a person can do to the view. Stable for the life of the table. */
export interface TableActions {
  goTo: (level: TableLevel) => void
  drill: (row: ObjectRow) => void
  leaveStep: (level: DrillStep['level']) => void
  search: (text: string) => void
  deliver: (delivery: DeliveryFilter) => void
  clear: () => void
  toggleSort: (key: SortKey) => void
  sort: (sort: TableSort) => void
  nextPage: (cursor: string) => void
  previousPage: () => void
}

/** What the host shows: whose objects, over which days. */
export interface TableSubject {
  accountId: string
  since: Day
  until: Day
}

/** What a person chose to see, following the host's `level` and subject and telling it of changes of level. */
export function useTableView(
  level: TableLevel,
  onLevelChange: ((level: TableLevel) => void) | undefined,
  { accountId, since, until }: TableSubject,
): { view: TableView; actions: TableActions } {
  const [view, setView] = useState<TableView>(() => ({
    path: { level, steps: [] },
    sort: defaultSort,
    search: '',
    delivery: 'all',
    cursors: [],
  }))
  const [asked, setAsked] = useState(level)
  if (asked !== level) {
    setAsked(level)
    if (view.path.level !== level) setView(withPath(view, goToLevel(view.path, level)))
  }
  const [subject, setSubject] = useState({ accountId, since, until })
  if (subject.accountId !== accountId || subject.since !== since || subject.until !== until) {
    setSubject({ accountId, since, until })
    setView(subject.accountId === accountId ? atFirstPage : inAnotherAccount)
  }
  useTold(view.path.level, onLevelChange)
  return { view, actions: useMemo(() => actionsOn(setView), []) }
}

function actionsOn(setView: Dispatch<SetStateAction<TableView>>): TableActions {
  return {
    goTo: (level) => setView((view) => withPath(view, goToLevel(view.path, level))),
    drill: (row) => setView((view) => withPath(view, drillInto(view.path, row))),
    leaveStep: (level) => setView((view) => withPath(view, withoutStep(view.path, level))),
    search: (text) => setView((view) => withSearch(view, text)),
    deliver: (delivery) => setView((view) => withDelivery(view, delivery)),
    clear: () => setView(withoutFilters),
    toggleSort: (key) => setView((view) => withSortToggled(view, key)),
    sort: (sort) => setView((view) => withSort(view, sort)),
    nextPage: (cursor) => setView((view) => toNextPage(view, cursor)),
    previousPage: () => setView(toPreviousPage),
  }
}

function useTold(level: TableLevel, onLevelChange: ((level: TableLevel) => void) | undefined): void {
  const told = useRef(level)
  useEffect(() => {
    if (told.current === level) return
    told.current = level
    onLevelChange?.(level)
  }, [level, onLevelChange])
}
