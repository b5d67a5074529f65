import { createHmac } from 'node:crypto'

/** Everything secret follows from the seed: two runs with one seed hand out the same tokens. */
export function secretHex(seed: number, purpose: string): string {
  return createHmac('sha512', 'adpane sandbox').update(`${seed}/${purpose}`).digest('hex')
}

/** A user, page or system-user token. It looks like Meta's, so that redaction made for those finds these too. */
export function secretToken(seed: number, owner: string): string {
  return `EAAS${lettersOf(secretHex(seed, owner))}ZDZD`
}

/** An authorization code. */
export function secretCode(seed: number, purpose: string): string {
  return `AQ${lettersOf(secretHex(seed, purpose))}`
}

function lettersOf(hex: string): string {
  return Buffer.from(hex, 'hex')
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
}
