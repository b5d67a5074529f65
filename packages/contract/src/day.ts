/** A calendar day, `YYYY-MM-DD`, always in the ad account's own time zone. */
export type Day = string

const MS_PER_DAY = 86_400_000

/** Moves a day by whole calendar days; negative goes back. */
export function addDays(day: Day, count: number): Day {
  return fromEpochDay(toEpochDay(day) + count)
}

/** How many days a range spans, both ends included. `2025-03-01` to `2025-03-01` is 1. */
export function countDays(since: Day, until: Day): number {
  return toEpochDay(until) - toEpochDay(since) + 1
}

/** Every day of a range in order, both ends included. */
export function eachDay(since: Day, until: Day): Day[] {
  return Array.from({ length: Math.max(0, countDays(since, until)) }, (_, index) => addDays(since, index))
}

/** The equally long range that ends the day before this one begins. */
export function previousRange(since: Day, until: Day): { since: Day; until: Day } {
  return { since: addDays(since, -countDays(since, until)), until: addDays(since, -1) }
}

/** The day it is in a time zone at an instant. */
export function dayAt(instant: Date, timeZone: string): Day {
  // Swedish writes dates the ISO way, which spares assembling the parts.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant)
}

/**
 * True for a real calendar day of this century in the form `YYYY-MM-DD`; `2025-02-30` is not one.
 *
 * Meta was founded in 2004, and days past the year 9999 no longer sort as text.
 */
export function isDay(text: string): boolean {
  return (
    /^20\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text
  )
}

function toEpochDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
}

function fromEpochDay(epochDay: number): Day {
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10)
}
