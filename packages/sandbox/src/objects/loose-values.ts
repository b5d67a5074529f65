/** Reading of values whose shape a caller chose. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The record, or an empty one. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

/** The records in a list; other items fall away. */
export function recordsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A number or digits as a number; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined
}

/** Text or a number as text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** True for what Graph reads as yes: `true`, `1`, `"1"`. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true'
}

/** Ids as text wherever they stand, since Graph answers with text whether or not it was sent a number. */
export function withTextIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextIds)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      typeof item === 'number' && /(^|_)(id|key)$/.test(name) ? String(item) : withTextIds(item),
    ]),
  )
}

/** Sixteen hex digits that stand for a value; the same for equal values. */
export function fingerprint(value: unknown): string {
  let first = 0x81_1c_9d_c5
  let second = 0x2f_0b_44_15
  for (const letter of JSON.stringify(value) ?? '') {
    const code = letter.codePointAt(0) ?? 0
    first = Math.imul(first ^ code, 0x01_00_01_93) >>> 0
    second = Math.imul(second ^ (code + 1), 0x85_eb_ca_6b) >>> 0
  }
  return first.toString(16).padStart(8, '0') + second.toString(16).padStart(8, '0')
}
