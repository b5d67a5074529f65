import { inspect } from 'node:util'
import fc from 'fast-check'
import { errorActions } from '@adpane/contract'
import { describe, expect, it } from 'vitest'
import { AccountNotAllowedError } from './account-not-allowed-error.ts'
import { AdsError, type AdsErrorOptions } from './ads-error.ts'
import { ConnectionBrokenError } from './connection-broken-error.ts'
import { DependencyFailedError } from './dependency-failed-error.ts'
import { InvalidRequestError } from './invalid-request-error.ts'
import { MetaRateLimitError } from './meta-rate-limit-error.ts'
import { MetaRejectedError } from './meta-rejected-error.ts'
import { MetaUnavailableError } from './meta-unavailable-error.ts'
import { MetaUnreachableError } from './meta-unreachable-error.ts'
import { NotFoundError } from './not-found-error.ts'
import { OutcomeUnknownError } from './outcome-unknown-error.ts'
import { PermissionMissingError } from './permission-missing-error.ts'
import { TooMuchDataError } from './too-much-data-error.ts'

type Make = (text: string, options: AdsErrorOptions) => AdsError

const family: readonly [name: string, code: string, make: Make][] = [
  ['AdsError', 'internal', (text, options) => new AdsError('internal', text, options)],
  ['AccountNotAllowedError', 'account_not_allowed', (_, options) => new AccountNotAllowedError(options)],
  ['ConnectionBrokenError', 'connection_broken', (text, options) => new ConnectionBrokenError(text, options)],
  [
    'DependencyFailedError',
    'internal',
    (text, options) => new DependencyFailedError(new AdsError('internal', text, options)),
  ],
  [
    'InvalidRequestError',
    'invalid_request',
    (text, options) => new InvalidRequestError([{ field: text, message: text }], options),
  ],
  ['MetaRateLimitError', 'rate_limited', (text, options) => new MetaRateLimitError(text, 1500, options)],
  ['MetaRejectedError', 'meta_rejected', (text, options) => new MetaRejectedError(text, options)],
  ['MetaUnavailableError', 'meta_unavailable', (text, options) => new MetaUnavailableError(text, options)],
  ['MetaUnreachableError', 'meta_unreachable', (text, options) => new MetaUnreachableError(text, options)],
  ['NotFoundError', 'not_found', (text, options) => new NotFoundError(text, options)],
  ['OutcomeUnknownError', 'outcome_unknown', (text, options) => new OutcomeUnknownError(text, options)],
  ['PermissionMissingError', 'permission_missing', (text, options) => new PermissionMissingError(text, options)],
  ['TooMuchDataError', 'too_much_data', (_, options) => new TooMuchDataError(options)],
]

/** Ways a secret comes along in texts of Meta's, of HTTP clients and of our own. */
const carriers: readonly ((secret: string) => string)[] = [
  (secret) => `access_token=${secret}`,
  (secret) => `GET https://graph.facebook.com/v25.0/act_1/ads?fields=id&access_token=${secret}&x=1 failed`,
  (secret) => `https://graph.facebook.com/v25.0/me?anything_new=${secret}`,
  (secret) => `/v25.0/me?anything_new=${secret}`,
  (secret) => JSON.stringify({ access_token: secret, appsecret_proof: secret }),
  (secret) => JSON.stringify({ body: JSON.stringify({ client_secret: secret }) }),
  (secret) => `appsecret_proof: ${secret}`,
  (secret) => `client_secret=${secret}&code=x`,
  (secret) => `access_token%3D${secret}%26x%3D1`,
  (secret) => `Malformed access token EAAB${secret}`,
  (secret) => `Authorization: OAuth EAAB${secret}`,
  (secret) => `Authorization: Bearer 1${secret}`,
  (secret) => `1234567890|${secret}`,
  (secret) => `postgres://adpane:${secret}@db/x`,
]

const canary = fc.stringMatching(/^CANARY[A-Za-z0-9]{12,40}$/)
const carrier = fc.constantFrom(...carriers)

describe.each(family)('%s', (name, code, make) => {
  it('says who acts next', () => {
    const error = make('x', {})
    expect(error).toBeInstanceOf(AdsError)
    expect(error).toMatchObject({ name, code, action: errorActions[code as keyof typeof errorActions] })
  })

  it('never holds a secret, wherever one came in', () => {
    fc.assert(
      fc.property(canary, carrier, carrier, (secret, carry, carryCause) => {
        const text = carry(secret)
        const inner = Object.assign(new Error(carryCause(secret)), {
          code: 'ECONNRESET',
          config: { headers: { secret } },
        })
        const cause = Object.assign(new TypeError(text, { cause: inner }), { request: { secret } })
        const meta = { code: 1, fbtraceId: text, userTitle: text, userMessage: text }
        const error = make(text, { cause, meta, fields: [{ field: 'x', message: text }] })
        const printed = [
          inspect(error, { depth: 20, showHidden: true }),
          JSON.stringify(error),
          String(error),
          error.stack,
          error.message,
        ].join('\n')
        expect(printed).not.toContain('CANARY')
      }),
      { numRuns: 60 },
    )
  })
})

it('keeps what helps: the path, the code of the cause, and ordinary words', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED https://graph.facebook.com/v25.0/act_1/ads?a=b'), {
    code: 'ECONNREFUSED',
  })
  const error = new MetaRejectedError('Param limit must be an integer', { cause })
  expect(error.message).toBe('Meta rejected the request. Param limit must be an integer')
  expect(error.cause).toMatchObject({
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED https://graph.facebook.com/v25.0/act_1/ads?[removed]',
  })
})

it('survives causes that lead in a circle', () => {
  const cause = new Error('round and round')
  cause.cause = cause
  expect(new MetaUnreachableError('x', { cause }).cause).toMatchObject({ message: 'round and round' })
})
