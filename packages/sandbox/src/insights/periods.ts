import { GraphError, invalidParam, notOneOf } from '../graph/graph-error.ts'
import { parseLooseJson } from '../graph/loose-json.ts'
import { enumParam, objectParam, unquoted, type Params } from '../graph/params.ts'
import { addMonths, calendarOf, dayOf, firstOfMonth, parseDay, type EpochDay } from '../world/day.ts'

/** Days from `since` to `until`, both included. */
export interface Period {
  since: EpochDay
  until: EpochDay
}

/**
 * The periods a query wants one set of rows for, from `time_ranges`, `time_range` or `date_preset`
 * (in that order of precedence) and `time_increment`.
 *
 * @param today - The day it is in the account's time zone.
 * @param firstDay - The account's first day; `maximum` starts no earlier.
 * @throws {GraphError} 100 for days that do not exist or run backwards, 3018 beyond 37 months.
 */
export function periodsParam(params: Params, today: EpochDay, firstDay: EpochDay): readonly Period[] {
  const several = timeRangesParam(params)
  if (several) return several.map((period) => checkRetention(period, today))
  const given = objectParam(params, 'time_range')
  const preset = enumParam(lowerCased(params, 'date_preset'), 'date_preset', datePresets) ?? 'last_30d'
  const whole = given ? periodOf(given, 'time_range') : presetPeriod(preset, today, firstDay)
  return split(checkRetention(whole, today), params)
}

/** The ad set edge spells the presets in upper case. */
function lowerCased(params: Params, name: string): Params {
  const text = params.get(name)
  return text !== undefined && /^"?[A-Z][A-Z0-9_]*"?$/.test(text) ? new Map([[name, text.toLowerCase()]]) : params
}

const datePresets = [
  'today',
  'yesterday',
  'this_month',
  'last_month',
  'this_quarter',
  'maximum',
  'data_maximum',
  'last_3d',
  'last_7d',
  'last_14d',
  'last_28d',
  'last_30d',
  'last_90d',
  'last_week_mon_sun',
  'last_week_sun_sat',
  'last_quarter',
  'last_year',
  'this_week_mon_today',
  'this_week_sun_today',
  'this_year',
] as const

type DatePreset = (typeof datePresets)[number]

function presetPeriod(preset: DatePreset, today: EpochDay, firstDay: EpochDay): Period {
  const { year, month, weekday } = calendarOf(today)
  const monday = today - weekday
  const sunday = today - ((weekday + 1) % 7)
  const quarter = dayOf(year, month - ((month - 1) % 3), 1)
  const lastDays = /^last_(\d+)d$/.exec(preset)?.[1]
  if (lastDays !== undefined) return { since: today - Number(lastDays), until: today - 1 }
  const fixed: Partial<Record<DatePreset, Period>> = {
    today: { since: today, until: today },
    yesterday: { since: today - 1, until: today - 1 },
    this_month: { since: firstOfMonth(today), until: today },
    last_month: { since: firstOfMonth(today, -1), until: firstOfMonth(today) - 1 },
    this_quarter: { since: quarter, until: today },
    last_quarter: { since: firstOfMonth(quarter, -3), until: quarter - 1 },
    this_year: { since: dayOf(year, 1, 1), until: today },
    last_year: { since: dayOf(year - 1, 1, 1), until: dayOf(year, 1, 1) - 1 },
    last_week_mon_sun: { since: monday - 7, until: monday - 1 },
    last_week_sun_sat: { since: sunday - 7, until: sunday - 1 },
    this_week_mon_today: { since: monday, until: today },
    this_week_sun_today: { since: sunday, until: today },
  }
  return fixed[preset] ?? { since: Math.min(today, Math.max(addMonths(today, -37), firstDay)), until: today }
}

function timeRangesParam(params: Params): Period[] | undefined {
  const text = (params.get('time_ranges') ?? '').trim()
  if (text === '') return undefined
  const value = parseLooseJson(text)?.value
  if (!Array.isArray(value) || value.length === 0) throw invalidParam('Param time_ranges must be an array.')
  return value.map((item: unknown, index) => {
    if (typeof item !== 'object' || item === null)
      throw invalidParam(`Param time_ranges[${index}] must be a JSON object.`)
    return periodOf({ ...item }, `time_ranges[${index}]`)
  })
}

function periodOf(range: Record<string, unknown>, name: string): Period {
  const since = dayAt(range, 'since', name)
  const until = dayAt(range, 'until', name)
  if (since > until) throw invalidParam(`Param ${name}: the since date must not be after the until date.`)
  return { since, until }
}

function dayAt(range: Record<string, unknown>, end: 'since' | 'until', name: string): EpochDay {
  const text = range[end]
  if (text === undefined) throw invalidParam(`The parameter ${name}[${end}] is required`)
  const day = typeof text === 'string' ? parseDay(text) : undefined
  if (day === undefined) throw invalidParam(`Param ${name}[${end}] must be a valid date in the form YYYY-MM-DD.`)
  return day
}

function checkRetention(period: Period, today: EpochDay): Period {
  if (period.since >= addMonths(today, -37)) return period
  throw new GraphError('(#3018) The start date of the time range cannot be beyond 37 months from the current date', {
    type: 'OAuthException',
    code: 3018,
  })
}

function split(whole: Period, params: Params): Period[] {
  const increment = unquoted((params.get('time_increment') ?? 'all_days').trim())
  if (increment === 'all_days' || increment === '') return [whole]
  const days = Number(increment)
  if (increment !== 'monthly' && !(/^\d+$/.test(increment) && days >= 1 && days <= 90)) {
    throw notOneOf('time_increment', ['monthly', 'all_days', '1..90'], increment)
  }
  const periods: Period[] = []
  for (let since = whole.since; since <= whole.until;) {
    const next = increment === 'monthly' ? firstOfMonth(since, 1) : since + days
    periods.push({ since, until: Math.min(next - 1, whole.until) })
    since = next
  }
  return periods
}
