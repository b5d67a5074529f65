import { fileBytes } from './files.ts'
import type { RequestPlan } from './request-cell.ts'

/** The version a path without one is asked in. */
const version = 'v25.0'

/** What came back. */
export interface Reply {
  /** 0 when the connection was cut. */
  status: number
  headers: Headers
  text: string
  /** undefined when the body is no JSON. */
  json: unknown
}

/**
 * Sends what a row asks for, as any HTTP client would.
 *
 * @param url - Of the sandbox, without a trailing slash.
 */
export async function sendRequest(plan: RequestPlan, url: string): Promise<Reply> {
  const address = addressOf(plan, url)
  const headers = new Headers(plan.headers.map(([name, value]): [string, string] => [name, value]))
  const body = bodyOf(plan, headers)
  try {
    const response = await fetch(address, {
      method: plan.method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsedJson(text) }
  } catch (error) {
    return { status: 0, headers: new Headers(), text: String(error), json: undefined }
  }
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

/** undefined when the text is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
