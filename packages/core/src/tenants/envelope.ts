import { CredentialUnreadableError } from '../errors/credential-unreadable-error.ts'
import type { KeyRing } from './key-ring.ts'

/**
 * Seals a secret for one tenant with AES-256-GCM.
 *
 * A random data key seals the secret; the ring's current key seals the data key. Both carry the tenant id as associated
 * data, so a sealed value copied to another tenant does not open.
 *
 * @returns `v1.{keyId}.{sealed data key}.{sealed secret}`, parts in base64url.
 */
export async function seal(secret: string, tenantId: string, ring: KeyRing): Promise<string> {
  const dataKey = crypto.getRandomValues(new Uint8Array(32))
  const context = encode(tenantId)
  const sealedKey = await encrypt(ring.current.key, dataKey, context)
  const sealedSecret = await encrypt(await importDataKey(dataKey), encode(secret), context)
  return ['v1', base64url(encode(ring.current.id)), base64url(sealedKey), base64url(sealedSecret)].join('.')
}

/**
 * Opens what {@link seal} made.
 *
 * @throws {CredentialUnreadableError} Tampered with, another tenant's, or sealed by a key the ring no longer holds.
 */
export async function unseal(sealed: string, tenantId: string, ring: KeyRing): Promise<string> {
  const [version, keyId, sealedKey, sealedSecret] = sealed.split('.')
  const key = keyId === undefined ? undefined : ring.find(Buffer.from(keyId, 'base64url').toString())
  if (version !== 'v1' || !key || !sealedKey || !sealedSecret) throw new CredentialUnreadableError(tenantId)
  try {
    const context = encode(tenantId)
    const dataKey = await decrypt(key, Buffer.from(sealedKey, 'base64url'), context)
    return new TextDecoder().decode(
      await decrypt(await importDataKey(dataKey), Buffer.from(sealedSecret, 'base64url'), context),
    )
  } catch (cause) {
    throw new CredentialUnreadableError(tenantId, { cause })
  }
}

// Per NIST SP 800-38D: a fresh 96-bit nonce for each use of a key.
const NONCE_BYTES = 12

async function encrypt(key: CryptoKey, plain: Bytes, additionalData: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  return Buffer.concat([iv, Buffer.from(sealed)])
}

async function decrypt(key: CryptoKey, sealed: Bytes, additionalData: Bytes): Promise<Bytes> {
  const iv = sealed.subarray(0, NONCE_BYTES)
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed.subarray(NONCE_BYTES)),
  )
}

function importDataKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text)
}

function base64url(bytes: Bytes): string {
  return Buffer.from(bytes).toString('base64url')
}

type Bytes = Uint8Array<ArrayBuffer>
