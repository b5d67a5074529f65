import { joinParams } from '../graph/params.ts'
import { invalidParam } from '../graph/graph-error.ts'
import type { UploadedFile } from '../graph/graph-call.ts'
import { BodyTooLargeError, limitedBody } from './limited-body.ts'
import { withTextIds } from './text-ids.ts'

// Images may have eight million bytes and grow by a third as text; batches carry a few.
const maxBodyBytes = 64_000_000

/** What a request carries besides its path. */
export interface RequestInput {
  /** Query and body: form, multipart or JSON. */
  params: Map<string, string>
  /** Parts of a multipart body that are files, by part name. */
  files: Map<string, UploadedFile>
}

/** @throws {GraphError} 100 when the body is too large or is not what its content type says. */
export async function readParams(request: Request): Promise<RequestInput> {
  const query = [...new URL(request.url).searchParams]
  // The documentation's own samples send forms with GET, which is allowed but has no body worth reading here.
  if (request.method === 'GET' || request.method === 'HEAD') return { params: joinParams(query), files: new Map() }
  const { pairs, files } = await readBody(request)
  return { params: joinParams([...query, ...pairs]), files }
}

interface Body {
  pairs: (readonly [string, string])[]
  files: Map<string, UploadedFile>
}

async function readBody(request: Request): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = await bodyOf(request)
  if (bytes.byteLength === 0) return noFiles([])
  if (type.includes('multipart/form-data')) return readForm(bytes, type)
  const text = new TextDecoder().decode(bytes)
  return noFiles(type.includes('application/json') ? jsonPairs(text) : [...new URLSearchParams(text)])
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await limitedBody(request, maxBodyBytes)
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw invalidParam('The request body is too large.')
    // Whoever hung up reads no answer; a body that broke off is nobody's mistake here.
    throw invalidParam('The request body ended early.')
  }
}

function noFiles(pairs: Body['pairs']): Body {
  return { pairs, files: new Map() }
}

function jsonPairs(text: string): Body['pairs'] {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidParam('The request body must be a JSON object.')
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .map(([name, item]) => [name, typeof item === 'string' ? item : JSON.stringify(item)] as const)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(withTextIds(text))
  } catch {
    throw invalidParam('The request body is not valid JSON.')
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Body> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw invalidParam('The request body is not valid multipart form data.')
  })
  const pairs: [string, string][] = []
  const files = new Map<string, UploadedFile>()
  for (const [partName, value] of form) {
    if (typeof value === 'string') pairs.push([partName, value])
    else {
      files.set(partName, {
        partName,
        fileName: value.name,
        contentType: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      })
    }
  }
  return { pairs, files }
}
