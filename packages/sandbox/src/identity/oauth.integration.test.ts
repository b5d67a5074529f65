import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type GraphReply } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'
import { codeFor, logIn, redirectUri, tokenFor } from './log-in.testing.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    seed: 7,
    isClockFrozen: true,
    now: new Date('2026-11-23T12:00:00Z'),
    reportDurationMs: 0,
  })
})
afterAll(() => sandbox.close())

function app(): { client_id: string; client_secret: string } {
  return { client_id: sandbox.appId, client_secret: sandbox.appSecret }
}

function exchange(params: Readonly<Record<string, string>>): Promise<GraphReply> {
  return ask(sandbox, 'oauth/access_token', params, { token: '' })
}

function debug(input: string): Promise<GraphReply> {
  return ask(sandbox, 'debug_token', { input_token: input }, { token: `${sandbox.appId}|${sandbox.appSecret}` })
}

function refusal(code: number, message: string, subcode?: number) {
  return {
    status: 400,
    body: {
      error: expect.objectContaining({
        message,
        type: 'OAuthException',
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
      }),
    },
  }
}

describe('a code', () => {
  it('is traded for a 60-day token that the person is known by', async () => {
    const reply = await exchange({ ...app(), redirect_uri: redirectUri, code: await codeFor(sandbox) })
    const { access_token: token, ...rest } = reply.body

    expect(rest).toEqual({ token_type: 'bearer', expires_in: 5_184_000 })
    expect(token).toMatch(/^EAA[A-Za-z0-9]+$/)
    expect((await ask(sandbox, 'me', {}, { token: String(token) })).body['name']).toBe('Mara Lindqvist')
  })

  it('works once', async () => {
    const params = { ...app(), redirect_uri: redirectUri, code: await codeFor(sandbox) }
    await exchange(params)
    const again = await exchange(params)

    expect(again).toMatchObject(refusal(100, 'This authorization code has been used.', 36_009))
    expect(again.headers.get('www-authenticate')).toBe(
      'OAuth "Facebook Platform" "invalid_code" "This authorization code has been used."',
    )
  })

  it('is lost by a failed exchange, whatever made it fail', async () => {
    for (const wrong of [{ redirect_uri: `${redirectUri}/` }, { client_secret: 'x' }, { redirect_uri: '' }]) {
      const params = { ...app(), redirect_uri: redirectUri, code: await codeFor(sandbox) }
      expect((await exchange({ ...params, ...wrong })).status).toBe(400)
      expect(await exchange(params)).toMatchObject(refusal(100, 'This authorization code has been used.', 36_009))
    }
  })

  it('fits the address of its dialog alone', async () => {
    expect(
      await exchange({ ...app(), redirect_uri: 'http://localhost:3000/other', code: await codeFor(sandbox) }),
    ).toMatchObject(
      refusal(
        100,
        'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
        36_008,
      ),
    )
  })

  it('dies after ten minutes', async () => {
    const code = await codeFor(sandbox)
    sandbox.control.clock.advance(600_000)

    expect(await exchange({ ...app(), redirect_uri: redirectUri, code })).toMatchObject(
      refusal(100, 'This authorization code has expired.', 36_007),
    )
  })
})

it('words each refusal of the token call as Meta does', async () => {
  const all = { ...app(), redirect_uri: redirectUri, code: 'nonsense' }
  const cases: [Record<string, string>, ReturnType<typeof refusal>][] = [
    [all, refusal(100, 'Invalid verification code format.')],
    [{ ...all, code: '' }, refusal(100, 'Invalid verification code format.')],
    [{ ...all, client_id: '' }, refusal(101, 'Missing client_id parameter.')],
    [{ ...all, client_id: '1' }, refusal(101, 'Error validating application. Invalid application ID.')],
    [{ ...all, client_secret: '' }, refusal(1, 'Error validating client secret.')],
    [{ ...all, redirect_uri: '' }, refusal(191, 'Missing redirect_uri parameter.')],
    [
      { ...all, grant_type: 'password' },
      refusal(100, "Invalid grant_type: 'password'. Supported types: authorization_code, client_credentials"),
    ],
  ]
  for (const [params, expected] of cases) expect(await exchange(params)).toMatchObject(expected)
})

it('gives the app a token of its own, which is not a person', async () => {
  const { body } = await exchange({ ...app(), grant_type: 'client_credentials' })
  const token = String(body['access_token'])

  expect(body).toEqual({ access_token: expect.stringMatching(`^${sandbox.appId}\\|`), token_type: 'bearer' })
  expect((await ask(sandbox, sandbox.appId, {}, { token })).body['name']).toBe('Sandbox App')
  expect((await ask(sandbox, 'me', {}, { token })).body.error).toMatchObject({ code: 2500 })
})

