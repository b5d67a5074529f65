/** A calendar day as the number of days since 1970-01-01; cheap to add, compare and use as an index. */
export type EpochDay = number

const msPerDay = 86_400_000

/** Reads `YYYY-MM-DD`; undefined for anything else, including days no calendar has (2025-02-30). */
export function parseDay(text: string): EpochDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(ms)) return undefined
  const day = ms / msPerDay
  return formatDay(day) === text ? day : undefined
}

export function formatDay(day: EpochDay): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

export function dayOf(year: number, month: number, date: number): EpochDay {
  return Date.UTC(year, month - 1, date) / msPerDay
}

/** Year, month 1–12, date, and weekday with Monday as 0. */
export function calendarOf(day: EpochDay): { year: number; month: number; date: number; weekday: number } {
  const at = new Date(day * msPerDay)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: (at.getUTCDay() + 6) % 7,
  }
}

export function firstOfMonth(day: EpochDay, months = 0): EpochDay {
  const { year, month } = calendarOf(day)
  return dayOf(year, month + months, 1)
}

/** The same date some months away; the last day of the month where that date does not exist. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const first = firstOfMonth(day, months)
  const last = firstOfMonth(first, 1) - 1
  return Math.min(first + calendarOf(day).date - 1, last)
}
