import { expect, it } from 'vitest'
import { createAuthorizationCodes, type AuthorizationCodes } from './authorization-codes.ts'

const redirectUri = 'https://app.example/callback'

function someCodes(): AuthorizationCodes {
  let serial = 0
  return createAuthorizationCodes(7, () => ++serial)
}

function issued(codes: AuthorizationCodes): string {
  return codes.issue({ userId: '1', redirectUri, scopes: ['ads_read'], issuedAtMs: 0 }).value
}

it('trades a code in once', () => {
  const codes = someCodes()
  const code = issued(codes)

  expect(codes.redeem(code, redirectUri, 1).userId).toBe('1')
  expect(() => codes.redeem(code, redirectUri, 1)).toThrow(expect.objectContaining({ fields: used }))
})

const used = { type: 'OAuthException', code: 100, subcode: 36_009, kind: 'invalid_code' }

it('costs the code when the address differs by a letter', () => {
  const codes = someCodes()
  const code = issued(codes)

  expect(() => codes.redeem(code, `${redirectUri}/`, 1)).toThrow(
    expect.objectContaining({ fields: { ...used, subcode: 36_008 } }),
  )
  expect(() => codes.redeem(code, redirectUri, 1)).toThrow(expect.objectContaining({ fields: used }))
})

it('lasts ten minutes on the sandbox clock', () => {
  const codes = someCodes()
  const [first, second] = [issued(codes), issued(codes)]

  expect(codes.redeem(first, redirectUri, 599_999)).toBeDefined()
  expect(() => codes.redeem(second, redirectUri, 600_000)).toThrow('This authorization code has expired.')
})

it('does not know codes it never gave', () => {
  expect(() => someCodes().redeem('AQunknown', redirectUri, 1)).toThrow('Invalid verification code format.')
})

it('forgets the oldest rather than grow without end', () => {
  const codes = someCodes()
  const first = issued(codes)
  for (let index = 0; index < 2000; index++) issued(codes)

  expect([...codes.all]).toHaveLength(2000)
  expect(() => codes.redeem(first, redirectUri, 1)).toThrow('Invalid verification code format.')
})
