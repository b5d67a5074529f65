import { CellError, type ValueOf } from './cell-text.ts'
import { mismatches } from './mismatches.ts'
import type { Case } from './read-tables.ts'
import { readReplyCell, type Capture, type ExpectedReply } from './reply-cell.ts'
import { readRequestCell } from './request-cell.ts'
import { parsedJson, sendRequest, type Reply } from './send-request.ts'

/** What rows are run against, and the values their `{names}` stand for; captures add to them. */
export interface CaseContext {
  /** Without a trailing slash. */
  url: string
  values: Map<string, string>
}

/**
 * Sends the request of a row and compares the reply.
 *
 * @returns Where the reply differs, a line each; empty when all is as the row says.
 * @throws {CellError} A `{name}` has no value: the row that should have captured it failed.
 */
export async function runCase(row: Case, context: CaseContext): Promise<readonly string[]> {
  const valueOf: ValueOf = (name) => {
    const value = context.values.get(name)
    if (value === undefined) throw new CellError(`{${name}} has no value`)
    return value
  }
  const plan = readRequestCell(row.request, valueOf)
  for (let time = 1; time < plan.times; time++) await sendRequest(plan, context.url)
  const reply = await sendRequest(plan, context.url)
  // Values stand inside of quotes there.
  const expected = readReplyCell(row.reply, (name) => JSON.stringify(valueOf(name)).slice(1, -1))
  const lines = [...statusMismatches(row, reply), ...replyMismatches(expected, reply)]
  if (lines.length === 0) for (const capture of expected.captures) keep(capture, reply, context.values)
  return lines
}

function statusMismatches({ status }: Case, reply: Reply): readonly string[] {
  if (reply.status === status) return []
  return [`status: expected ${status || 'cut'}, got ${reply.status || 'cut'} ${reply.text.slice(0, 600)}`]
}

/** Where headers and body differ from what a row says. */
export function replyMismatches({ headers, json, text }: ExpectedReply, reply: Reply): readonly string[] {
  return [
    ...headers.flatMap(([name, pattern]) => mismatches(pattern, reply.headers.get(name) ?? undefined, name)),
    ...(json ? mismatches(json, reply.json, 'body') : []),
    ...(text ? mismatches(text, reply.text, 'text') : []),
  ]
}

function keep({ name, path, regex }: Capture, reply: Reply, values: Map<string, string>): void {
  const found = path[0] === 'headers' ? reply.headers.get(path[1] ?? '') : path.reduce(step, reply.json ?? reply.text)
  const text = typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
  const value = regex && text !== undefined ? regex.exec(text)?.[1] : text
  if (value === undefined) throw new CellError(`→ ${name}: there is nothing at ${path.join('.')}`)
  values.set(name, value)
}

/** Into an object or a list; `(json)` reads a string of JSON. */
function step(value: unknown, key: string): unknown {
  if (key === '(json)') return typeof value === 'string' ? parsedJson(value) : undefined
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
