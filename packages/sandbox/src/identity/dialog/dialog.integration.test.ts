import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../../start-sandbox.ts'
import { logIn, redirectUri, tokenFor } from '../log-in.testing.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') })
})
afterEach(() => sandbox.close())

function page(params: Readonly<Record<string, string>>): Promise<Response> {
  const own = { client_id: sandbox.appId, redirect_uri: redirectUri, scope: 'ads_read', ...params }
  return fetch(`${sandbox.url}/v25.0/dialog/oauth?${new URLSearchParams(own).toString()}`)
}

async function personNamed(name: string): Promise<string> {
  const text = await (await page({})).text()
  const link = new RegExp(`person=(\\d+)"(?:(?!</a>)[\\s\\S])*${name}`).exec(text)
  return link?.[1] ?? ''
}

describe('the page', () => {
  it('lets a person choose who they are, then what the app gets', async () => {
    const people = await (await page({})).text()
    const consent = await (await page({ person: await personNamed('Haru Nishimoto'), scope: 'ads_read,email' })).text()

    expect(people).toContain('Sandbox: invented people.')
    expect(consent).toContain('You are Haru Nishimoto')
    expect(consent).toContain('Continue as Haru')
    expect(consent).toMatch(/value="email"\s+checked/)
    expect(consent).toContain('Kumo Coffee Japan')
    expect(consent).not.toContain('Fieldnote')
  })

  it('runs no script, is framed by nobody and is kept by nobody', async () => {
    const { headers } = await page({})
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'nonce-[\w+/=]{24}'; base-uri 'none'; frame-ancestors 'none'; /,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  it('says in words what is wrong with a link, and sends nobody anywhere', async () => {
    for (const [params, words] of [
      [{ client_id: '42' }, 'Invalid app ID'],
      [{ redirect_uri: 'javascript:alert(1)' }, 'URL blocked'],
      [{ redirect_uri: '//evil.example/cb' }, 'URL blocked'],
      [{ scope: 'ads_everything' }, 'Invalid scopes: ads_everything.'],
      [{ person: '1' }, 'no such person'],
      [{ state: 's'.repeat(9000) }, 'state is longer'],
    ] as const) {
      const response = await page(params)
      expect(response.status).toBe(400)
      expect(response.headers.get('location')).toBeNull()
      expect(await response.text()).toContain(words)
    }
  })

  it('tells of an unknown person to open the link again, not to correct it', async () => {
    const text = await (await page({ person: '1' })).text()
    expect(text).toContain('Open the login link of the app again.')
    expect(text).not.toContain('has to correct its link')
  })

  it('can be left at either step', async () => {
    const url = `${sandbox.url}/dialog/oauth?client_id=${sandbox.appId}&redirect_uri=${redirectUri}&state=x`
    expect(await (await fetch(url)).text()).toMatch(/name="decision" value="cancel"/)
    const body = new URLSearchParams({ decision: 'cancel' })
    const { headers } = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    expect(headers.get('location')).toMatch(/\?error=access_denied&.*state=x$/)
  })

  it.each([
    [1, 'This account, and later ones'],
    [4, 'Both accounts, and later ones'],
    [40, 'All eight accounts, and later ones'],
    [80, 'All 16 accounts, and later ones'],
  ])('offers all of a person’s accounts in words, of %i altogether', async (accounts, words) => {
    const other = await startSandbox({ port: 0, seed: 7, accounts, ads: 1 })
    const link = `${other.url}/dialog/oauth?client_id=${other.appId}&redirect_uri=${redirectUri}&scope=ads_read`
    const person = /person=(\d+)/.exec(await (await fetch(link)).text())?.[1] ?? ''
    expect(await (await fetch(`${link}&person=${person}`)).text()).toContain(words)
    await other.close()
  })

  it('escapes whatever comes in a link', async () => {
    const person = await personNamed('Mara Lindqvist')
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'x', '/', '=', ' ') }),
        async (text) => {
          const sent = `<img src=x onerror="${text}">`
          const answer = await (await page({ person, state: sent, [`n${text}`]: sent })).text()
          expect(answer).not.toContain('<img')
        },
      ),
      { numRuns: 40 },
    )
  })

  it('answers without a version too', async () => {
    const response = await fetch(`${sandbox.url}/dialog/oauth?client_id=${sandbox.appId}&redirect_uri=${redirectUri}`)
    expect(response.status).toBe(200)
  })
})

