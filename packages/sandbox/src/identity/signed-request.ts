import { createHmac } from 'node:crypto'

/**
 * Meta's `signed_request`: signature and payload in base64url without padding, joined by a full stop. What is signed
 * is the encoded payload.
 */
export function signedRequest(payload: Readonly<Record<string, unknown>>, appSecret: string): string {
  const encoded = Buffer.from(JSON.stringify({ algorithm: 'HMAC-SHA256', ...payload })).toString('base64url')
  const signature = createHmac('sha256', appSecret).update(encoded).digest('base64url')
  return `${signature}.${encoded}`
}

/** Signature headers of a webhook delivery: the current one and its predecessor, which some clients still check. */
export function deliverySignatures(body: string, appSecret: string): Record<string, string> {
  const sign = (algorithm: string) => createHmac(algorithm, appSecret).update(body).digest('hex')
  return { 'x-hub-signature': `sha1=${sign('sha1')}`, 'x-hub-signature-256': `sha256=${sign('sha256')}` }
}
