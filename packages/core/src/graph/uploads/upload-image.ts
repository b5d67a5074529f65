import { AdsError } from '../../errors/ads-error.ts'
import { InvalidRequestError } from '../../errors/invalid-request-error.ts'
import { MetaUnavailableError } from '../../errors/meta-unavailable-error.ts'
import { OutcomeUnknownError } from '../../errors/outcome-unknown-error.ts'
import type { AdImageJson } from '../ad-image-json.ts'
import { asSent, isJsonObject, type JsonObject } from '../json.ts'
import type { GraphFile, StreamedFile } from './multipart.ts'

/** Pictures of creatives have 8 MB at most. */
export const maxImageBytes: number = 8 * 1024 * 1024

/**
 * A picture to upload: its bytes, or a stream of them that is sent as it comes, in pieces.
 *
 * A stream can be read once, so its upload is never sent twice. Say its `sizeBytes` if you know it.
 */
export type ImageFile = { fileName: string } & (
  | { bytes: Uint8Array }
  | { stream: AsyncIterable<Uint8Array>; sizeBytes?: number }
)

/** A picture on its way, and what its own stream failed with, which says more than the broken upload. */
export interface ImageUpload {
  file: GraphFile | StreamedFile
  failure: () => unknown
}

/** @throws {InvalidRequestError} It has no name, no bytes, or too many. */
export function imageUpload(image: ImageFile): ImageUpload {
  const { fileName } = image
  check('fileName', fileName.trim() !== '', 'Give a name such as tent.png.')
  const described = { fileName, contentType: contentType(fileName) }
  if ('bytes' in image) {
    checkSize('bytes', image.bytes.byteLength)
    return { file: { ...described, bytes: image.bytes }, failure: () => undefined }
  }
  const { stream, sizeBytes } = image
  if (sizeBytes !== undefined) checkSize('sizeBytes', sizeBytes)
  let failure: unknown
  const watched = watch(stream, sizeBytes, (error) => {
    failure = error
  })
  return { file: { ...described, stream: watched, sizeBytes }, failure: () => failure }
}

/**
 * The one picture in an answer, whatever key Meta put it under: the file's name, or what it makes of it.
 *
 * @throws {MetaUnavailableError} There is none, or it has no hash.
 */
export function uploadedImage(answer: JsonObject): AdImageJson {
  const images = answer['images']
  const image: unknown = isJsonObject(images) ? Object.values(images)[0] : undefined
  if (isJsonObject(image) && typeof image['hash'] === 'string') return asSent<AdImageJson>(image)
  throw new MetaUnavailableError('an upload was answered without the picture', { executed: 'unknown' })
}

/** What an upload failed with: its own stream before all, else what became of it. */
export function uploadFailure(path: string, error: unknown, ofStream: unknown): unknown {
  if (ofStream !== undefined) return ofStream
  if (!(error instanceof AdsError) || error.executed !== 'unknown') return error
  return new OutcomeUnknownError(path, { ...(error.meta && { meta: error.meta }), cause: error })
}

/** Counts along: a file that does not end where it said would keep Meta waiting for the rest. */
async function* watch(
  stream: AsyncIterable<Uint8Array>,
  sizeBytes: number | undefined,
  tell: (error: unknown) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let sent = 0
  try {
    for await (const chunk of stream) {
      sent += chunk.byteLength
      check('stream', sent <= maxImageBytes, tooLarge)
      check('sizeBytes', sizeBytes === undefined || sent <= sizeBytes, 'The stream gives more bytes than that.')
      yield chunk
    }
    checkSize('stream', sent)
    check('sizeBytes', sizeBytes === undefined || sent === sizeBytes, 'The stream ends before it.')
  } catch (error) {
    tell(error)
    throw error
  }
}

const tooLarge = 'Meta takes pictures of at most 8 MB.'

function checkSize(field: string, size: number): void {
  check(field, Number.isInteger(size) && size > 0, 'Give a picture that has bytes.')
  check(field, size <= maxImageBytes, tooLarge)
}

function check(field: string, isFine: boolean, message: string): void {
  if (!isFine) throw new InvalidRequestError([{ field, message }])
}

function contentType(fileName: string): string {
  const extension = fileName.toLowerCase().split('.').at(-1) ?? ''
  return types[extension] ?? 'application/octet-stream'
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
}
