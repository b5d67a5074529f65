import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox
let account: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') })
  account = sandbox.accounts[0]?.id ?? ''
})

afterAll(() => sandbox.close())

const get = (path: string, params: Record<string, string> = {}) => ask(sandbox, path, params)
const post = (path: string, params: Record<string, string>) => ask(sandbox, path, params, { method: 'POST' })
const spec = (targeting: object) => ({ targeting_spec: JSON.stringify(targeting) })
const us = { geo_locations: { countries: ['US'] } }

describe('reachestimate', () => {
  it('answers an object with bounds in `data`', async () => {
    const { body } = await get(`${account}/reachestimate`, spec({ ...us, age_min: 25, age_max: 44 }))
    expect(body.data).toEqual({
      users_lower_bound: expect.any(Number),
      users_upper_bound: expect.any(Number),
      estimate_ready: true,
    })
  })

  it('falls with every condition', async () => {
    const upper = async (targeting: object) =>
      Number(Object((await get(`${account}/reachestimate`, spec(targeting))).body.data)['users_upper_bound'])
    const hiking = { interests: [{ id: '6003110902442' }] }
    const all = await upper(us)
    expect(await upper({ ...us, genders: [2] })).toBeLessThan(all)
    expect(await upper({ ...us, age_min: 35 })).toBeLessThan(all)
    expect(await upper({ ...us, publisher_platforms: ['instagram'] })).toBeLessThan(all)
    expect(await upper({ ...us, flexible_spec: [hiking] })).toBeLessThan(all)
    expect(await upper({ ...us, exclusions: hiking })).toBeLessThan(all)
    expect(await upper({ geo_locations: { cities: [{ key: '2420379' }] } })).toBeLessThan(all)
    expect(await upper({ geo_locations: { countries: ['US', 'CA'] } })).toBeGreaterThan(all)
  })

  it('is -1 with an audience that is too small, and refuses a spec without a place', async () => {
    const made = await post(`${account}/customaudiences`, {
      name: 'Empty',
      subtype: 'CUSTOM',
      customer_file_source: 'USER_PROVIDED_ONLY',
    })
    const small = await get(`${account}/reachestimate`, spec({ ...us, custom_audiences: [{ id: made.body['id'] }] }))
    expect(small.body.data).toEqual({ users_lower_bound: -1, users_upper_bound: -1, estimate_ready: false })
    const nowhere = await get(`${account}/reachestimate`, spec({ age_min: 30 }))
    expect(nowhere.body.error).toMatchObject({ code: 100, error_subcode: 1885364 })
    expect((await get(`${account}/reachestimate`)).body.error).toMatchObject({
      message: '(#100) The parameter targeting_spec is required',
    })
  })
})

describe('delivery_estimate', () => {
  it('answers a list of one whose curve rises', async () => {
    const { body } = await get(`${account}/delivery_estimate`, { optimization_goal: 'REACH', ...spec(us) })
    expect(body.data).toHaveLength(1)
    expect(body.data?.[0]).toMatchObject({ estimate_ready: true, estimate_dau: expect.any(Number) })
    const curve = body.data?.[0]?.['daily_outcomes_curve'] as { spend: number; reach: number }[]
    expect(curve[0]).toEqual({ spend: 0, reach: 0, impressions: 0, actions: 0 })
    for (const [index, point] of curve.slice(1).entries()) expect(point.reach).toBeGreaterThan(curve[index]?.reach ?? 0)
  })

  it('no longer holds estimate_dau in v26.0, and reads an ad set of its own', async () => {
    const adSet = String((await get(`${account}/adsets`, { limit: '1' })).body.data?.[0]?.['id'])
    const { body } = await ask(sandbox, `${adSet}/delivery_estimate`, {}, { version: 'v26.0/' })
    expect(body.data?.[0]).not.toHaveProperty('estimate_dau')
    expect(body.data?.[0]).toMatchObject({ estimate_ready: true })
  })
})

