import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox
let account: string
let pixel: string

const now = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now })
  account = sandbox.accounts[0]?.id ?? ''
  pixel = String((await ask(sandbox, `${account}/adspixels`)).body.data?.[0]?.['id'])
})

afterAll(() => sandbox.close())

const seconds = (hoursAgo: number) => Math.floor(now.getTime() / 1000) - hoursAgo * 3600
const purchase = { event_name: 'Purchase', event_time: seconds(1), action_source: 'website', user_data: { em: ['a'] } }

async function send(...events: unknown[]) {
  return ask(sandbox, `${pixel}/events`, { data: JSON.stringify(events) }, { method: 'POST' })
}

it('is one to an account', async () => {
  const reply = await ask(sandbox, `${account}/adspixels`, { name: 'Second' }, { method: 'POST' })
  expect(reply.status).toBe(400)
  expect(reply.body.error).toMatchObject({ code: 6200 })
})

it('is read with its code and changed', async () => {
  const change = { name: 'Shop', enable_automatic_matching: 'true', automatic_matching_fields: '["em","ph"]' }
  expect((await ask(sandbox, pixel, change, { method: 'POST' })).body).toEqual({ success: true })
  const fields = 'name,code,enable_automatic_matching,automatic_matching_fields,data_use_setting,owner_ad_account{id}'
  expect((await ask(sandbox, pixel, { fields })).body).toMatchObject({
    name: 'Shop',
    enable_automatic_matching: true,
    automatic_matching_fields: ['em', 'ph'],
    data_use_setting: 'ADVERTISING_AND_ANALYTICS',
    owner_ad_account: { id: account },
  })
  expect(String((await ask(sandbox, pixel, { fields: 'code' })).body['code'])).toContain(`fbq('init', '${pixel}')`)
})

it('takes conversions from a server, as objects or as JSON texts', async () => {
  expect((await send(purchase, JSON.stringify(purchase))).body).toEqual({
    events_received: 2,
    messages: [],
    fbtrace_id: expect.any(String),
  })
})

it.each([
  [
    'no name',
    { ...purchase, event_name: undefined },
    { message: '(#100) The parameter data[0][event_name] is required' },
  ],
  [
    'no time',
    { ...purchase, event_time: undefined },
    { message: '(#100) The parameter data[0][event_time] is required' },
  ],
  ['a time eight days ago', { ...purchase, event_time: seconds(192) }, { code: 100, error_subcode: 2804003 }],
  ['a time to come', { ...purchase, event_time: seconds(-2) }, { error_user_title: 'Event Timestamp In The Future' }],
  ['nobody', { ...purchase, user_data: {} }, { code: 100, error_subcode: 2804050 }],
])('refuses an event with %s', async (_what, event, error) => {
  expect((await send(event)).body.error).toMatchObject(error)
})

it('counts events by the hour of the last day', async () => {
  const { body } = await ask(sandbox, `${pixel}/stats`, { aggregation: 'event' })
  expect(body.data).toHaveLength(24)
  expect(body.data?.[0]).toMatchObject({ aggregation: 'event', data: expect.any(Array) })
})
