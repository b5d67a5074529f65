import { describe, expect, it } from 'vitest'
import { anAdvertiser, soundCampaign } from './ads.testing.ts'

describe('a new campaign', () => {
  it('reads back with Graph’s defaults', async () => {
    const { get, campaign } = await anAdvertiser()
    const id = await campaign({ daily_budget: 5000 })

    const { body } = await get(id, {
      fields:
        'name,status,configured_status,effective_status,buying_type,bid_strategy,daily_budget,lifetime_budget,' +
        'budget_remaining,special_ad_category,start_time,created_time,updated_time,account_id,pacing_type',
    })
    expect(body).toEqual({
      id,
      account_id: '100260000000000',
      name: 'Spring',
      status: 'ACTIVE',
      configured_status: 'ACTIVE',
      effective_status: 'ACTIVE',
      buying_type: 'AUCTION',
      bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
      daily_budget: '5000',
      budget_remaining: '5000',
      special_ad_category: 'NONE',
      pacing_type: ['standard'],
      start_time: '2026-11-23T07:00:00-0500',
      created_time: '2026-11-23T07:00:00-0500',
      updated_time: '2026-11-23T07:00:00-0500',
    })
  })

  it.each<[what: string, params: Record<string, unknown>, refusal: number]>([
    ['no name', { name: undefined }, 100],
    ['no special ad categories', { special_ad_categories: undefined }, 100],
    ['NONE beside a category', { special_ad_categories: ['NONE', 'HOUSING'] }, 100],
    ['no objective', { objective: undefined }, 100],
    ['a legacy objective', { objective: 'CONVERSIONS' }, 100],
    ['an unknown buying type', { buying_type: 'BARTER' }, 100],
    ['the status of something old', { status: 'ARCHIVED' }, 100],
    ['nothing said of shared budgets', { is_adset_budget_sharing_enabled: undefined }, 4834011],
    ['shared budgets without a bid strategy', { is_adset_budget_sharing_enabled: true }, 4834005],
    ['a bid strategy without a budget', { bid_strategy: 'COST_CAP' }, 1885737],
    ['two budgets', { daily_budget: 500, lifetime_budget: 5000 }, 100],
    ['99 cents a day', { daily_budget: 99 }, 2238055],
    ['an end in the past', { daily_budget: 500, stop_time: '2026-11-01' }, 1487033],
    ['a spend cap of 99 dollars', { spend_cap: 9900 }, 2446307],
    ['a promotion by flag', { smart_promotion_type: 'SMART_APP_PROMOTION' }, 100],
  ])('is refused with %s', async (_what, params, refusal) => {
    const { accountId, post } = await anAdvertiser()
    expect(await post(`${accountId}/campaigns`, { ...soundCampaign, ...params })).toMatchObject({
      status: 400,
      refusal,
    })
  })

  it('is not made when the call only asks', async () => {
    const { accountId, post, get } = await anAdvertiser()
    const before = await get(`${accountId}/campaigns`, { summary: 'total_count', limit: 1 })

    const asked = await post(`${accountId}/campaigns`, { ...soundCampaign, execution_options: ['validate_only'] })
    expect(asked.body).toEqual({ success: true })
    expect((await get(`${accountId}/campaigns`, { summary: 'total_count', limit: 1 })).body['summary']).toEqual(
      before.body['summary'],
    )
  })

  it('is refused recommendations alone', async () => {
    const { accountId, post } = await anAdvertiser()
    const options = { ...soundCampaign, execution_options: ['include_recommendations'] }
    expect(await post(`${accountId}/campaigns`, options)).toMatchObject({ status: 400, refusal: 100 })
  })

  it('answers with the fields it is asked back', async () => {
    const { accountId, post } = await anAdvertiser()
    const { body } = await post(`${accountId}/campaigns`, { ...soundCampaign, fields: 'name,effective_status' })
    expect(body).toEqual({ id: body['id'], name: 'Spring', effective_status: 'ACTIVE' })
  })

  it('is refused while the account is not active', async () => {
    const { sandbox, accountId, post, campaign } = await anAdvertiser()
    const id = await campaign()
    await post(accountId, { name: 'Closed' })
    const state = sandbox.control.exportState()
    const text = JSON.stringify(state).replace('"name":"Closed"', '"name":"Closed","account_status":2')
    sandbox.control.importState(JSON.parse(text))

    expect((await post(`${accountId}/campaigns`, soundCampaign)).refusal).toBe(1885316)
    expect((await post(id, { status: 'PAUSED' })).refusal).toBe(1885316)
  })
})

