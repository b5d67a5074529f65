import { joinParams } from '../graph/params.ts'
import { invalidParam } from '../graph/graph-error.ts'
import type { UploadedFile } from '../graph/graph-call.ts'

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
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge()
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > maxBodyBytes) throw tooLarge()
  if (bytes.byteLength === 0) return noFiles([])
  if (type.includes('multipart/form-data')) return readForm(bytes, type)
  const text = new TextDecoder().decode(bytes)
  return noFiles(type.includes('application/json') ? jsonPairs(text) : [...new URLSearchParams(text)])
}

function noFiles(pairs: Body['pairs']): Body {
  return { pairs, files: new Map() }
}

function tooLarge() {
  return invalidParam('The request body is too large.')
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

// Ids have up to eighteen digits; as numbers they would become other ids.
function withTextIds(json: string): string {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])\d{16,}(?![\d.eE])/g, (found) =>
    found.startsWith('"') ? found : `"${found}"`,
  )
}

async function readForm(bytes: ArrayBuffer, type: string): Promise<Body> {
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