describe('activities', () => {
  const keyOf = (row: Record<string, unknown>) => `${String(row['event_time'])} ${String(row['object_id'])}`

  it('are paged by time and miss nothing', async () => {
    const since = String(Date.parse('2026-01-01T00:00:00Z') / 1000)
    const whole = await get(`${account}/activities`, { since, limit: '1000' })
    const keys: unknown[] = []
    let reply = await get(`${account}/activities`, { since, limit: '20' })
    expect(reply.body.paging).not.toHaveProperty('cursors')
    for (;;) {
      keys.push(...(reply.body.data ?? []).map(keyOf))
      if (reply.body.paging?.next === undefined) break
      expect(new URL(reply.body.paging.next).searchParams.has('until')).toBe(true)
      reply = await ask(sandbox, reply.body.paging.next)
    }
    expect(keys).toEqual((whole.body.data ?? []).map(keyOf))
    expect(keys.length).toBeGreaterThan(50)
  })

  it('tell what was just done, newest first, the last week if nothing is said', async () => {
    const campaign = String((await get(`${account}/campaigns`, { limit: '1' })).body.data?.[0]?.['id'])
    await post(campaign, { status: 'PAUSED' })
    const { body } = await get(`${account}/activities`, {
      fields: 'event_type,object_id,event_time,translated_event_type',
    })
    expect(body.data?.[0]).toEqual({
      event_type: 'update_campaign_run_status',
      object_id: campaign,
      event_time: '2026-11-23T12:00:00+0000',
      translated_event_type: 'Campaign status updated',
    })
    for (const row of body.data ?? []) {
      expect(Date.parse(String(row['event_time']).replace('+0000', 'Z'))).toBeGreaterThan(
        Date.parse('2026-11-16T11:59:59Z'),
      )
    }
  })

  it('are narrowed by category', async () => {
    const since = String(Date.parse('2026-01-01T00:00:00Z') / 1000)
    const { body } = await get(`${account}/activities`, { category: 'AD_SET', since, fields: 'object_type' })
    expect(new Set(body.data?.map((row) => row['object_type']))).toEqual(new Set(['AD_SET']))
    expect((await get(`${account}/activities`, { category: 'WEATHER' })).body.error).toMatchObject({ code: 100 })
  })
})

describe('ads_volume', () => {
  it('counts what is active or in review, and splits by page', async () => {
    const statuses = JSON.stringify(['ACTIVE', 'PENDING_REVIEW', 'IN_PROCESS'])
    const ads = await get(`${account}/ads`, {
      effective_status: statuses,
      fields: 'adset{start_time,end_time}',
      limit: '500',
    })
    const running = (ads.body.data ?? []).filter((ad) => {
      const { end_time: end }: { end_time?: string } = Object(ad['adset'])
      return end === undefined || Date.parse(end) > Date.parse('2026-11-23T12:00:00Z')
    })
    const volume = await get(`${account}/ads_volume`)
    expect(volume.body.data).toEqual([{ ads_running_or_in_review_count: running.length }])
    const split = await get(`${account}/ads_volume`, { show_breakdown_by_actor: 'true', fields: 'actor_name' })
    expect(split.body.data).toEqual([{ actor_name: 'Fieldnote Supply' }])
  })
})

it('lists minimum budgets, the own currency first', async () => {
  const { body } = await get(`${account}/minimum_budgets`)
  expect(body.data?.[0]).toEqual({
    currency: 'USD',
    min_daily_budget_imp: 100,
    min_daily_budget_video_views: 100,
    min_daily_budget_high_freq: 100,
    min_daily_budget_low_freq: 4000,
  })
})

it('shows the people, pages and Instagram accounts of an ad account', async () => {
  const users = await get(`${account}/users`)
  expect(users.body.data).toEqual([
    { id: expect.any(String), name: 'Sandbox Developer', tasks: ['DRAFT', 'ANALYZE', 'ADVERTISE', 'MANAGE'] },
  ])
  const pages = await get(`${account}/promote_pages`, { fields: 'name,category,instagram_business_account' })
  expect(pages.body.data?.[0]).toMatchObject({ name: 'Fieldnote Supply', category: 'Shopping & retail' })
  const instagram = await get(`${account}/instagram_accounts`, { fields: 'username' })
  expect(instagram.body.data).toEqual([{ username: 'fieldnotesupply', id: expect.stringMatching(/^17841\d{12}$/) }])
  const wrong = await get(`${account}/instagram_accounts`, { fields: 'shoe_size' })
  expect(wrong.body.error).toMatchObject({
    message: '(#100) Tried accessing nonexisting field (shoe_size) on node type (IGUser)',
  })
})