describe('an update of a campaign', () => {
  it('moves updated_time, but not for budgets and caps alone', async () => {
    const { get, post, campaign, pass } = await anAdvertiser()
    const id = await campaign({ daily_budget: 5000 })
    const updatedTime = async () => (await get(id, { fields: 'updated_time' })).body['updated_time']
    const first = await updatedTime()
    pass(60_000)

    expect((await post(id, { daily_budget: 6000 })).body).toEqual({ success: true })
    expect(await updatedTime()).toBe(first)
    await post(id, { name: 'Renamed' })
    expect(await updatedTime()).toBe('2026-11-23T07:01:00-0500')
  })

  it('lifts a spend cap with Meta’s number for none', async () => {
    const { get, post, campaign } = await anAdvertiser()
    const id = await campaign({ spend_cap: 20_000 })
    expect((await get(id, { fields: 'spend_cap' })).body['spend_cap']).toBe('20000')
    await post(id, { spend_cap: '922337203685478' })
    expect((await get(id, { fields: 'spend_cap' })).body).toEqual({ id })
  })

  it('is refused a budget while its ad sets have one', async () => {
    const { post, campaign, adSet } = await anAdvertiser()
    const id = await campaign()
    await adSet(id)
    expect((await post(id, { daily_budget: 5000 })).refusal).toBe(1885621)
  })

  it('is refused a lifetime budget while its ad sets run on', async () => {
    const { post, campaign, adSet } = await anAdvertiser()
    const id = await campaign({ daily_budget: 5000 })
    const adSetId = await adSet(id, { daily_budget: undefined })
    expect((await post(id, { lifetime_budget: 90_000 })).refusal).toBe(100)
    await post(adSetId, { end_time: '2026-12-24T12:00:00+0000' })
    expect((await post(id, { lifetime_budget: 90_000 })).body).toEqual({ success: true })
  })

  it('takes another objective only as long as its ad sets can have their goals', async () => {
    const { get, post, campaign, adSet } = await anAdvertiser()
    const id = await campaign()
    expect((await post(id, { objective: 'OUTCOME_LEADS' })).body).toEqual({ success: true })
    await post(id, { objective: 'OUTCOME_SALES' })
    await adSet(id)
    expect((await post(id, { objective: 'OUTCOME_AWARENESS' })).refusal).toBe(2490408)
    expect((await get(id, { fields: 'objective' })).body['objective']).toBe('OUTCOME_SALES')
  })

  it('tells how Advantage+ a campaign is', async () => {
    const { get, campaign, adSet } = await anAdvertiser()
    const id = await campaign({ daily_budget: 9000 })
    await adSet(id, {
      daily_budget: undefined,
      targeting: { geo_locations: { countries: ['US'] }, targeting_automation: { advantage_audience: 1 } },
    })
    expect((await get(id, { fields: 'advantage_state_info,smart_promotion_type' })).body).toEqual({
      id,
      smart_promotion_type: 'GUIDED_CREATION',
      advantage_state_info: {
        advantage_state: 'ADVANTAGE_PLUS_SALES',
        advantage_budget_state: 'ENABLED',
        advantage_audience_state: 'ENABLED',
        advantage_placement_state: 'ENABLED',
      },
    })
  })
})

describe('deleting many campaigns', () => {
  it('takes the oldest first and counts what is left', async () => {
    const { accountId, get, remove } = await anAdvertiser()
    const { body } = await remove(`${accountId}/campaigns`, { delete_strategy: 'DELETE_OLDEST', object_count: 2 })
    const ids = body['deleted_object_ids'] as string[]
    expect(ids).toHaveLength(2)
    expect(body['objects_left_to_delete_count']).toBeGreaterThan(5)
    expect((await get(ids[0] ?? '', { fields: 'status' })).body['status']).toBe('DELETED')
  })

  it('deletes none for a count below zero', async () => {
    const { accountId, get, remove } = await anAdvertiser()
    const total = async () =>
      (await get(`${accountId}/campaigns`, { summary: 'total_count', limit: 1 })).body['summary']
    const before = await total()
    const refused = await remove(`${accountId}/campaigns`, { delete_strategy: 'DELETE_ANY', object_count: -1 })
    expect(refused.refusal).toBe(100)
    expect(await total()).toEqual(before)
  })

  it('leaves what is not archived long enough', async () => {
    const { accountId, campaign, post, remove } = await anAdvertiser()
    const id = await campaign()
    await post(id, { status: 'ARCHIVED' })
    const { body } = await remove(`${accountId}/campaigns`, {
      delete_strategy: 'DELETE_ARCHIVED_BEFORE',
      before_date: '2026-11-01',
    })
    expect(body['deleted_object_ids']).not.toContain(id)
  })
})
