import { randomUUID } from 'node:crypto'

/** A file that travels with a write. */
export interface GraphFile {
  bytes: Uint8Array
  fileName: string
  /** Such as `image/png`. @default 'application/octet-stream' */
  contentType?: string
}

/** A file that is sent as it comes, in pieces, and only once. */
export interface StreamedFile extends Omit<GraphFile, 'bytes'> {
  stream: AsyncIterable<Uint8Array>
  /** How many bytes it gives, if known; otherwise they leave in chunks. */
  sizeBytes?: number | undefined
}

export interface MultipartBody {
  headers: Readonly<Record<string, string>>
  body: ReadableStream<Uint8Array>
}

/**
 * A form with files as it goes over the wire, never whole in memory.
 *
 * The built-in `FormData` would do, but takes no stream.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export function multipartBody(
  params: Iterable<readonly [name: string, value: string]>,
  files: Readonly<Record<string, GraphFile | StreamedFile>>,
): MultipartBody {
  const boundary = `adpane-${randomUUID()}`
  const parts = [
    ...[...params].map(([name, value]) => textPart(boundary, name, value)),
    ...Object.entries(files).map(([name, file]) => filePart(boundary, name, file)),
    { head: bytesOf(`--${boundary}--\r\n`) },
  ]
  const length = lengthOf(parts)
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(length !== undefined && { 'content-length': String(length) }),
    },
    body: streamOf(chunks(parts)),
  }
}

// `ReadableStream.from` would do, but the types of browsers do not know it, and hosts compile with them.
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

interface Part {
  head: Uint8Array
  file?: GraphFile | StreamedFile
}

function textPart(boundary: string, name: string, value: string): Part {
  return { head: bytesOf(`--${boundary}\r\n${disposition(name)}\r\n\r\n${value}\r\n`) }
}

function filePart(boundary: string, name: string, file: GraphFile | StreamedFile): Part {
  const type = (file.contentType ?? 'application/octet-stream').replaceAll(/[\r\n]/g, '')
  const head = `${disposition(name)}; filename="${escaped(file.fileName)}"\r\ncontent-type: ${type}`
  return { head: bytesOf(`--${boundary}\r\n${head}\r\n\r\n`), file }
}

async function* chunks(parts: readonly Part[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const { head, file } of parts) {
    yield head
    if (file === undefined) continue
    if ('bytes' in file) yield file.bytes
    else yield* file.stream
    yield bytesOf('\r\n')
  }
}

function lengthOf(parts: readonly Part[]): number | undefined {
  let length = 0
  for (const { head, file } of parts) {
    const size = file && ('bytes' in file ? file.bytes.byteLength : file.sizeBytes)
    if (file !== undefined && size === undefined) return undefined
    length += head.byteLength + (size === undefined ? 0 : size + 2)
  }
  return length
}

function disposition(name: string): string {
  return `content-disposition: form-data; name="${escaped(name)}"`
}

/** As browsers do; see the HTML standard on multipart/form-data. */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
