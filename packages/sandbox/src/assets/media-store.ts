import type { SandboxState } from '../graph/graph-call.ts'

/** The bytes of an uploaded file. */
export interface Media {
  bytes: Uint8Array
  contentType: string
}

/** Uploaded bytes by hash, in memory. The oldest go when there are too many; their objects stay. */
export interface MediaStore {
  put(hash: string, media: Media): void
  get(hash: string): Media | undefined
}

/** The store of one sandbox. */
export function mediaStoreOf({ world }: Pick<SandboxState, 'world'>): MediaStore {
  const known = stores.get(world)
  if (known) return known
  const made = createMediaStore(maxBytes)
  stores.set(world, made)
  return made
}

export function createMediaStore(limitBytes: number): MediaStore {
  const kept = new Map<string, Media>()
  let total = 0
  const drop = (hash: string) => {
    total -= kept.get(hash)?.bytes.length ?? 0
    kept.delete(hash)
  }
  return {
    put(hash, media) {
      drop(hash)
      kept.set(hash, media)
      total += media.bytes.length
      for (const oldest of kept.keys()) {
        if (total <= limitBytes) break
        drop(oldest)
      }
    },
    get: (hash) => kept.get(hash),
  }
}

// Eight of the largest pictures that Graph takes, and thousands of ordinary ones.
const maxBytes = 64_000_000

const stores = new WeakMap<SandboxState['world'], MediaStore>()
