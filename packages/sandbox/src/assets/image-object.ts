import type { AdAccount, AdImage, StoredValues } from '../world/objects.ts'
import { accountDigits } from './account-call.ts'

/** Where a picture is and how it looks; its file may be kept elsewhere. */
export interface ImageFacts {
  hash: string
  name: string
  width: number
  height: number
  /** Path on this sandbox, such as `/__media/images/<hash>.png`. */
  mediaPath: string
}

/** A stored image: `<account digits>:<hash>`. */
export function imageObject(accountId: string, facts: ImageFacts, createdTime: string): AdImage {
  const values: ImageValues = {
    name: facts.name,
    hash: facts.hash,
    width: facts.width,
    height: facts.height,
    original_width: facts.width,
    original_height: facts.height,
    status: 'ACTIVE',
    media_path: facts.mediaPath,
    created_time: createdTime,
    updated_time: createdTime,
  }
  return { type: 'AdImage', id: imageId(accountId, facts.hash), values, isChanged: false }
}

interface ImageValues extends StoredValues {
  hash: string
  width: number
  height: number
  /** Not Meta's: its URLs come from it, since only a call knows under which address the sandbox is reached. */
  media_path: string
}

export function imageId(accountId: string, hash: string): string {
  return `${accountDigits({ id: accountId })}:${hash}`
}

/** The account's image with that hash. */
export function imageByHash(account: AdAccount, hash: unknown): AdImage | undefined {
  const found = account.objects().find(imageId(account.id, String(hash)))
  return found?.type === 'AdImage' ? found : undefined
}

/** Address of an image. The sizes of Graph are the same bytes here; a browser scales them. */
export function imageUrl({ values }: AdImage, origin: string, size?: number): string {
  return `${origin}${String(values.media_path)}${size === undefined ? '' : `?s=${size}`}`
}

/** What an upload answers for one image. */
export function uploadedImage(image: AdImage, origin: string): Record<string, unknown> {
  const { hash, name, width, height } = image.values
  const [width256, height256] = fitted(Number(width), Number(height), 256)
  return {
    hash,
    url: imageUrl(image, origin),
    url_128: imageUrl(image, origin, 128),
    url_256: imageUrl(image, origin, 256),
    url_256_height: String(height256),
    url_256_width: String(width256),
    height,
    width,
    name,
  }
}

function fitted(width: number, height: number, edge: number): [number, number] {
  const scale = Math.min(1, edge / Math.max(width, height, 1))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}
