import { createHmac } from 'node:crypto'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import { redact, redactedCause } from '../errors/redact.ts'

/** One tenant's token with its proof. Prints as nothing; the two leave only through the methods that send them. */
export class TenantToken {
  readonly #token: string
  readonly #proof: string
  readonly #secrets: readonly string[]

  constructor(token: string, appSecret: string) {
    // Anything else would be refused by fetch, in an error that quotes the whole header.
    if (!/^[\x21-\x7e]+$/.test(token)) {
      throw new InvalidRequestError([{ field: 'token', message: 'Give a Meta access token: printable, no spaces.' }])
    }
    this.#token = token
    this.#proof = appSecretProof(token, appSecret)
    this.#secrets = [token, this.#proof, appSecret]
  }

  /** Adds what proves the caller to a request that is about to leave. */
  sign(headers: Headers, params: URLSearchParams, placement: 'header' | 'query'): void {
    params.set('appsecret_proof', this.#proof)
    if (placement === 'header') headers.set('authorization', `OAuth ${this.#token}`)
    else params.set('access_token', this.#token)
  }

  /** Cuts this tenant's token, proof and app secret out of a text, besides everything that looks like one. */
  redact(text: string): string {
    return redact(text, this.#secrets)
  }

  redactedCause(cause: unknown): unknown {
    return redactedCause(cause, this.#secrets)
  }
}

/**
 * What ties a token to our app: HMAC-SHA256 of the token, keyed by the app secret, lowercase hex.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/secure-requests
 */
function appSecretProof(token: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex')
}
