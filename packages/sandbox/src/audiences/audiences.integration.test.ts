import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type GraphReply } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox
let account: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') })
  account = sandbox.accounts[0]?.id ?? ''
})

afterAll(() => sandbox.close())

const post = (path: string, params: Record<string, string>) => ask(sandbox, path, params, { method: 'POST' })
const remove = (path: string, params: Record<string, string> = {}) => post(path, { ...params, method: 'delete' })

async function list(extra: Record<string, string> = {}): Promise<string> {
  const params = { name: 'List', subtype: 'CUSTOM', customer_file_source: 'USER_PROVIDED_ONLY', ...extra }
  return String((await post(`${account}/customaudiences`, params)).body['id'])
}

function hashes(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) =>
    createHash('sha256')
      .update(`person${from + index}@shop.example`)
      .digest('hex'),
  )
}

function upload(audience: string, data: readonly string[], edge = 'users', session?: object): Promise<GraphReply> {
  const payload = JSON.stringify({ schema: 'EMAIL_SHA256', data })
  return post(`${audience}/${edge}`, { payload, ...(session ? { session: JSON.stringify(session) } : {}) })
}

async function upperBound(audience: string): Promise<unknown> {
  const { body } = await ask(sandbox, audience, { fields: 'approximate_count_upper_bound' })
  return body['approximate_count_upper_bound']
}

const hour = 3_600_000

describe('planned ones', () => {
  it('are there, with sizes and states', async () => {
    const fields = 'name,subtype,approximate_count_lower_bound,delivery_status,operation_status,data_source'
    const { body } = await ask(sandbox, `${account}/customaudiences`, { fields })
    expect(body.data?.map(({ subtype }) => subtype)).toEqual(['CUSTOM', 'WEBSITE', 'WEBSITE', 'LOOKALIKE'])
    expect(body.data?.[0]).toMatchObject({
      delivery_status: { code: 200 },
      operation_status: { code: 200, description: 'Normal' },
      data_source: { type: 'FILE_IMPORTED' },
    })
  })

  it('are seen in the lookalike of the buyers', async () => {
    const { body } = await ask(sandbox, `${account}/customaudiences`, {
      fields: 'lookalike_audience_ids,lookalike_spec',
    })
    const [buyers, , , lookalike] = body.data ?? []
    expect(buyers?.['lookalike_audience_ids']).toEqual([lookalike?.['id']])
    expect(lookalike?.['lookalike_spec']).toMatchObject({
      ratio: 0.01,
      country: 'US',
      origin: [{ id: buyers?.['id'] }],
    })
  })
})

describe('customer list', () => {
  it('needs to say where its information comes from', async () => {
    const reply = await post(`${account}/customaudiences`, { name: 'List', subtype: 'CUSTOM' })
    expect(reply.body.error).toMatchObject({ code: 100, error_user_title: 'Missing Customer File Source' })
  })

  it('is empty and too small at first', async () => {
    const audience = await list()
    const fields = 'operation_status,delivery_status,subtype,time_created'
    expect((await ask(sandbox, audience, { fields })).body).toMatchObject({
      operation_status: { code: 410 },
      delivery_status: { code: 300 },
      subtype: 'CUSTOM',
      time_created: 1_795_435_200,
    })
  })

  it('finds its people an hour after the upload', async () => {
    const audience = await list()
    expect((await upload(audience, hashes(5000))).body).toMatchObject({
      audience_id: audience,
      session_id: expect.stringMatching(/^\d+$/),
      num_received: 5000,
      num_invalid_entries: 0,
      invalid_entry_samples: {},
    })
    expect(await upperBound(audience)).toBe(-1)
    sandbox.control.clock.advance(hour)
    expect(await upperBound(audience)).toBe(3700)
  })

  it('counts a person who is sent twice once, and forgets who is removed', async () => {
    const audience = await list()
    await upload(audience, hashes(3000))
    await upload(audience, hashes(3000))
    await remove(`${audience}/users`, {
      payload: JSON.stringify({ schema: 'EMAIL_SHA256', data: hashes(1000) }),
    })
    sandbox.control.clock.advance(hour)
    expect(await upperBound(audience)).toBe(1500)
  })

  it('is replaced by a session of several batches', async () => {
    const audience = await list()
    await upload(audience, hashes(8000))
    const session = { session_id: 41, estimated_num_total: 4000 }
    const first = await upload(audience, hashes(2000, 9000), 'usersreplace', {
      ...session,
      batch_seq: 1,
      last_batch_flag: false,
    })
    expect(first.body).toMatchObject({ session_id: '41', num_received: 2000 })
    await upload(audience, hashes(2000, 12_000), 'usersreplace', { ...session, batch_seq: 2, last_batch_flag: true })
    sandbox.control.clock.advance(hour)
    expect(await upperBound(audience)).toBe(2900)
    const sessions = await ask(sandbox, `${audience}/sessions`)
    expect(sessions.body.data).toMatchObject([{ session_id: '41', stage: 'finished', num_received: '4000' }])
    const late = await upload(audience, hashes(1), 'usersreplace', { ...session, batch_seq: 3 })
    expect(late.body.error).toMatchObject({ error_user_title: 'Session Has Ended' })
  })

  it('cannot be replaced without a session, nor be more than 10,000 at a time', async () => {
    const audience = await list()
    const bare = await upload(audience, hashes(1), 'usersreplace')
    expect(bare.body.error).toMatchObject({ message: '(#100) The parameter session is required' })
    const large = await upload(audience, hashes(10_001))
    expect(large.body.error).toMatchObject({ code: 100 })
  })

  it('needs the terms of the account', async () => {
    const other = sandbox.accounts[1]?.id ?? ''
    await post(other, { tos_accepted: JSON.stringify({ custom_audience_tos: 0 }) })
    const params = { name: 'List', subtype: 'CUSTOM', customer_file_source: 'USER_PROVIDED_ONLY' }
    const refused = await post(`${other}/customaudiences`, params)
    expect(refused.status).toBe(403)
    expect(refused.body.error).toMatchObject({ code: 200, error_subcode: 1870034 })
    await post(`${other}/customaudiencestos`, { tos_id: 'custom_audience_tos' })
    expect((await post(`${other}/customaudiences`, params)).status).toBe(200)
  })
})

