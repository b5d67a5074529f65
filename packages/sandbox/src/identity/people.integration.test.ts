import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'
import { appSecretProof } from './app-secret-proof.ts'
import { tokenFor } from './log-in.testing.ts'
import { startReceiver, type Receiver } from './receiver.testing.ts'

const now = new Date('2026-11-23T12:00:00Z')

let receiver: Receiver
let sandbox: Sandbox
beforeEach(async () => {
  receiver = await startReceiver()
  sandbox = await startSandbox({
    port: 0,
    seed: 7,
    isClockFrozen: true,
    now,
    control: true,
    deauthorizeUrl: `${receiver.url}/deauthorize`,
    dataDeletionUrl: `${receiver.url}/deletion`,
  })
})
afterEach(async () => {
  await sandbox.close()
  await receiver.close()
})

function remove(path: string, token: string, params: Record<string, string> = {}) {
  return ask(sandbox, path, { ...params, method: 'delete' }, { token })
}

function payloadOf(body: string): Record<string, unknown> {
  const [signature, payload = ''] = (new URLSearchParams(body).get('signed_request') ?? '').split('.')
  expect(signature).toBe(createHmac('sha256', sandbox.appSecret).update(payload).digest('base64url'))
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
}

describe('permissions', () => {
  it('can be dropped one by one, and the token goes on without', async () => {
    const token = await tokenFor(sandbox)
    expect((await remove('me/permissions/ads_management', token)).body).toEqual({ success: true })
    expect((await remove('me/permissions', token, { permission: 'pages_show_list' })).body).toEqual({ success: true })

    expect((await ask(sandbox, 'me/permissions', { status: 'declined' }, { token })).body.data).toEqual([
      { permission: 'ads_management', status: 'declined' },
      { permission: 'pages_show_list', status: 'declined' },
    ])
    expect((await ask(sandbox, 'me/adaccounts', {}, { token })).status).toBe(200)
    expect((await ask(sandbox, 'me/accounts', {}, { token })).body.data).toEqual([])
  })

  it('all dropped remove the app: tokens die and the app is told, signed', async () => {
    const token = await tokenFor(sandbox)
    const { id } = (await ask(sandbox, 'me', {}, { token })).body
    expect((await remove('me/permissions', token)).body).toEqual({ success: true })

    expect((await ask(sandbox, 'me', {}, { token })).body.error).toMatchObject({
      message: `Error validating access token: The user has not authorized application ${sandbox.appId}.`,
      code: 190,
      error_subcode: 458,
    })
    await expect.poll(() => receiver.received.length).toBe(1)
    expect(receiver.received[0]).toMatchObject({ method: 'POST', path: '/deauthorize' })
    expect(payloadOf(receiver.received[0]?.body ?? '')).toEqual({
      algorithm: 'HMAC-SHA256',
      user_id: id,
      issued_at: now.getTime() / 1000,
    })
  })

  it('are shown to the app for each of its users, and to nobody else', async () => {
    const token = await tokenFor(sandbox)
    const id = String((await ask(sandbox, 'me', {}, { token })).body['id'])
    const asApp = { token: `${sandbox.appId}|${sandbox.appSecret}` }

    expect((await ask(sandbox, `${id}/permissions`, {}, asApp)).body.data).toHaveLength(4)
    expect((await ask(sandbox, id, {}, { token: sandbox.tenants[1]?.accessToken ?? '' })).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    })
  })

  it('lapse 90 days after the login', async () => {
    const token = await tokenFor(sandbox)
    sandbox.control.clock.advance(59 * 86_400_000)
    const { appId, appSecret } = sandbox
    const longer = await ask(
      sandbox,
      'oauth/access_token',
      { client_id: appId, client_secret: appSecret, grant_type: 'fb_exchange_token', fb_exchange_token: token },
      { token: '' },
    )
    sandbox.control.clock.advance(32 * 86_400_000)
    const asMara = { token: String(longer.body['access_token']) }

    expect((await ask(sandbox, 'me/permissions', { status: 'expired' }, asMara)).body.data).toHaveLength(3)
    expect((await ask(sandbox, sandbox.accounts[0]?.id ?? '', {}, asMara)).body.error).toMatchObject({ code: 200 })
  })
})

it('keeps what the app answers to a deletion request', async () => {
  receiver.answer = () => ({
    status: 200,
    body: JSON.stringify({ url: 'https://app.example/status?id=abc', confirmation_code: 'abc' }),
  })
  const users = await fetch(`${sandbox.url}/__sandbox/users`)
  const [user] = ((await users.json()) as { users: { id: string }[] }).users
  const reply = await fetch(`${sandbox.url}/__sandbox/users/${user?.id}/request-deletion`, { method: 'POST' })

  expect(await reply.json()).toMatchObject({
    deliveries: [
      {
        kind: 'data_deletion',
        outcome: 'delivered',
        reply: { url: 'https://app.example/status?id=abc', confirmationCode: 'abc' },
      },
    ],
  })
  expect(payloadOf(receiver.received[0]?.body ?? '')['user_id']).toBe(user?.id)
})

