import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'
import { createClock, type SandboxClock } from '../world/clock.ts'
import { createWorld } from '../world/create-world.ts'
import type { AdAccount } from '../world/objects.ts'
import { createWebhooks } from './create-webhooks.ts'
import { startReceiver, type Receiver } from './receiver.testing.ts'
import { createSubscriptions, type Subscriptions } from './subscriptions.ts'
import type { Webhooks } from './webhooks.ts'

const now = new Date('2026-11-23T12:00:00Z')

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

describe('subscribing', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now })
  })
  afterEach(() => sandbox.close())

  function asApp(path: string, params: Record<string, string>, method: 'GET' | 'POST' = 'GET') {
    return ask(sandbox, path, params, { token: `${sandbox.appId}|${sandbox.appSecret}`, method })
  }

  function subscription(changes: Record<string, string> = {}): Record<string, string> {
    return {
      object: 'ad_account',
      callback_url: `${receiver.url}/hook`,
      fields: 'with_issues_ad_objects,in_process_ad_objects',
      verify_token: 'let-me-in',
      ...changes,
    }
  }

  it('asks the address first, and remembers it', async () => {
    const path = `${sandbox.appId}/subscriptions`
    expect((await asApp(path, subscription(), 'POST')).body).toEqual({ success: true })
    expect(receiver.received).toHaveLength(1)
    expect(receiver.received[0]?.path).toMatch(
      /^\/hook\?hub\.mode=subscribe&hub\.challenge=\d+&hub\.verify_token=let-me-in$/,
    )
    expect((await asApp(path, {})).body.data).toEqual([
      {
        object: 'ad_account',
        callback_url: `${receiver.url}/hook`,
        active: true,
        fields: [
          { name: 'with_issues_ad_objects', version: 'v25.0' },
          { name: 'in_process_ad_objects', version: 'v25.0' },
        ],
      },
    ])
    expect((await asApp(path, { method: 'delete', fields: 'in_process_ad_objects' })).body).toEqual({ success: true })
    expect((await asApp(path, {})).body.data).toMatchObject([{ fields: [{ name: 'with_issues_ad_objects' }] }])
    await asApp(path, { method: 'delete' })
    expect((await asApp(path, {})).body.data).toEqual([])
  })

  it('refuses an address that does not answer the challenge, is none, or is elsewhere', async () => {
    const path = `${sandbox.appId}/subscriptions`
    const message = async (changes: Record<string, string>) =>
      (await asApp(path, subscription(changes), 'POST')).body.error?.['message']

    expect(await message({ verify_token: 'wrong' })).toBe('(#2200) subscription validation failed')
    expect(await message({ callback_url: 'http://127.0.0.1:1/' })).toBe('(#2200) subscription validation failed')
    expect(await message({ callback_url: 'nope' })).toBe('(#100) callback_url URL is not properly formatted')
    expect(await message({ callback_url: 'https://example.com/hook' })).toMatch(
      /^\(#2200\) The sandbox calls this machine only/,
    )
    expect(await message({ fields: 'everything' })).toMatch(/^\(#100\) Param fields\[0\] must be one of /)
    expect(await message({ object: '' })).toBe('(#100) The parameter object is required')
    receiver.answer = ({ path: asked }) => ({
      status: 302,
      headers: { location: asked.replace('/hook', '/other') },
    })
    expect(await message({})).toBe('(#2200) subscription validation failed')
  })

  it('takes the token of the app', async () => {
    const reply = await ask(sandbox, `${sandbox.appId}/subscriptions`, subscription(), { method: 'POST' })
    expect(reply.body.error).toMatchObject({ code: 15 })
  })

  it('tells the app what happens to the ads of an account it listens to', async () => {
    const [account] = sandbox.accounts
    await asApp(`${sandbox.appId}/subscriptions`, subscription({ include_values: 'true' }), 'POST')
    await ask(sandbox, `${account?.id}/subscribed_apps`, {}, { method: 'POST' })
    const [ad] =
      (await ask(sandbox, `${account?.id}/ads`, { effective_status: '["ACTIVE"]', limit: '1' })).body.data ?? []
    await ask(sandbox, String(ad?.['id']), { status: 'PAUSED' }, { method: 'POST' })

    await expect.poll(() => receiver.received.length).toBe(2)
    const { entry } = JSON.parse(receiver.received[1]?.body ?? '') as { entry: unknown[] }
    expect(entry).toMatchObject([
      {
        id: account?.id.slice(4),
        changes: [{ field: 'in_process_ad_objects', value: { id: ad?.['id'], level: 'AD', status_name: 'Paused' } }],
      },
    ])
  })

  it('turns single accounts on and off', async () => {
    const [account] = sandbox.accounts
    const path = `${account?.id}/subscribed_apps`

    expect((await ask(sandbox, path)).body.data).toEqual([])
    expect((await ask(sandbox, path, {}, { method: 'POST' })).body).toEqual({ success: 'true' })
    expect((await ask(sandbox, path)).body.data).toEqual([{ name: 'Sandbox App', id: sandbox.appId }])
    expect((await ask(sandbox, path, { app_id: '9' }, { method: 'POST' })).body.error).toMatchObject({ code: 101 })
    expect((await ask(sandbox, path, { method: 'delete' })).body).toEqual({ success: 'true' })
    expect((await ask(sandbox, path)).body.data).toEqual([])
  })
})

describe('delivering', () => {
  let subscriptions: Subscriptions
  let clock: SandboxClock
  let webhooks: Webhooks
  let account: AdAccount
  beforeEach(() => {
    const world = createWorld({ seed: 7, accounts: 2, ads: 10, start: now })
    account = world.accounts[0] as AdAccount
    clock = createClock(now, true)
    subscriptions = createSubscriptions({})
    subscriptions.addAccount(account)
    listen({})
    webhooks = createWebhooks({ appSecret: 'secret', subscriptions }, clock)
  })
  afterEach(() => webhooks.close())

  function listen({ includesValues = true, callbackUrl = `${receiver.url}/hook?key=hidden` }): void {
    const fields = ['with_issues_ad_objects', 'in_process_ad_objects']
    subscriptions.set({ object: 'ad_account', callbackUrl, fields, includesValues, version: 'v25.0' })
  }

  it('signs what it sends over the raw body, and joins what happens at once', async () => {
    webhooks.notify(account, 'in_process_ad_objects', { id: '1', level: 'AD', status_name: 'Paused' })
    webhooks.notify(account, 'in_process_ad_objects', { id: '2', level: 'AD', status_name: 'Active' })
    await webhooks.settled()
    const [got] = receiver.received

    expect(receiver.received).toHaveLength(1)
    expect(got?.headers['x-hub-signature-256']).toBe(
      `sha256=${createHmac('sha256', 'secret')
        .update(got?.body ?? '')
        .digest('hex')}`,
    )
    expect(got?.headers['x-hub-signature']).toMatch(/^sha1=[0-9a-f]{40}$/)
    expect(JSON.parse(got?.body ?? '')).toEqual({
      object: 'ad_account',
      entry: [
        {
          id: account.id.slice(4),
          time: now.getTime() / 1000,
          changes: [
            { field: 'in_process_ad_objects', value: { id: '1', level: 'AD', status_name: 'Paused' } },
            { field: 'in_process_ad_objects', value: { id: '2', level: 'AD', status_name: 'Active' } },
          ],
        },
      ],
    })
    expect(webhooks.deliveries).toMatchObject([
      { kind: 'webhook', url: `${receiver.url}/hook`, attempts: 1, outcome: 'delivered', status: 200 },
    ])
  })

  it('names fields only where values are off', async () => {
    listen({ includesValues: false })
    webhooks.notify(account, 'with_issues_ad_objects', { id: '1' })
    webhooks.notify(account, 'with_issues_ad_objects', { id: '2' })
    await webhooks.settled()

    expect(JSON.parse(receiver.received[0]?.body ?? '')).toEqual({
      object: 'ad_account',
      entry: [{ id: account.id.slice(4), time: now.getTime() / 1000, changed_fields: ['with_issues_ad_objects'] }],
    })
  })

  it('sends at most a thousand changes at a time', async () => {
    for (let index = 0; index < 2500; index++) webhooks.notify(account, 'with_issues_ad_objects', { id: String(index) })
    await webhooks.settled()
    expect(receiver.received).toHaveLength(3)
  })

  it('tells nobody of other fields and other accounts', async () => {
    webhooks.notify(account, 'creative_fatigue', {})
    subscriptions.removeAccount(account)
    webhooks.notify(account, 'with_issues_ad_objects', {})
    await webhooks.settled()
    expect(receiver.received).toEqual([])
  })

  it('tries again on the sandbox clock, less and less often, for 36 hours', async () => {
    receiver.answer = () => ({ status: 500 })
    webhooks.notify(account, 'with_issues_ad_objects', { id: '1' })
    await webhooks.settled()
    expect(webhooks.deliveries[0]).toMatchObject({ attempts: 1, outcome: 'waiting', status: 500 })
    expect(webhooks.deliveries[0]?.nextAttemptAt).toBe('2026-11-23T12:01:00.000Z')

    clock.advance(59_999)
    await webhooks.sendDue()
    expect(receiver.received).toHaveLength(1)
    for (let hour = 0; hour < 48; hour++) {
      clock.advance(3_600_000)
      await webhooks.sendDue()
    }
    const attempts = receiver.received.length
    expect(attempts).toBeGreaterThan(5)
    expect(attempts).toBeLessThan(14)
    expect(webhooks.deliveries[0]).toMatchObject({ attempts, outcome: 'failed' })
  })

  it('arrives in the end when the receiver comes back', async () => {
    receiver.answer = () => ({ status: 503 })
    webhooks.notify(account, 'with_issues_ad_objects', { id: '1' })
    await webhooks.settled()
    receiver.answer = () => ({ status: 200 })
    clock.advance(60_000)
    await webhooks.sendDue()

    expect(webhooks.deliveries[0]).toMatchObject({ attempts: 2, outcome: 'delivered', status: 200 })
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body)
  })

  it('never follows an address off this machine, whoever put it there', async () => {
    listen({ callbackUrl: 'http://example.com/hook' })
    webhooks.notify(account, 'with_issues_ad_objects', { id: '1' })
    await webhooks.settled()
    expect(webhooks.deliveries[0]).toMatchObject({ attempts: 0, outcome: 'failed' })
  })

  it('keeps the last 200 deliveries, without their secrets', async () => {
    for (let index = 0; index < 205; index++) {
      webhooks.notify(account, 'with_issues_ad_objects', { id: 'private-text' })
      await webhooks.settled()
    }
    expect(webhooks.deliveries).toHaveLength(200)
    expect(JSON.stringify(webhooks.deliveries)).not.toMatch(/hidden|secret|private-text/)
  })
})