describe('lookalike', () => {
  it('is named after its origin and found after six hours', async () => {
    const origin = await list({ name: 'Best' })
    await upload(origin, hashes(1000))
    const made = await post(`${account}/customaudiences`, {
      subtype: 'LOOKALIKE',
      origin_audience_id: origin,
      lookalike_spec: JSON.stringify({ type: 'custom_ratio', ratio: 0.03, country: 'DE' }),
    })
    const id = String(made.body['id'])
    expect((await ask(sandbox, id, { fields: 'name,operation_status' })).body).toMatchObject({
      name: 'Lookalike (DE, 3%) - Best',
      operation_status: { code: 433 },
    })
    sandbox.control.clock.advance(6 * hour)
    expect(await upperBound(id)).toBe(1_200_000)
  })

  it.each([
    ['no origin', { lookalike_spec: '{"ratio":0.01,"country":"US"}' }, 'Lookalike Origin Required'],
    [
      'an unknown origin',
      { origin_audience_id: '1', lookalike_spec: '{"ratio":0.01,"country":"US"}' },
      'Custom Audience Unavailable',
    ],
  ])('refuses %s', async (_what, params, title) => {
    const reply = await post(`${account}/customaudiences`, { name: 'L', subtype: 'LOOKALIKE', ...params })
    expect(reply.body.error).toMatchObject({ code: 100, error_user_title: title })
  })

  it.each([
    ['{"ratio":0.01}', 'Lookalike Country Required'],
    ['{"country":"US"}', 'Lookalike Ratio Required'],
    ['{"country":"US","ratio":0.3}', 'Invalid Lookalike Ratio'],
    ['{"country":"US","ratio":0.015}', 'Invalid Lookalike Ratio'],
    ['{"country":"US","ratio":0.02,"starting_ratio":0.02}', 'Invalid Lookalike Ratio'],
    ['{"country":"Atlantis","ratio":0.02}', 'Invalid Country'],
  ])('refuses the spec %s', async (lookalike_spec, title) => {
    const origin = await list()
    const params = { name: 'L', subtype: 'LOOKALIKE', origin_audience_id: origin, lookalike_spec }
    expect((await post(`${account}/customaudiences`, params)).body.error).toMatchObject({ error_user_title: title })
  })
})

describe('rules', () => {
  const rule = (id: string, seconds: number) =>
    JSON.stringify({
      inclusions: { operator: 'or', rules: [{ event_sources: [{ type: 'pixel', id }], retention_seconds: seconds }] },
    })

  it('make website audiences of a pixel', async () => {
    const pixel = String((await ask(sandbox, `${account}/adspixels`)).body.data?.[0]?.['id'])
    const made = await post(`${account}/customaudiences`, {
      name: 'W',
      subtype: 'WEBSITE',
      rule: rule(pixel, 30 * 86_400),
    })
    const read = await ask(sandbox, String(made.body['id']), { fields: 'retention_days,rule,data_source' })
    expect(read.body).toMatchObject({ retention_days: 30, data_source: { type: 'EVENT_BASED' } })
  })

  it('make engagement audiences of events', async () => {
    const events = JSON.stringify([{ object_id: '80001', event_name: 'video_watched' }])
    const made = await post(`${account}/customaudiences`, {
      name: 'Watched',
      subtype: 'ENGAGEMENT',
      rule: events,
      prefill: '1',
    })
    expect(made.body).toEqual({ id: expect.stringMatching(/^\d+$/) })
  })

  it('are checked', async () => {
    const create = (params: Record<string, string>) =>
      post(`${account}/customaudiences`, { name: 'W', subtype: 'WEBSITE', ...params })
    expect((await create({})).body.error).toMatchObject({ message: '(#100) The parameter rule is required' })
    expect((await create({ rule: rule('1', 86_400) })).body.error).toMatchObject({ error_subcode: 1815045 })
    const pixel = String((await ask(sandbox, `${account}/adspixels`)).body.data?.[0]?.['id'])
    expect((await create({ rule: rule(pixel, 400 * 86_400) })).body.error).toMatchObject({
      error_user_title: 'Invalid Retention',
    })
    expect((await create({ rule: 'no json' })).body.error).toMatchObject({
      message: '(#100) Param rule must be valid JSON.',
    })
    expect((await create({ rule: rule(pixel, 0) })).body.error).toMatchObject({ error_user_title: 'Invalid Retention' })
    expect((await create({ rule: rule(pixel, 8400) })).body).toEqual({ id: expect.any(String) })
  })
})