describe('pages', () => {
  it('come with tokens of their own, which see what the page advertises for', async () => {
    const token = await tokenFor(sandbox)
    const [page] = (await ask(sandbox, 'me/accounts', {}, { token })).body.data ?? []
    const asPage = { token: String(page?.['access_token']) }

    expect(Object.keys(page ?? {})).toEqual(['access_token', 'category', 'name', 'id', 'tasks'])
    expect((await ask(sandbox, 'me', {}, asPage)).body).toEqual({ name: page?.['name'], id: page?.['id'] })
    const direct = await ask(sandbox, String(page?.['id']), { fields: 'access_token' }, { token })
    expect(direct.body).toEqual({ access_token: page?.['access_token'], id: page?.['id'] })
    const debugged = await ask(sandbox, 'debug_token', { input_token: asPage.token })
    expect(debugged.body['data']).toMatchObject({ type: 'PAGE', profile_id: page?.['id'], expires_at: 0 })
  })

  it('are listed page by page', async () => {
    const first = await ask(sandbox, 'me/accounts', { limit: '1', fields: 'name' })
    expect(first.body.data).toHaveLength(1)
    const second = await ask(sandbox, first.body.paging?.next ?? '')
    expect(second.body.data?.[0]?.['id']).not.toBe(first.body.data?.[0]?.['id'])
  })
})

describe('system users', () => {
  const scope = 'ads_read,ads_management'

  async function businessOf(): Promise<string> {
    const { business } = (await ask(sandbox, sandbox.accounts[0]?.id ?? '', { fields: 'business' })).body
    return (business as { id: string }).id
  }

  function post(path: string, params: Record<string, string>) {
    const proof = appSecretProof(sandbox.accessToken, sandbox.appSecret)
    return ask(sandbox, path, { ...params, appsecret_proof: proof }, { method: 'POST' })
  }

  it('are made, given the app and a token, which acts for them', async () => {
    const business = await businessOf()
    const made = await post(`${business}/system_users`, { name: 'Nightly reports', role: 'EMPLOYEE' })
    const id = String(made.body['id'])
    const mint = { business_app: sandbox.appId, scope, set_token_expires_in_60_days: 'true' }

    expect((await post(`${id}/access_tokens`, mint)).body.error).toMatchObject({ code: 100 })
    expect((await post(`${id}/applications`, { business_app: sandbox.appId })).body).toEqual({ success: true })
    const { body } = await post(`${id}/access_tokens`, mint)
    const token = String(body['access_token'])
    expect(Object.keys(body)).toEqual(['access_token'])
    expect((await ask(sandbox, 'me', {}, { token })).body).toEqual({ name: 'Nightly reports', id })
    expect((await ask(sandbox, `${business}/system_users`)).body.data).toEqual([
      { id: expect.any(String), name: 'Fieldnote Supply System User', role: 'ADMIN' },
      { id, name: 'Nightly reports', role: 'EMPLOYEE' },
    ])
    sandbox.control.clock.advance(60 * 86_400_000)
    expect((await ask(sandbox, 'me', {}, { token })).body.error).toMatchObject({ error_subcode: 463 })
  })

  it('need a proof, the app and known scopes for a token', async () => {
    const [user] = (await ask(sandbox, `${await businessOf()}/system_users`)).body.data ?? []
    const path = `${String(user?.['id'])}/access_tokens`
    const params = { business_app: sandbox.appId, scope }

    expect((await ask(sandbox, path, params, { method: 'POST' })).body.error).toMatchObject({
      message: 'API calls from the server require an appsecret_proof argument',
    })
    expect((await post(path, { ...params, business_app: '9' })).body.error).toMatchObject({ code: 101 })
    expect((await post(path, { ...params, scope: 'root' })).body.error?.['message']).toMatch(
      /^\(#100\) Param scope\[0\]/,
    )
    expect((await post(path, { ...params, scope: '' })).body.error).toMatchObject({
      message: '(#100) The parameter scope is required',
    })
  })

  it('are out of reach for other businesses', async () => {
    const [user] = (await ask(sandbox, `${await businessOf()}/system_users`)).body.data ?? []
    const stranger = { token: sandbox.tenants[1]?.accessToken ?? '' }
    expect((await ask(sandbox, String(user?.['id']), {}, stranger)).status).toBe(400)
  })
})

it('takes its state along to another sandbox', async () => {
  const token = await tokenFor(sandbox)
  await remove('me/permissions/ads_management', token)
  const state = JSON.parse(JSON.stringify(sandbox.control.exportState())) as ReturnType<
    typeof sandbox.control.exportState
  >
  sandbox.control.reset()
  expect((await ask(sandbox, 'me', {}, { token })).body.error).toMatchObject({ code: 190 })
  sandbox.control.importState(state)

  expect((await ask(sandbox, 'me/permissions', {}, { token })).body.data).toContainEqual({
    permission: 'ads_management',
    status: 'declined',
  })
})

it('lists the people of a business', async () => {
  const business = (await ask(sandbox, 'me/businesses')).body.data?.[0]?.['id']
  expect((await ask(sandbox, `${String(business)}/business_users`)).body.data).toMatchObject([
    { name: 'Mara Lindqvist' },
    { name: 'Theo Okonjo' },
  ])
})

it('tells a name to everyone and an address to those who may have it', async () => {
  const fields = 'first_name,last_name,email'
  const without = await tokenFor(sandbox)
  expect((await ask(sandbox, 'me', { fields }, { token: without })).body).toEqual({
    first_name: 'Mara',
    last_name: 'Lindqvist',
    id: expect.any(String),
  })
  const allowed = await tokenFor(sandbox, { scope: 'email' })
  expect((await ask(sandbox, 'me', { fields }, { token: allowed })).body['email']).toBe('mara@fieldnote.example')
})
