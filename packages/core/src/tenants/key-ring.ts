import { InvalidOptionError } from '../errors/invalid-option-error.ts'

/** A key that seals credentials. The id travels with what it sealed, the key never does. */
export interface SealingKey {
  id: string
  /** 32 bytes: raw, or in base64. */
  key: Uint8Array | string
}

/** Keys by id. The first seals; all of them open, so that a key can be replaced without downtime. */
export interface KeyRing {
  readonly current: { id: string; key: CryptoKey }
  find(id: string): CryptoKey | undefined
}

/**
 * Imports sealing keys.
 *
 * @throws {InvalidOptionError} No key, two keys of one id, or a key that is not 32 bytes.
 */
export async function createKeyRing(keys: readonly SealingKey[]): Promise<KeyRing> {
  const imported = new Map<string, CryptoKey>()
  for (const { id, key } of keys) {
    if (imported.has(id)) throw new InvalidOptionError('keyRing', `Two keys have the id "${id}". Give each its own.`)
    imported.set(id, await importKey(id, key))
  }
  const first = keys[0]
  const current = first && imported.get(first.id)
  if (!first || !current) throw new InvalidOptionError('keyRing', 'Give at least one key of 32 bytes.')
  return { current: { id: first.id, key: current }, find: (id) => imported.get(id) }
}

async function importKey(id: string, key: Uint8Array | string): Promise<CryptoKey> {
  const bytes = typeof key === 'string' ? Buffer.from(key, 'base64') : Buffer.from(key)
  if (bytes.length !== 32)
    throw new InvalidOptionError(
      'keyRing',
      `Key "${id}" has ${bytes.length} bytes; AES-256 needs 32. Make one: openssl rand -base64 32`,
    )
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