describe('all of them', () => {
  it('are renamed, shared and deleted', async () => {
    const audience = await list()
    expect((await post(audience, { name: 'New name', description: 'About' })).body).toEqual({ success: true })
    const other = sandbox.accounts[1]?.id.slice(4) ?? ''
    const shared = await post(`${audience}/adaccounts`, { adaccounts: JSON.stringify([other, '1']) })
    expect(shared.body).toMatchObject({
      success: false,
      sharing_data: [
        { ad_acct_id: other, audience_share_status: 'shared', errors: [] },
        { ad_acct_id: '1', audience_share_status: 'failed' },
      ],
    })
    expect((await ask(sandbox, `${audience}/adaccounts`)).body.data).toEqual([{ id: `act_${other}` }])
    const listed = async () => (await ask(sandbox, `act_${other}/customaudiences`)).body.data?.map(({ id }) => id)
    expect(await listed()).toContain(audience)
    const lookalike = await post(`act_${other}/customaudiences`, {
      subtype: 'LOOKALIKE',
      origin_audience_id: audience,
      lookalike_spec: '{"ratio":0.01,"country":"DE"}',
    })
    expect(lookalike.status).toBe(200)
    expect((await remove(audience)).body).toEqual({ success: true })
    expect(await listed()).not.toContain(audience)
    expect((await ask(sandbox, audience)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  })

  it('stay as they are when their origin is asked to change', async () => {
    const { body } = await ask(sandbox, `${account}/customaudiences`, { fields: 'subtype' })
    const lookalike = String(body.data?.find(({ subtype }) => subtype === 'LOOKALIKE')?.['id'])
    const reply = await post(lookalike, { lookalike_spec: '{"ratio":0.05}' })
    expect(reply.body.error).toMatchObject({ error_user_title: 'Lookalike Cannot Be Changed' })
  })

  it('survive an export and import of the state', async () => {
    const audience = await list({ name: 'Kept' })
    await upload(audience, hashes(4000))
    const state = sandbox.control.exportState()
    sandbox.control.reset()
    expect((await ask(sandbox, audience)).status).toBe(400)
    sandbox.control.importState(state)
    sandbox.control.clock.advance(hour)
    expect((await ask(sandbox, audience, { fields: 'name' })).body).toMatchObject({ name: 'Kept' })
    expect(await upperBound(audience)).toBe(2900)
  })
})

it('reads back what it has made when asked to', async () => {
  const params = { name: 'Echo', customer_file_source: 'USER_PROVIDED_ONLY', redownload: '1' }
  const made = await post(`${account}/customaudiences`, params)
  expect(made.body).toMatchObject({ name: 'Echo', subtype: 'CUSTOM', time_created: expect.any(Number) })
  expect(made.body).not.toHaveProperty('created_time')
})

it('saves audiences as targeting', async () => {
  const targeting = { geo_locations: { countries: ['DE'] }, age_min: 30, age_max: 50 }
  const made = await post(`${account}/saved_audiences`, { name: 'Germans', targeting: JSON.stringify(targeting) })
  const id = String(made.body['id'])
  await post(id, { name: 'Germans 30–50' })
  const read = await ask(sandbox, id, { fields: 'name,targeting,approximate_count_lower_bound' })
  expect(read.body).toMatchObject({ name: 'Germans 30–50', targeting })
  expect(Number(read.body['approximate_count_lower_bound'])).toBeGreaterThan(5_000_000)
  for (const odd of ['{"geo_locations":{"countries":["XX"]}}', '{"geo_locations":{"countries":["DE"]},"moon":1}']) {
    expect((await post(id, { targeting: odd })).body.error?.['error_subcode']).toBe(1487079)
  }
  await remove(id)
  const nowhere = await post(`${account}/saved_audiences`, { name: 'Nowhere', targeting: '{"age_min":30}' })
  expect(nowhere.body.error?.['error_subcode']).toBe(1885364)
  const left = await ask(sandbox, `${account}/saved_audiences`)
  expect(left.body.data?.map((saved) => saved['id'])).not.toContain(id)
})