it('assigns people to an account and takes them away', async () => {
  expect((await post(`${account}/assigned_users`, { user: '77', tasks: '["ANALYZE"]' })).body).toEqual({
    success: true,
  })
  const names = async () => (await get(`${account}/users`)).body.data?.map(({ id }) => id)
  expect(await names()).toContain('77')
  expect((await post(`${account}/assigned_users`, { user: '77', tasks: '["FLY"]' })).body.error).toMatchObject({
    code: 100,
  })
  await post(`${account}/assigned_users`, { user: '77', method: 'delete' })
  expect(await names()).not.toContain('77')
  const again = await post(`${account}/assigned_users`, { user: '77', method: 'delete' })
  expect(again.body.error).toMatchObject({ code: 2620 })
})

it('walks from a person to businesses and what they own', async () => {
  const { body } = await get('me/businesses', {
    fields: 'name,owned_ad_accounts{name},owned_pages{name},owned_pixels{name}',
  })
  expect(body.data?.[0]).toMatchObject({
    name: 'Fieldnote Supply',
    owned_ad_accounts: { data: [{ name: 'Fieldnote Supply US' }, {}] },
    owned_pixels: { data: [{ name: 'Fieldnote Supply Pixel' }, {}] },
  })
  const business = String(body.data?.[0]?.['id'])
  expect((await get(`${business}/client_ad_accounts`)).body.data).toEqual([])
  const claim = await post(`${business}/owned_ad_accounts`, { adaccount_id: account })
  expect(claim.body.error).toMatchObject({ code: 3944 })
})

it('keeps account controls', async () => {
  expect((await get(`${account}/account_controls`)).body.data).toEqual([])
  const controls = {
    audience_controls: JSON.stringify({ age_min: 18 }),
    placement_controls: JSON.stringify({ placement_exclusions: ['facebook_marketplace'] }),
  }
  expect((await post(`${account}/account_controls`, controls)).body).toMatchObject({ success: true })
  expect((await get(`${account}/account_controls`)).body.data).toEqual([
    {
      audience_controls: { age_min: 18 },
      placement_controls: { placement_exclusions: ['facebook_marketplace'] },
    },
  ])
  const wrong = await post(`${account}/account_controls`, {
    audience_controls: '{}',
    placement_controls: '{"placement_exclusions":["the_moon"]}',
  })
  expect(wrong.body.error).toMatchObject({ code: 100 })
  for (const audience_controls of ['{"age_min":26}', '{"age_min":17}', '{"geo_locations":{"zips":[{"key":"US:1"}]}}']) {
    expect((await post(`${account}/account_controls`, { audience_controls })).status).toBe(400)
  }
})

it('recommends, applies, and scores better afterwards', async () => {
  const score = async () => Number((await get(account, { fields: 'opportunity_score' })).body['opportunity_score'])
  const before = await score()
  const listed = await get(`${account}/recommendations`)
  const recommendation = Object(listed.body.data?.[0]?.['recommendations'])[0] as Record<string, unknown> | undefined
  expect(recommendation).toMatchObject({ type: 'ADVANTAGE_PLUS_AUDIENCE', object_ids: expect.any(Array) })
  const wrong = await post(`${account}/recommendations`, { recommendation_signature: '1' })
  expect(wrong.body.error).toMatchObject({ code: 100 })
  const signature = String(recommendation?.['recommendation_signature'])
  expect((await post(`${account}/recommendations`, { recommendation_signature: signature })).body).toEqual({
    success: true,
  })
  expect(await score()).toBeGreaterThan(before)
  expect((await get(`${account}/recommendations`)).body.data).toEqual([])
})

it('finds the ads that use an audience', async () => {
  const made = await post(`${account}/customaudiences`, {
    name: 'Used',
    subtype: 'CUSTOM',
    customer_file_source: 'USER_PROVIDED_ONLY',
  })
  const ads = await get(`${String(made.body['id'])}/ads`)
  expect(ads.body.data).toEqual([])
})
