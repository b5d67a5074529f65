import { createHash } from 'node:crypto'
import { invalidParam, missingParam, noCapability, unknownObject } from '../graph/graph-error.ts'
import { textOf } from '../objects/loose-values.ts'
import { wireTime } from '../objects/wire-time.ts'
import type { AdAccount, AdImage } from '../world/objects.ts'
import type { AccountCall } from './account-call.ts'
import { imageByHash, imageId, imageObject, uploadedImage } from './image-object.ts'
import { readImageHeader } from './image-header.ts'
import { mediaStoreOf } from './media-store.ts'
import { refused } from './refused.ts'

/**
 * `POST act_…/adimages`: files, `bytes` or `copy_from`; answers by file name, `bytes` or hash.
 *
 * The same bytes are the same image: sending them again changes nothing but the name.
 *
 * @throws {GraphError} 100 for no picture or one too large, 3 for `url`.
 */
export function createImages(call: AccountCall): unknown {
  const { files, input, params } = call
  if (params.has('url')) throw noCapability()
  const copied = input.copy_from
  if (copied !== undefined) return { images: copiedImage(call, copied) }
  const images: Record<string, unknown> = {}
  for (const { fileName, partName, bytes } of files.values()) {
    const name = fileName === '' ? partName : fileName
    images[name] = uploadedImage(addImage(call, bytes, name), call.origin)
  }
  if (files.size === 0) {
    const bytes = decodedBytes(input.bytes)
    images['bytes'] = uploadedImage(addImage(call, bytes, params.get('name') ?? 'untitled'), call.origin)
  }
  return { images }
}

/** `DELETE act_…/adimages?hash=…` */
export function deleteImage({ node, input }: AccountCall): unknown {
  const image = imageByHash(node.account, input.hash)
  if (!image) throw invalidParam(`No image with hash ${String(input.hash).slice(0, 40)} exists in this ad account.`)
  node.account.objects().remove(image)
  return { success: true }
}

/** Narrows `GET act_…/adimages` by `hashes`, `name`, `minwidth` and `minheight`. */
export function isWantedImage({ values }: AdImage, input: Readonly<Record<string, unknown>>): boolean {
  const { hashes, name = '', minwidth = 0, minheight = 0 } = input
  return (
    (!Array.isArray(hashes) || hashes.map(String).includes(String(values.hash))) &&
    values.name.toLowerCase().includes(String(name).toLowerCase()) &&
    Number(values.width) >= Number(minwidth) &&
    Number(values.height) >= Number(minheight)
  )
}

function addImage(call: AccountCall, bytes: Uint8Array, name: string): AdImage {
  const header = readImageHeader(bytes)
  if (bytes.length > maxImageBytes) {
    throw refused('Image Too Large', 'Your image is too large. Please upload an image of at most 8 MB.')
  }
  if (!header) {
    throw refused('Invalid Image', 'The file is not an image we can read. Please upload a JPG, PNG, GIF or WebP image.')
  }
  const hash = createHash('md5').update(bytes).digest('hex')
  mediaStoreOf(call.sandbox).put(hash, { bytes, contentType: `image/${header.format}` })
  const mediaPath = `/__media/images/${hash}.${header.format}`
  return keepImage(call, { hash, name, width: header.width, height: header.height, mediaPath })
}

function keepImage({ node, now }: AccountCall, facts: Parameters<typeof imageObject>[1]): AdImage {
  const { account } = node
  const objects = account.objects()
  const time = wireTime(now.getTime(), account.timezone)
  const known = imageByHash(account, facts.hash)
  const image = known ?? imageObject(account.id, facts, time)
  if (known) {
    known.values.name = facts.name
    known.values.updated_time = time
    objects.touch(known)
  } else objects.add(image)
  return image
}

function copiedImage(call: AccountCall, source: unknown): Record<string, unknown> {
  const { source_account_id: from, hash } = fieldsOf(source)
  if (from === undefined) throw missingParam('copy_from[source_account_id]')
  if (hash === undefined) throw missingParam('copy_from[hash]')
  const account = visibleAccount(call, `act_${textOf(from).replace(/^act_/, '')}`)
  const image = account && imageByHash(account, hash)
  if (!account || !image) throw unknownObject(imageId(`act_${textOf(from)}`, textOf(hash)), call.method)
  const { name, width, height, media_path: mediaPath } = image.values
  const facts = {
    hash: textOf(hash),
    name,
    width: Number(width),
    height: Number(height),
    mediaPath: String(mediaPath),
  }
  return { [facts.hash]: uploadedImage(keepImage(call, facts), call.origin) }
}

// The caller must see the account that is copied from.
function visibleAccount({ caller }: AccountCall, id: string): AdAccount | undefined {
  return caller.accounts.find((account) => account.id === id)
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw invalidParam('Param copy_from must be a JSON object.')
  return { ...value }
}

function decodedBytes(text: unknown): Uint8Array {
  if (typeof text !== 'string' || text === '') throw missingParam('bytes')
  // A form that was not encoded has turned each plus into a space.
  const base64 = text.replace(/^data:[\w/+.-]+;base64,/, '').replaceAll(' ', '+')
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

// Meta's limit for pictures of ads.
const maxImageBytes = 8 * 1024 * 1024
