import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, reportDurationMs: 0, control: true })
})
afterAll(() => sandbox.close())

async function tokenWith(scopes: readonly string[]): Promise<string> {
  const response = await fetch(`${sandbox.url}/__sandbox/tokens`, {
    method: 'POST',
    body: JSON.stringify({ user: sandbox.tenants[0]?.id, scopes }),
  })
  return ((await response.json()) as { token: string }).token
}

it("lists another user's accounts, pages and businesses, not the caller's own", async () => {
  const tenant = sandbox.tenants[1]
  const { body: user } = await ask(sandbox, 'me', {}, { token: tenant?.accessToken ?? '' })
  const idsOn = async (edge: string) =>
    (await ask(sandbox, `${String(user['id'])}/${edge}`)).body.data?.map((item) => item['id'])

  expect(await idsOn('assigned_ad_accounts')).toEqual(tenant?.accounts)
  expect(await idsOn('assigned_pages')).toHaveLength(2)
  expect(await idsOn('businesses')).toHaveLength(1)
})

it('shows a business manager without a permission for ads the accounts, but nothing in them', async () => {
  const token = await tokenWith(['business_management'])
  const business = (await ask(sandbox, 'me/businesses', {}, { token })).body.data?.[0]
  const accounts = (fields: string) =>
    ask(sandbox, `${String(business?.['id'])}/owned_ad_accounts`, { fields }, { token })

  expect((await accounts('name')).body.data).toHaveLength(2)
  expect(await accounts('campaigns{name}')).toMatchObject({ status: 403, body: { error: { code: 200 } } })
  expect(await accounts('insights{spend}')).toMatchObject({ status: 403, body: { error: { code: 200 } } })
})

it('asks for a permission for ads for each of several ids', async () => {
  const token = await tokenWith(['business_management'])
  const { status, body } = await ask(sandbox, '', { ids: `me,${sandbox.accounts[0]?.id ?? ''}` }, { token })

  expect([status, body.error?.['code']]).toEqual([403, 200])
})

it('shows a page token its page and not the person behind it', async () => {
  const token = sandbox.tenants[0]?.accessToken ?? ''
  const user = String((await ask(sandbox, 'me', {}, { token })).body['id'])
  const page = (await ask(sandbox, 'me/accounts', {}, { token })).body.data?.[0]
  const asPage = (path: string) => ask(sandbox, path, {}, { token: String(page?.['access_token']) })

  expect((await asPage('me')).body['id']).toBe(page?.['id'])
  expect((await asPage(user)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  expect((await asPage(`${user}/accounts`)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
})

it('reads a page without a permission for ads', async () => {
  const token = await tokenWith(['pages_show_list'])
  const page = (await ask(sandbox, 'me/accounts', {}, { token })).body.data?.[0]

  expect((await ask(sandbox, String(page?.['id']), { fields: 'name' }, { token })).body).toEqual({
    id: page?.['id'],
    name: page?.['name'],
  })
})

it.each([
  ['fields', (secret: string) => secret],
  ['sort', (secret: string) => secret],
  ['filtering', (secret: string) => JSON.stringify([{ field: secret, operator: 'EQUAL', value: 1 }])],
  ['batch', (secret: string) => JSON.stringify([{ relative_url: `{result=${secret}:$.id}` }])],
])('repeats no token that was sent as %s', async (name, valueOf) => {
  const path = name === 'batch' ? '' : `${sandbox.accounts[0]?.id ?? ''}/insights`
  const params = { [name]: valueOf(sandbox.accessToken) }
  const { status, text, headers } = await ask(sandbox, path, params, { method: name === 'batch' ? 'POST' : 'GET' })

  expect(status).toBe(400)
  expect(`${text} ${headers.get('www-authenticate') ?? ''}`).not.toContain(sandbox.accessToken)
})