describe('an answer', () => {
  it('leads back with a code and the state, unchanged', async () => {
    const state = 'a+b=c&d "é" %20'
    const { status, location, headers } = await logIn(sandbox, { state, redirect_uri: `${redirectUri}?tab=ads` })

    expect(status).toBe(302)
    expect(location.href).toMatch(/^http:\/\/localhost:3000\/meta\/callback\?tab=ads&code=AQ/)
    expect(location.searchParams.get('state')).toBe(state)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('leads back with Meta’s words for no', async () => {
    const { location } = await logIn(sandbox, { state: 'x', decision: 'cancel' })
    expect(location.search).toBe(
      '?error=access_denied&error_reason=user_denied&error_description=Permissions+error&state=x',
    )
  })

  it('carries tokens in the fragment, where no server sees them', async () => {
    const { location } = await logIn(sandbox, { response_type: 'code token', state: 'x' })
    const fragment = new URLSearchParams(location.hash.slice(1))

    expect(location.search).toBe('')
    expect([...fragment.keys()]).toEqual(['access_token', 'expires_in', 'data_access_expiration_time', 'code', 'state'])
    expect((await ask(sandbox, 'me', {}, { token: fragment.get('access_token') ?? '' })).status).toBe(200)
  })

  it('names the scopes where asked', async () => {
    const { location } = await logIn(sandbox, [
      ['response_type', 'code,granted_scopes'],
      ['scope', 'ads_read,email'],
      ['is_choice', '1'],
      ['granted', 'ads_read'],
    ])
    expect(location.searchParams.get('granted_scopes')).toBe('public_profile,ads_read')
    expect(location.searchParams.get('denied_scopes')).toBe('email')
  })

  it.each([
    [{ decision: '' }, 'decision is unknown: send continue or cancel.'],
    [{ decision: 'approve' }, 'send continue or cancel.'],
    [{ scope: 'ads_read', granted: 'email' }, 'granted holds email. The app asked for public_profile, ads_read.'],
    [{ scope: 'ads_read', granted: 'EAAsecret' }, 'granted holds (unreadable).'],
    [{ accounts: 'some' }, 'send all or chosen.'],
    [{ accounts: 'chosen', account: 'act_1' }, 'account act_1 is none of Mara Lindqvist.'],
    [{ person: '1' }, 'There is no such person'],
  ])('is refused in words where it says what cannot be: %j', async (fields, words) => {
    const { status, text, headers } = await logIn(sandbox, fields)
    expect([status, headers.get('location')]).toEqual([400, null])
    expect(text).toContain(words)
    expect(text).toContain('Nothing was granted.')
  })

  it('has to hold a decision', async () => {
    const body = new URLSearchParams({ client_id: sandbox.appId, redirect_uri: redirectUri })
    const response = await fetch(`${sandbox.url}/dialog/oauth`, { method: 'POST', body, redirect: 'manual' })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('decision is missing: send continue or cancel.')
  })

  it('is not taken from another site', async () => {
    const form = new URLSearchParams({ client_id: sandbox.appId, redirect_uri: redirectUri })
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
      const response = await fetch(`${sandbox.url}/dialog/oauth`, {
        method: 'POST',
        body: form,
        headers,
        redirect: 'manual',
      })
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('came from another site')
    }
  })
})

describe('what was granted', () => {
  it('is what the token may do, on the accounts that were chosen', async () => {
    const [account, other] = sandbox.accounts
    const { location } = await logIn(sandbox, [
      ['response_type', 'token'],
      ['scope', 'ads_read,ads_management'],
      ['is_choice', '1'],
      ['granted', 'ads_read'],
      ['accounts', 'chosen'],
      ['account', account?.id ?? ''],
    ])
    const token = new URLSearchParams(location.hash.slice(1)).get('access_token') ?? ''
    const asMara = { token }

    expect((await ask(sandbox, 'me/adaccounts', {}, asMara)).body.data).toHaveLength(1)
    expect((await ask(sandbox, other?.id ?? '', {}, asMara)).status).toBe(403)
    expect((await ask(sandbox, account?.id ?? '', {}, asMara)).status).toBe(200)
    expect(
      (await ask(sandbox, `${account?.id}/campaigns`, { name: 'x' }, { token, method: 'POST' })).body.error,
    ).toMatchObject({ code: 294 })
    expect((await ask(sandbox, `${account?.id}/insights`, {}, { token, method: 'POST' })).status).toBe(200)
    expect((await ask(sandbox, 'me/permissions', {}, asMara)).body.data).toEqual([
      { permission: 'public_profile', status: 'granted' },
      { permission: 'ads_read', status: 'granted' },
      { permission: 'ads_management', status: 'declined' },
    ])
  })

  it('is not asked again once declined, unless the app says so', async () => {
    const decline: [string, string][] = [
      ['scope', 'ads_read,email'],
      ['is_choice', '1'],
      ['granted', 'ads_read'],
    ]
    await logIn(sandbox, decline)
    const still = await tokenFor(sandbox, { scope: 'ads_read,email' })
    expect((await ask(sandbox, 'me/permissions', { permission: 'email' }, { token: still })).body.data).toEqual([
      { permission: 'email', status: 'declined' },
    ])

    const again = await tokenFor(sandbox, { scope: 'ads_read,email', auth_type: 'rerequest' })
    expect((await ask(sandbox, 'me/permissions', { permission: 'email' }, { token: again })).body.data).toEqual([
      { permission: 'email', status: 'granted' },
    ])
  })
})
