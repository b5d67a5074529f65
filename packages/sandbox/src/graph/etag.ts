import { createHash } from 'node:crypto'

/** The ETag of a body, quotes included; not a secret, only a fingerprint. */
export function etagOf(body: string): string {
  return `"${createHash('md5').update(body).digest('hex')}"`
}
