import { Temporal } from 'temporal-polyfill'

/** `2026-11-23T09:00:00+0100`, the way Graph writes an instant in an account's zone. */
export function wireTime(atMs: number, timezone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(atMs / 1000) * 1000).toZonedDateTimeISO(timezone)
  return `${local.toPlainDateTime().toString({ smallestUnit: 'second' })}${local.offset.replace(':', '')}`
}

/**
 * Reads a time in every form that Graph's guide uses: seconds since 1970, ISO with `+0100` or `-07:00`, and
 * `2015-03-12 23:59:59 PDT`. A time without a zone is meant in the account's.
 *
 * @returns Milliseconds since 1970; undefined for anything else.
 */
export function instantMs(value: unknown, timezone: string): number | undefined {
  if (value instanceof Date) return value.getTime()
  const text = String(value).trim()
  if (/^\d{1,12}$/.test(text)) return Number(text) * 1000
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,4})?)?$/.exec(text)
  if (!parts) return undefined
  const [, day = '', time = '00:00', zone] = parts
  const offset = zone === undefined ? undefined : offsetOf(zone)
  if (zone !== undefined && offset === undefined) return undefined
  return offset === undefined ? localMs(`${day}T${time}`, timezone) : parsedMs(`${day}T${time}${offset}`)
}

function offsetOf(zone: string): string | undefined {
  const digits = /^([+-]\d{2}):?(\d{2})$/.exec(zone)
  return digits ? `${digits[1]}:${digits[2]}` : zoneNames[zone]
}

// Names that say one thing only; Meta's own samples are from California.
const zoneNames: Record<string, string> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  PST: '-08:00',
  PDT: '-07:00',
  EST: '-05:00',
  EDT: '-04:00',
  CET: '+01:00',
  CEST: '+02:00',
}

function parsedMs(iso: string): number | undefined {
  return unlessOutOfRange(() => Temporal.Instant.from(iso).epochMilliseconds)
}

function localMs(text: string, timezone: string): number | undefined {
  return unlessOutOfRange(() => Temporal.PlainDateTime.from(text).toZonedDateTime(timezone).epochMilliseconds)
}

// Days that no month has, such as February 30, and hours that no day has.
function unlessOutOfRange(read: () => number): number | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