describe('prolonging', () => {
  it('turns a short-lived token into one of 60 days; an expired one cannot be turned', async () => {
    const fragment = (await logIn(sandbox, { response_type: 'token' })).location.hash.slice(1)
    const short = new URLSearchParams(fragment).get('access_token') ?? ''
    const params = { ...app(), grant_type: 'fb_exchange_token', fb_exchange_token: short }
    expect((await debug(short)).body['data']).not.toHaveProperty('issued_at')

    expect((await exchange(params)).body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 })
    sandbox.control.clock.advance(2 * 3_600_000)
    expect((await exchange(params)).body.error).toMatchObject({ code: 190, error_subcode: 463 })
  })

  it('refreshes a system user token, for 60 days where asked', async () => {
    const [tenant] = sandbox.tenants
    const params = { ...app(), grant_type: 'fb_exchange_token', fb_exchange_token: tenant?.accessToken ?? '' }

    expect((await exchange(params)).body).not.toHaveProperty('expires_in')
    expect((await exchange({ ...params, set_token_expires_in_60_days: 'true' })).body['expires_in']).toBe(5_184_000)
  })
})

describe('debug_token', () => {
  it('tells what a token is worth', async () => {
    const nowSec = Math.floor(sandbox.control.clock.now().getTime() / 1000)
    const { body } = await debug(await tokenFor(sandbox, { scope: 'ads_read' }))

    expect(body['data']).toMatchObject({
      app_id: sandbox.appId,
      type: 'USER',
      application: 'Sandbox App',
      expires_at: nowSec + 5_184_000,
      data_access_expires_at: nowSec + 90 * 86_400,
      issued_at: nowSec,
      is_valid: true,
      scopes: expect.arrayContaining(['public_profile', 'ads_read']),
    })
  })

  it('tells it of system users, which never expire, and of single fields', async () => {
    const [tenant] = sandbox.tenants
    const token = tenant?.accessToken ?? ''

    expect((await debug(token)).body['data']).toMatchObject({ type: 'SYSTEM_USER', expires_at: 0, is_valid: true })
    const own = await ask(sandbox, 'debug_token', { input_token: token, fields: 'app_id' }, { token })
    expect(own.body).toEqual({ data: { app_id: sandbox.appId } })
  })

  it('answers 200 for a bad token and says why it is bad', async () => {
    const token = await tokenFor(sandbox)
    await ask(sandbox, 'oauth/revoke', { ...app(), revoke_token: token }, { token })

    expect(await debug(token)).toMatchObject({
      status: 200,
      body: { data: { is_valid: false, error: { code: 190, subcode: 467 }, type: 'USER' } },
    })
    expect((await debug('EAAnothing')).body['data']).toEqual({
      error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
      is_valid: false,
      scopes: [],
    })
  })

  it('answers the app and its developer, nobody else', async () => {
    const token = await tokenFor(sandbox)
    expect((await ask(sandbox, 'debug_token', { input_token: token })).body['data']).toMatchObject({ is_valid: true })
    expect((await ask(sandbox, 'debug_token', { input_token: token }, { token })).body.error).toMatchObject({
      code: 100,
    })
  })
})

it('revokes one token of many', async () => {
  const [first, second] = [await tokenFor(sandbox), await tokenFor(sandbox)]
  const reply = await ask(sandbox, 'oauth/revoke', { ...app(), revoke_token: first }, { token: second })

  expect(reply.body).toEqual({ success: true })
  expect((await ask(sandbox, 'me', {}, { token: first })).body.error).toMatchObject({ code: 190, error_subcode: 467 })
  expect((await ask(sandbox, 'me', {}, { token: second })).status).toBe(200)
})

it('never lets a secret into an error, wherever it was sent', async () => {
  const token = await tokenFor(sandbox)
  const secrets = [token, sandbox.accessToken, sandbox.appSecret, `${sandbox.appId}|${sandbox.appSecret}`]
  const names = [
    'client_id',
    'client_secret',
    'redirect_uri',
    'code',
    'grant_type',
    'fb_exchange_token',
    'revoke_token',
  ]
  const paths = ['oauth/access_token', 'oauth/revoke', 'debug_token', 'me/permissions', 'me/accounts', 'dialog/oauth']
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.dictionary(
        fc.constantFrom(...names, 'input_token', 'scope', 'status'),
        fc.constantFrom(...secrets, sandbox.appId),
      ),
      async (path, params) => {
        const url = new URL(`${sandbox.url}/v25.0/${path}?${new URLSearchParams(params).toString()}`)
        const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
        if (response.ok) return
        const seen = `${await response.text()} ${JSON.stringify([...response.headers])}`
        for (const secret of secrets) expect(seen).not.toContain(secret)
      },
    ),
    { numRuns: 150 },
  )
  expect(JSON.stringify(sandbox.requests.entries)).not.toContain(token)
})
