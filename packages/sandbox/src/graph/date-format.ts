/**
 * Times in the form that `date_format` asks for, in PHP's notation, as Graph offers: `U`, `c`, `Y-m-d\TH:i:sO` …
 *
 * @param value - A time as Graph writes it (`2026-11-23T09:00:00+0100`); anything else passes through.
 */
export function formatDates(value: unknown, format: string | undefined): unknown {
  if (format === undefined || format === '' || typeof value !== 'string') return value
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([+-]\d\d)(\d\d)$/.exec(value)
  if (!parts) return value
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', zoneHour = '', zoneMinute = ''] = parts
  const unix = String(Date.parse(value) / 1000)
  if (format === 'U') return Number(unix)
  const letters: Record<string, string> = {
    Y: year,
    y: year.slice(2),
    m: month,
    n: String(Number(month)),
    d: day,
    j: String(Number(day)),
    H: hour,
    G: String(Number(hour)),
    i: minute,
    s: second,
    O: `${zoneHour}${zoneMinute}`,
    P: `${zoneHour}:${zoneMinute}`,
    U: unix,
    c: `${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`,
  }
  // A backslash keeps the next letter as it is.
  return format.replaceAll(
    /\\(.)|([A-Za-z])/g,
    (_all, kept?: string, letter?: string) => kept ?? letters[letter ?? ''] ?? letter ?? '',
  )
}
