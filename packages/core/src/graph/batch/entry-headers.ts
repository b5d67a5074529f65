import { isJsonObject, type JsonObject } from '../json.ts'

/**
 * Headers of a batch's slot, which Meta sends as a list of names and values. Empty when there are none.
 *
 * @param slot - One element of the answer's list.
 */
export function entryHeaders(slot: JsonObject): Headers {
  const headers = new Headers()
  const list: unknown = slot['headers']
  for (const header of Array.isArray(list) ? list : []) {
    const { name, value }: JsonObject = isJsonObject(header) ? header : {}
    if (typeof name !== 'string' || typeof value !== 'string') continue
    // One that no header can hold must not cost us the others.
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7E\x80-\xFF]*$/.test(value)) headers.append(name, value)
  }
  return headers
}
