import { createHash } from 'node:crypto'
import { productPicture } from '../http/media.ts'
import type { AdImage, Creative } from '../world/objects.ts'
import { imageObject } from './image-object.ts'

/** The drawn pictures of an account's planned creatives as its image library, one of each. */
export function plannedImages(accountId: string, creatives: readonly Creative[]): AdImage[] {
  const images = new Map<string, AdImage>()
  for (const { picture, values } of creatives) {
    const hash = pictureHash(picture)
    if (images.has(hash)) continue
    const mediaPath = picturePath(picture, pictureSize)
    const name = `${values.name.split(' | ')[0] ?? picture.subject}.svg`
    const facts = { hash, name, width: pictureSize, height: pictureSize, mediaPath }
    images.set(hash, imageObject(accountId, facts, values.created_time))
  }
  return [...images.values()]
}

/** `image_hash` of a planned creative: the MD5 of the picture as it is served. */
export function pictureHash(picture: Creative['picture']): string {
  const key = `${picture.subject}-${picture.seed}`
  const known = hashes.get(key)
  if (known !== undefined) return known
  const svg = productPicture(picture.subject, picture.seed, pictureSize)
  const made = createHash('md5').update(svg).digest('hex')
  if (hashes.size < maxHashes) hashes.set(key, made)
  return made
}

export function picturePath({ subject, seed }: Creative['picture'], size: number): string {
  return `/__media/${subject}-${seed}-${size}.svg`
}

const pictureSize = 1080

// Businesses draw a few hundred pictures between them, however many accounts there are; calls can make more.
const maxHashes = 4096
const hashes = new Map<string, string>()
