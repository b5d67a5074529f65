import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { formatDay, parseDay, type EpochDay } from '../world/day.ts'

/** One line of a results file: what one ad did on one day with one demographic. */
export interface ResultLine {
  day: EpochDay
  adId: string
  campaignId: string
  adSetId: string
  age: string
  gender: string
  impressions: number
  clicks: number
  /** As written; a plain decimal. */
  spend: string
  leads: number
  purchases: number
}

/**
 * Reads a CSV of real results.
 *
 * @throws {ResultsFileError} The file is missing, empty or malformed; the message names the line and the fix.
 */
export async function loadResults(path: string): Promise<readonly ResultLine[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ResultsFileError(`${path} ${unreadable(cause)}`, { cause })
  })
  const records = parseRecords(path, text)
  const header = records[0] ?? []
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    throw new ResultsFileError(
      `${path} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} in its first line.`,
    )
  }
  if (records.length === 1)
    throw new ResultsFileError(`${path} has a header and no rows. Add at least one row of results.`)
  const lines = records.slice(1).map((record, index) => lineOf(path, index + 2, header, record))
  checkHierarchy(path, lines)
  checkSpan(path, lines)
  return lines
}

/** The results file cannot be used. */
export class ResultsFileError extends Error {
  override readonly name = 'ResultsFileError'
}

function unreadable(cause: unknown): string {
  const isFolder = cause instanceof Error && 'code' in cause && cause.code === 'EISDIR'
  return isFolder ? 'is a folder. Give the path of a CSV file.' : 'cannot be read. Check the path and its permissions.'
}

const columns = [
  'Date',
  'ad_id',
  'xyz_campaign_id',
  'fb_campaign_id',
  'age',
  'gender',
  'Impressions',
  'Clicks',
  'Spent',
  'Total_Conversion',
  'Approved_Conversion',
] as const

function parseRecords(path: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, trim: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ResultsFileError(`${path} is not well-formed CSV: ${reason}.`, { cause })
  }
}

function lineOf(path: string, number: number, header: readonly string[], record: readonly string[]): ResultLine {
  const cell = (column: (typeof columns)[number]) => record[header.indexOf(column)] ?? ''
  const checked = <T>(column: (typeof columns)[number], read: (text: string) => T | undefined, form: string): T => {
    const value = read(cell(column))
    if (value !== undefined) return value
    throw new ResultsFileError(
      `${path}, line ${number}: ${column} must be ${form}, not "${cell(column).slice(0, 40)}".`,
    )
  }
  return {
    day: checked('Date', readDay, 'a day such as 31-08-2023 or 2023-08-31'),
    adId: checked('ad_id', readId, 'an id of digits'),
    campaignId: checked('xyz_campaign_id', readId, 'an id of digits'),
    adSetId: checked('fb_campaign_id', readId, 'an id of digits'),
    age: checked('age', (text) => (/^\d\d(-\d\d|\+)$/.test(text) ? text : undefined), 'a bracket such as 30-34'),
    gender: checked('gender', (text) => genders[text.toUpperCase()], 'M or F'),
    impressions: checked('Impressions', readCount, 'a whole number'),
    clicks: checked('Clicks', readCount, 'a whole number'),
    spend: checked('Spent', (text) => (/^\d{1,12}(\.\d{1,12})?$/.test(text) ? text : undefined), 'a decimal amount'),
    leads: checked('Total_Conversion', readCount, 'a whole number'),
    purchases: checked('Approved_Conversion', readCount, 'a whole number'),
  }
}

const genders: Record<string, string> = { M: 'male', F: 'female', U: 'unknown' }

function readDay(text: string): EpochDay | undefined {
  const parts = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text)
  if (!parts) return parseDay(text)
  return parseDay(`${parts[3] ?? ''}-${parts[2] ?? ''}-${parts[1] ?? ''}`)
}

function readId(text: string): string | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? text : undefined
}

function readCount(text: string): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

// One id names one object: an ad has one ad set, an ad set one campaign, and no id is two kinds of thing.
function checkHierarchy(path: string, lines: readonly ResultLine[]): void {
  const parents = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    const claims = [
      [line.campaignId, 'a campaign'],
      [line.adSetId, `an ad set of campaign ${line.campaignId}`],
      [line.adId, `an ad of ad set ${line.adSetId}`],
    ] as const
    for (const [id, claim] of claims) {
      const earlier = parents.get(id) ?? claim
      if (earlier !== claim) {
        throw new ResultsFileError(`${path}, line ${index + 2}: ${id} is ${claim} here, but ${earlier} further up.`)
      }
      parents.set(id, claim)
    }
  }
}

// Meta keeps 37 months; a mistyped year must not become a century of empty days.
function checkSpan(path: string, lines: readonly ResultLine[]): void {
  const first = firstDayOf(lines)
  const last = lastDayOf(lines)
  if (last - first <= 37 * 31) return
  throw new ResultsFileError(
    `${path} spans ${formatDay(first)} to ${formatDay(last)}, more than 37 months. Check Date or load a shorter part.`,
  )
}

export function firstDayOf(lines: readonly ResultLine[]): EpochDay {
  return lines.reduce((first, line) => Math.min(first, line.day), Number.POSITIVE_INFINITY)
}

/** The last day any ad delivered. */
export function lastDayOf(lines: readonly ResultLine[]): EpochDay {
  return lines.reduce((last, line) => Math.max(last, line.day), 0)
}
