import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { signSession, type SignSessionOptions } from './sign-session.ts'
import { createVerifySession } from './verify-session.ts'

const key = { kid: 'a', secret: 'a secret of thirty-two bytes or more' }
const session: SignSessionOptions = { key, tenantId: 'fieldnote', subject: 'user-1', accountIds: ['act_1'] }
const verify = createVerifySession({ keys: [key] })

const bearer = async (change: Partial<SignSessionOptions> = {}) =>
  `Bearer ${(await signSession({ ...session, ...change })).token}`

/** A token signed with the right key, but saying something else. */
async function forged(change: {
  claims?: object
  header?: object
  issuer?: string
  life?: string
  secret?: string
}): Promise<string> {
  const claims = { tenant: 'fieldnote', accounts: ['act_1'], scope: 'ads:read', ...change.claims }
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'a', ...change.header })
    .setIssuer(change.issuer ?? 'adpane-host')
    .setAudience('adpane')
    .setSubject('user-1')
    .setJti('1')
    .setIssuedAt()
    .setExpirationTime(change.life ?? '5m')
    .sign(new TextEncoder().encode(change.secret ?? key.secret))
  return `Bearer ${token}`
}

describe('sessions', () => {
  it('say after the check what was signed into them', async () => {
    expect(await verify(await bearer())).toMatchObject({
      tenantId: 'fieldnote',
      subject: 'user-1',
      accountIds: ['act_1'],
      scopes: ['ads:read'],
    })
  })

  it('live 15 minutes unless told otherwise, and an hour at most', async () => {
    expect((await signSession(session)).expiresIn).toBe(900)
    await expect(signSession({ ...session, ttlSeconds: 3601 })).rejects.toThrow(/1 to 3600/)
  })

  it('are good with either of two keys while one replaces the other', async () => {
    const next = { kid: 'b', secret: 'another secret of thirty-two bytes!!' }
    const both = createVerifySession({ keys: [next, key] })
    expect(await both(await bearer())).toMatchObject({ tenantId: 'fieldnote' })
    expect(await both(await bearer({ key: next }))).toMatchObject({ tenantId: 'fieldnote' })
  })

  it.each([
    ['another secret', () => forged({ secret: 'some other secret of thirty-two bytes' })],
    ['an unknown key id', () => forged({ header: { kid: 'z' } })],
    ['another algorithm of the same key', () => forged({ header: { alg: 'HS512' } })],
    ['another issuer', () => forged({ issuer: 'somebody' })],
    ['a life longer than an hour', () => forged({ life: '2h' })],
    ['no tenant', () => forged({ claims: { tenant: undefined } })],
    ['a tenant that is no text', () => forged({ claims: { tenant: { id: 'kumo' } } })],
    ['accounts that are no list', () => forged({ claims: { accounts: 'act_1' } })],
    ['no signature at all', async () => `Bearer ${new UnsecuredJWT({ tenant: 'fieldnote' }).encode()}`],
    [
      'one changed character',
      async () => (await bearer()).replace(/\.(.)/, (_, first: string) => `.${first === 'e' ? 'f' : 'e'}`),
    ],
    ['another audience', async () => bearer({ audience: 'elsewhere' })],
  ])('with %s are not valid', async (_, authorization) => {
    await expect(verify(await authorization())).rejects.toMatchObject({ code: 'session_invalid', action: 'sign_in' })
  })

  it('that have expired say so', async () => {
    await expect(verify(await forged({ life: '-1s' }))).rejects.toMatchObject({ code: 'session_expired' })
  })

  it.each([undefined, '', 'Bearer', 'Basic dXNlcjpwYXNz', 'Bearer a b'])(
    'are missing from the header %j',
    async (header) => {
      await expect(verify(header)).rejects.toMatchObject({ code: 'session_missing' })
    },
  )

  it('need a secret that is long enough', () => {
    expect(() => createVerifySession({ keys: [{ kid: 'a', secret: 'short' }] })).toThrow(/32/)
    expect(() => createVerifySession({ keys: [] })).toThrow(/at least one/)
  })
})
