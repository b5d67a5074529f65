import { createHash } from 'node:crypto'
import { invalidParam, missingParam, notOneOf } from '../graph/graph-error.ts'
import { parseLooseJson } from '../graph/loose-json.ts'

/** An upload of people, read and checked. */
export interface UserPayload {
  received: number
  invalid: number
  /** A few of the entries that were refused, by their position. */
  invalidSamples: Readonly<Record<string, string>>
  /** One key for each person that can be used; different for different people. */
  people: readonly string[]
}

/**
 * Reads the `payload` of a users upload: `{"schema":["EMAIL","FN"],"data":[["<sha256>","<sha256>"]]}` or, with one key,
 * `{"schema":"EMAIL_SHA256","data":["<sha256>"]}`. Entries that break the rules of hashing are counted, not refused.
 *
 * @throws {GraphError} 100 for a malformed payload, an unknown key or more than 10,000 entries.
 */
export function readUserPayload(sent: unknown, { isValueBased = false }: { isValueBased?: boolean } = {}): UserPayload {
  const payload = objectOf(sent)
  const schema = readSchema(payload.schema)
  if (isValueBased && !schema.includes('LOOKALIKE_VALUE')) {
    throw invalidParam('Value-Based Custom Audience requires LOOKALIKE_VALUE attribute.')
  }
  const data = readData(payload.data)
  const isRaw = payload.is_raw === true || payload.is_raw === 'true' || payload.is_raw === 1
  const people: string[] = []
  const invalidSamples: Record<string, string> = {}
  let invalid = 0
  data.forEach((entry, index) => {
    const row = Array.isArray(entry) ? entry.map(cellText) : [cellText(entry)]
    if (isUsable(row, schema, isRaw)) people.push(personKey(row, schema))
    else if (invalid++ < maxSamples) invalidSamples[index] = JSON.stringify(entry ?? null).slice(0, 120)
  })
  return { received: data.length, invalid, invalidSamples, people }
}

const maxEntries = 10_000
const maxSamples = 5

function objectOf(sent: unknown): Record<string, unknown> {
  const value = typeof sent === 'string' ? parseLooseJson(sent)?.value : sent
  if (value === undefined || value === null) throw missingParam('payload')
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidParam('Param payload must be a JSON object.')
  return { ...value }
}

function readSchema(sent: unknown): Key[] {
  const names: unknown[] = Array.isArray(sent) ? sent : sent === undefined ? [] : [sent]
  if (names.length === 0) throw missingParam('payload[schema]')
  return names.map((name, index) => {
    const found = keys.find((key) => key === String(name).toUpperCase())
    if (!found) throw notOneOf(`payload[schema][${index}]`, keys, String(name))
    return found
  })
}

function readData(sent: unknown): unknown[] {
  if (sent === undefined) throw missingParam('payload[data]')
  if (!Array.isArray(sent)) throw invalidParam('Param payload[data] must be an array.')
  if (sent.length === 0) throw invalidParam('Param payload[data] must hold at least one entry.')
  if (sent.length > maxEntries) throw invalidParam(`Param payload[data] can hold at most ${maxEntries} entries.`)
  return sent
}

const keys = [
  'EMAIL_SHA256',
  'PHONE_SHA256',
  'MOBILE_ADVERTISER_ID',
  'UID',
  'EXTERN_ID',
  'EMAIL',
  'PHONE',
  'GEN',
  'DOBY',
  'DOBM',
  'DOBD',
  'LN',
  'FN',
  'FI',
  'CT',
  'ST',
  'ZIP',
  'MADID',
  'COUNTRY',
  'APPUID',
  'PAGEUID',
  'LOOKALIKE_VALUE',
] as const

type Key = (typeof keys)[number]

// Ids and values travel as they are; all else is hashed.
const plainForms: Partial<Record<Key, RegExp>> = {
  MOBILE_ADVERTISER_ID: /^[0-9a-f-]{32,36}$/i,
  MADID: /^([0-9a-f]{64}|[0-9a-f-]{32,36})$/i,
  UID: /^\d{1,20}$/,
  APPUID: /^\d{1,20}$/,
  PAGEUID: /^\d{1,20}$/,
  EXTERN_ID: /\S/,
  LOOKALIKE_VALUE: /^\d+(\.\d+)?$/,
}

const sha256 = /^[0-9a-f]{64}$/i

/** What a field must look like before it is hashed. */
const rawForms: Partial<Record<Key, RegExp>> = {
  EMAIL: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  EMAIL_SHA256: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  PHONE: /^[+\d][\d\s().-]{5,24}$/,
  PHONE_SHA256: /^[+\d][\d\s().-]{5,24}$/,
  GEN: /^[mf]/i,
  DOBY: /^\d{4}$/,
  DOBM: /^\d{1,2}$/,
  DOBD: /^\d{1,2}$/,
  COUNTRY: /^[a-z]{2}$/i,
}

function isUsable(row: readonly (string | undefined)[], schema: readonly Key[], isRaw: boolean): boolean {
  if (row.length !== schema.length) return false
  const isFilled = schema.some((key, index) => key !== 'LOOKALIKE_VALUE' && (row[index] ?? '') !== '')
  return isFilled && schema.every((key, index) => isFieldUsable(key, row[index], isRaw))
}

// A field may be left empty as long as another one is there.
function isFieldUsable(key: Key, value: string | undefined, isRaw: boolean): boolean {
  if (value === undefined) return false
  if (value === '') return key !== 'LOOKALIKE_VALUE'
  const plain = plainForms[key]
  if (plain) return plain.test(value)
  // The Python SDK hashes on its side and still says `is_raw`, so a hash is never wrong.
  return sha256.test(value) || (isRaw && (rawForms[key] ?? /\S/).test(value))
}

function cellText(cell: unknown): string | undefined {
  if (cell === null) return ''
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : undefined
}

// Which person an entry means, not what it is worth.
function personKey(row: readonly (string | undefined)[], schema: readonly Key[]): string {
  const parts = schema.flatMap((key, index) =>
    key === 'LOOKALIKE_VALUE' ? [] : [`${key.replace('_SHA256', '')}=${hashedForm(key, row[index] ?? '')}`],
  )
  return createHash('sha1').update(parts.join('\n')).digest('base64url').slice(0, 16)
}

// Raw or hashed, it is the same person.
function hashedForm(key: Key, value: string): string {
  const text = value.toLowerCase()
  if (plainForms[key] || text === '' || sha256.test(text)) return text
  const normal = key.startsWith('PHONE') ? text.replaceAll(/\D/g, '') : text
  return createHash('sha256').update(normal).digest('hex')
}
