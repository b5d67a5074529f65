import { CellError, type ValueOf } from './cell-text.ts'
import { fileBytes } from './files.ts'
import { mismatches } from './mismatches.ts'
import type { Case } from './read-tables.ts'
import { readReplyCell, type Capture, type ExpectedReply } from './reply-cell.ts'
import { readRequestCell, type RequestPlan } from './request-cell.ts'

/** What rows are run against, and the values their `{names}` stand for; captures add to them. */
export interface CaseContext {
  /** Without a trailing slash. */
  url: string
  values: Map<string, string>
}

/** The version a path without one is asked in. */
const version = 'v25.0'

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
  for (let time = 1; time < plan.times; time++) await send(plan, context)
  const reply = await send(plan, context)
  // Values stand inside of quotes there.
  const expected = readReplyCell(row.reply, (name) => JSON.stringify(valueOf(name)).slice(1, -1))
  const lines = [...statusMismatches(row, reply), ...replyMismatches(expected, reply)]
  if (lines.length === 0) for (const capture of expected.captures) keep(capture, reply, context.values)
  return lines
}

/** What came back. */
export interface Reply {
  status: number
  headers: Headers
  text: string
  /** undefined when the body is no JSON. */
  json: unknown
}

async function send(plan: RequestPlan, { url }: CaseContext): Promise<Reply> {
  const address = addressOf(plan, url)
  const headers = new Headers(plan.headers.map(([name, value]): [string, string] => [name, value]))
  const body = bodyOf(plan, headers)
  const response = await fetch(address, {
    method: plan.method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

function addressOf(plan: RequestPlan, url: string): URL {
  const { target } = plan
  const address = new URL(
    /^https?:/.test(target) ? target : target.startsWith('/') ? `${url}${target}` : `${url}/${version}/${target}`,
  )
  const isInBody = hasBody(plan) && plan.json === undefined
  for (const [name, value] of plan.query) address.searchParams.append(name, value)
  if (plan.token !== undefined && !isInBody && !bringsToken(plan, address)) {
    address.searchParams.set('access_token', plan.token)
  }
  return address
}

function hasBody({ method }: RequestPlan): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** The row sends a token of its own. */
function bringsToken({ headers, fields }: RequestPlan, address: URL): boolean {
  return (
    address.searchParams.has('access_token') ||
    headers.some(([name]) => name === 'Authorization') ||
    fields.some(([name]) => name === 'access_token')
  )
}

function bodyOf(plan: RequestPlan, headers: Headers): FormData | URLSearchParams | string | undefined {
  if (!hasBody(plan)) return undefined
  if (plan.json !== undefined) {
    headers.set('content-type', 'application/json')
    return plan.json
  }
  const form = plan.isMultipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of plan.fields) form.append(name, value)
  if (plan.token !== undefined && !bringsToken(plan, new URL('http://a/'))) form.append('access_token', plan.token)
  if (form instanceof FormData) {
    for (const { part, name } of plan.files) form.append(part, new Blob([fileBytes(name)]), name)
  }
  return form
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function statusMismatches({ status }: Case, reply: Reply): readonly string[] {
  if (reply.status === status) return []
  return [`status: expected ${status}, got ${reply.status} ${reply.text.slice(0, 600)}`]
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
  if (key === '(text)') return value
  if (key === '(json)') return typeof value === 'string' ? parsed(value) : undefined
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
