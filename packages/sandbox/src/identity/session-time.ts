const format = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  weekday: 'long',
  day: '2-digit',
  month: 'short',
  year: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

/** `Tuesday, 01-Aug-23 10:12:14 PDT`: how Meta writes times into the texts of its token errors. */
export function sessionTime(instant: Date): string {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  const day = `${part('day')}-${part('month')}-${part('year')}`
  return `${part('weekday')}, ${day} ${part('hour')}:${part('minute')}:${part('second')} ${part('timeZoneName')}`
}
