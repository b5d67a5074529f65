import type { Day } from '@adpane/contract'

/** A calendar day as text: `Nov 9`, or `Fri Oct 30` with the weekday. The year shows when it differs from `near`. */
export function formatDay(
  day: Day,
  locale: string,
  options: { weekday?: boolean; month?: boolean; near?: Day } = {},
): string {
  const parts: Intl.DateTimeFormatOptions = options.month
    ? { month: 'short', ...year(day, options.near ?? '') }
    : {
        month: 'short',
        day: 'numeric',
        ...(options.weekday && { weekday: 'short' }),
        ...(options.near !== undefined && year(day, options.near)),
      }
  const text = dateFormat(locale, parts).format(utcNoon(day))
  return options.weekday && locale.startsWith('en') ? text.replace(', ', ' ') : text
}

/** A range of days: `Oct 25 – Nov 23`; one day stands alone. Years show when the range crosses one. */
export function formatRange(since: Day, until: Day, locale: string): string {
  if (since === until) return formatDay(since, locale)
  const crosses = since.slice(0, 4) !== until.slice(0, 4)
  const near = crosses ? {} : undefined
  const write = (day: Day) => formatDay(day, locale, near && { near: '' })
  return `${write(since)} – ${write(until)}`
}

/** A time of day in the account's time zone, `14:05`; with the day in front when it is another one. */
export function formatTime(instant: Date, timeZone: string, locale: string, now?: Date): string {
  const time = dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(instant)
  if (!now || dayIn(instant, timeZone) === dayIn(now, timeZone)) return time
  const day = dateFormat(locale, { month: 'short', day: 'numeric', timeZone }).format(instant)
  return `${day}, ${time}`
}

/** Minutes and seconds of a countdown: `2:41`. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const digits = locale.includes('-nu-') ? {} : { numberingSystem: 'latn' }
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...digits, ...options })
  formats.set(key, made)
  return made
}

function year(day: Day, near: Day): Intl.DateTimeFormatOptions {
  return day.slice(0, 4) === near.slice(0, 4) ? {} : { year: 'numeric' }
}

function utcNoon(day: Day): Date {
  return new Date(`${day}T12:00:00Z`)
}

function dayIn(instant: Date, timeZone: string): string {
  return dateFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(instant)
}
