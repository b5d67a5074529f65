import { CellError, spansOf, type ValueOf } from './cell-text.ts'

/** A request as a row writes it. */
export interface RequestPlan {
  /** How often it is sent; the last reply counts. */
  times: number
  /** Whose token goes along; undefined sends none. */
  token: string | undefined
  method: string
  /** Path or whole address, without what stands after `?`. */
  target: string
  query: readonly (readonly [string, string])[]
  fields: readonly (readonly [string, string])[]
  headers: readonly (readonly [string, string])[]
  files: readonly { part: string; name: string }[]
  /** A body of JSON, as text. */
  json?: string
  isMultipart: boolean
}

/**
 * Reads the request cell: a line `[20 ×] [as {token}] METHOD target?query`, then fields, headers, files or a body.
 *
 * @throws {CellError} A part of it cannot be read.
 */
export function readRequestCell(cell: string, valueOf: ValueOf): RequestPlan {
  const [line, ...parts] = spansOf(cell, valueOf)
  const found = /^(?:(\d+) × )?(?:as (\S+) )?(GET|POST|DELETE|PUT|HEAD|PATCH|OPTIONS) (\S.*|)$/.exec(line ?? '')
  if (!found) throw new CellError(`"${line ?? ''}" is not METHOD path`)
  const [, times = '1', actor, method = '', whole = ''] = found
  // A whole address, such as a page link, is encoded already.
  const [target = '', ...query] = /^https?:/.test(whole) ? [whole] : whole.split('?')
  return {
    times: Number(times),
    token: actor === 'nobody' ? undefined : (actor ?? valueOf('token')),
    method,
    target,
    query: pairsOf(query.join('?')),
    ...readParts(parts),
  }
}

function pairsOf(query: string): [string, string][] {
  return query === '' ? [] : query.split('&').map((pair) => pairOf(pair))
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at < 1) throw new CellError(`"${text}" is not name=value`)
  return [text.slice(0, at), text.slice(at + 1)]
}

type Parts = Omit<RequestPlan, 'times' | 'token' | 'method' | 'target' | 'query'>

function readParts(parts: readonly string[]): Parts {
  const read = {
    fields: [] as [string, string][],
    headers: [] as [string, string][],
    files: [] as { part: string; name: string }[],
    isMultipart: false,
  }
  let json: string | undefined
  for (const part of parts) {
    const header = /^([A-Z][\w-]*): (.*)$/.exec(part)
    const file = /^file (\S+)=(\S+)$/.exec(part)
    if (header) read.headers.push([header[1] ?? '', header[2] ?? ''])
    else if (file) read.files.push({ part: file[1] ?? '', name: file[2] ?? '' })
    else if (part === 'multipart') read.isMultipart = true
    else if (part.startsWith('json ')) json = part.slice('json '.length)
    else read.fields.push(pairOf(part))
  }
  return { ...read, isMultipart: read.isMultipart || read.files.length > 0, ...(json === undefined ? {} : { json }) }
}
