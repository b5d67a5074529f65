import { CellError, spansOf, type ValueOf } from './cell-text.ts'
import { readPattern, type Pattern } from './pattern.ts'

/** What a row says of the reply beside its status. */
export interface ExpectedReply {
  /** By lower-case name. */
  headers: readonly (readonly [string, Pattern])[]
  /** Of the body as JSON. */
  json?: Pattern
  /** Of the body as text. */
  text?: Pattern
  captures: readonly Capture[]
}

/** `→ campaign1 = data[0].id`: keeps a part of the reply for later rows. */
export interface Capture {
  name: string
  /** From the body, or from `headers`. */
  path: readonly string[]
  /** Takes its first group out of the text found there. */
  regex?: RegExp
}

/**
 * Reads the reply cell: headers, a pattern of the body, captures.
 *
 * @throws {CellError | PatternError} A part of it cannot be read.
 */
export function readReplyCell(cell: string, valueOf: ValueOf): ExpectedReply {
  const headers: [string, Pattern][] = []
  const captures: Capture[] = []
  const body: { json?: Pattern; text?: Pattern } = {}
  for (const span of spansOf(cell, valueOf)) {
    const header = /^([a-z][a-z0-9-]*): (.*)$/.exec(span)
    if (span.startsWith('→')) captures.push(readCapture(span))
    else if (header) headers.push([header[1] ?? '', readPattern(header[2] ?? '')])
    else if (body.json ?? body.text) throw new CellError('a reply has one body')
    else if (span === 'empty') body.text = { kind: 'value', value: '' }
    else if (span.startsWith('text ')) body.text = readPattern(span.slice('text '.length))
    else body.json = readPattern(span)
  }
  return { headers, captures, ...body }
}

function readCapture(span: string): Capture {
  const found = /^→ (\w+) = (\S+)(?: \/(.+)\/)?$/.exec(span)
  if (!found) throw new CellError(`"${span}" is not → name = path`)
  const [, name = '', path = '', regex] = found
  return {
    name,
    path: [...path.matchAll(/\["([^"]+)"\]|[^.[\]]+/g)].map(([key, quoted]) => quoted ?? key),
    ...(regex === undefined ? {} : { regex: new RegExp(regex) }),
  }
}
