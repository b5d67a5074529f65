import { joinParams } from '../graph/params.ts'
import { invalidParam } from '../graph/graph-error.ts'

// Reading parameters only; uploads get a limit of their own when they come.
const maxBodyBytes = 4_000_000

/**
 * Parameters of a request from its query and its body: form, multipart or JSON.
 *
 * @throws {GraphError} 100 when the body is too large or is not what its content type says.
 */
export async function readParams(request: Request): Promise<Map<string, string>> {
  const query = [...new URL(request.url).searchParams]
  if (request.method === 'GET' || request.method === 'HEAD') return joinParams(query)
  return joinParams([...query, ...(await bodyPairs(request))])
}

async function bodyPairs(request: Request): Promise<(readonly [string, string])[]> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > maxBodyBytes) throw invalidParam('The request body is too large.')
  if (bytes.byteLength === 0) return []
  if (type.includes('application/json')) return jsonPairs(new TextDecoder().decode(bytes))
  if (!type.includes('multipart/form-data')) return [...new URLSearchParams(new TextDecoder().decode(bytes))]
  return formPairs(bytes, type)
}

function jsonPairs(text: string): (readonly [string, string])[] {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidParam('The request body must be a JSON object.')
  return Object.entries(value).map(
    ([name, item]) => [name, typeof item === 'string' ? item : JSON.stringify(item)] as const,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidParam('The request body is not valid JSON.')
  }
}

async function formPairs(bytes: ArrayBuffer, type: string): Promise<(readonly [string, string])[]> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw invalidParam('The request body is not valid multipart form data.')
  })
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
}
