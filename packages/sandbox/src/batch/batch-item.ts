import { invalidParam, type GraphError } from '../graph/graph-error.ts'
import { joinParams, type Params } from '../graph/params.ts'
import { isRecord } from '../objects/loose-values.ts'

/** One call of a batch as it was sent: decoded, its references not yet resolved. */
export interface BatchItem {
  method: string
  /** Decoded, with the version of the batch's own address unless it names one: `/v25.0/act_1/ads`. */
  pathname: string
  /** Query and body together. */
  params: Params
  name?: string
  dependsOn?: string
  /** Absent: omitted when it succeeds and another item refers to it. */
  omitsSuccess?: boolean
  ifNoneMatch?: string
  /** Parts of the multipart body that go with it. */
  attachedFiles: readonly string[]
  /** Why it cannot be run at all. */
  flaw?: GraphError
}

/**
 * Reads an item of a batch.
 *
 * @param sent - As parsed from JSON.
 * @param versionPrefix - Such as `/v25.0`, or empty.
 */
export function readItem(sent: unknown, versionPrefix: string): BatchItem {
  const fields = isRecord(sent) ? sent : {}
  const method = text(fields['method'])?.toUpperCase() ?? 'GET'
  const url = text(fields['relative_url'])
  const flaw = flawOf(sent, url, fields['body'])
  const [path = '', ...query] = (url ?? '').split('?')
  const pairs = [
    ...new URLSearchParams(query.join('?')),
    // A GET has no body; DELETE should have none, but an SDK of Meta's sends its parameters there.
    ...(method === 'GET' ? [] : new URLSearchParams(text(fields['body']) ?? '')),
  ]
  return {
    method,
    pathname: versioned(decoded(path), versionPrefix),
    params: joinParams(pairs),
    attachedFiles: (text(fields['attached_files']) ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    ...optional('name', text(fields['name'])),
    ...optional('dependsOn', text(fields['depends_on'])),
    ...optional('omitsSuccess', flag(fields['omit_response_on_success'])),
    ...optional('ifNoneMatch', headerNamed('if-none-match', fields['headers'])),
    ...optional('flaw', flaw),
  }
}

function flawOf(sent: unknown, url: string | undefined, body: unknown): GraphError | undefined {
  if (!isRecord(sent)) return invalidParam('Each request of a batch must be an object')
  if (url === undefined) return invalidParam('The parameter relative_url is required')
  const isText = body === undefined || body === null || typeof body === 'string'
  return isText ? undefined : invalidParam('Param body must be a string.')
}

function versioned(path: string, versionPrefix: string): string {
  const bare = path.replace(/^\/+/, '')
  return /^v\d+\.\d+(\/|$)/.test(bare) ? `/${bare}` : `${versionPrefix}/${bare}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Headers come as `{name, value}` objects, as `Name: value` lines or as one map. */
function headerNamed(wanted: string, headers: unknown): string | undefined {
  const list: unknown[] = Array.isArray(headers) ? headers : [headers]
  return list
    .flatMap(headerPairs)
    .find(([name]) => name.trim().toLowerCase() === wanted)?.[1]
    .trim()
}

function headerPairs(header: unknown): [string, string][] {
  if (typeof header === 'string') {
    const colon = header.indexOf(':')
    return colon < 0 ? [] : [[header.slice(0, colon), header.slice(colon + 1)]]
  }
  if (!isRecord(header)) return []
  const { name, value } = header
  if (typeof name === 'string' && typeof value === 'string') return [[name, value]]
  return Object.entries(header).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function flag(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return undefined
  return value === true || value === 1 || value === 'true' || value === '1'
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value }
}
