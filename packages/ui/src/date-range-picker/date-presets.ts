import { addDays, type Day } from '@adpane/contract'

/** Ranges people think in, in the order of the menu. */
export const datePresets = [
  'today',
  'yesterday',
  'last_7_days',
  'last_14_days',
  'last_28_days',
  'last_30_days',
  'last_90_days',
  'this_month',
  'last_month',
] as const

export type DatePreset = (typeof datePresets)[number]

/** A range of days, both included, in the account's time zone. `preset` is set when it came from the menu. */
export interface DateRange {
  since: Day
  until: Day
  preset?: DatePreset
}

export function isDatePreset(text: string): text is DatePreset {
  return (datePresets as readonly string[]).includes(text)
}

/**
 * The days a preset means today.
 *
 * "Last n days" end with the unfinished day, unlike Meta's `last_30d`, which ends yesterday: people look for
 * today's numbers first, and the chart marks the day that is not over.
 */
export function rangeOfPreset(preset: DatePreset, today: Day): DateRange {
  return { preset, ...meanings[preset](today) }
}

const meanings = {
  today: lastDays(1),
  yesterday: (today) => ({ since: addDays(today, -1), until: addDays(today, -1) }),
  last_7_days: lastDays(7),
  last_14_days: lastDays(14),
  last_28_days: lastDays(28),
  last_30_days: lastDays(30),
  last_90_days: lastDays(90),
  this_month: (today) => ({ since: firstOfMonth(today), until: today }),
  last_month: (today) => {
    const until = addDays(firstOfMonth(today), -1)
    return { since: firstOfMonth(until), until }
  },
} as const satisfies Record<DatePreset, (today: Day) => { since: Day; until: Day }>

function lastDays(count: number): (today: Day) => { since: Day; until: Day } {
  return (today) => ({ since: addDays(today, 1 - count), until: today })
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}
