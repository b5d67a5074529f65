import type { Sandbox } from '../start-sandbox.ts'

/** What a test sees of an answer. */
export interface GraphReply {
  status: number
  headers: Headers
  text: string
  body: GraphBody
}

interface GraphBody {
  data?: Record<string, unknown>[]
  paging?: { next?: string; previous?: string }
  summary?: Record<string, unknown>
  error?: Record<string, unknown>
  [field: string]: unknown
}

interface AskOptions {
  /** @default the developer's */
  token?: string
  /** With a trailing slash. @default 'v25.0/' */
  version?: string
  method?: 'GET' | 'POST'
}

/** Asks a sandbox over HTTP. A whole address, such as a page link, is followed as it is. */
export async function ask(
  sandbox: Sandbox,
  path: string,
  params: Readonly<Record<string, string>> = {},
  { token = sandbox.accessToken, version = 'v25.0/', method = 'GET' }: AskOptions = {},
): Promise<GraphReply> {
  const url = new URL(path.startsWith('http') ? path : `${sandbox.url}/${version}${path}`)
  const isForm = method === 'POST'
  if (!isForm) for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  const response = await fetch(url, {
    method,
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    ...(isForm ? { body: new URLSearchParams(params) } : {}),
  })
  const text = await response.text()
  const body: GraphBody = JSON.parse(text)
  return { status: response.status, headers: response.headers, text, body }
}

/** The rows of all pages, following `paging.next` to its end. */
export async function allPages(
  sandbox: Sandbox,
  path: string,
  params: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>[]> {
  let reply = await ask(sandbox, path, params)
  const rows = [...(reply.body.data ?? [])]
  while (reply.body.paging?.next !== undefined) {
    reply = await ask(sandbox, reply.body.paging.next)
    rows.push(...(reply.body.data ?? []))
  }
  return rows
}
