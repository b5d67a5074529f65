import { describe, expect, it } from 'vitest'
import { anAdvertiser, hourMs } from './ads.testing.ts'

describe('statuses', () => {
  it('cascade down while children keep what they were asked for', async () => {
    const { get, post, campaign, adSet, ad, status, pass } = await anAdvertiser()
    const campaignId = await campaign()
    const adSetId = await adSet(campaignId)
    const adId = await ad(adSetId)
    pass(hourMs)
    expect(await status(adId)).toBe('ACTIVE')

    await post(adSetId, { status: 'PAUSED' })
    expect(await status(adId)).toBe('ADSET_PAUSED')
    await post(campaignId, { status: 'PAUSED' })
    expect(await status(adSetId)).toBe('PAUSED')
    expect(await status(adId)).toBe('CAMPAIGN_PAUSED')
    await post(adSetId, { status: 'ACTIVE' })
    expect(await status(adSetId)).toBe('CAMPAIGN_PAUSED')
    expect((await get(adId, { fields: 'status,configured_status' })).body).toMatchObject({
      status: 'ACTIVE',
      configured_status: 'ACTIVE',
    })
  })

  it('archive and delete for good', async () => {
    const { post, remove, get, campaign, adSet, ad, status } = await anAdvertiser()
    const campaignId = await campaign()
    const adSetId = await adSet(campaignId)
    const adId = await ad(adSetId)

    await post(adId, { status: 'ARCHIVED' })
    expect((await post(adId, { status: 'ACTIVE' })).refusal).toBe(1885088)
    expect((await post(adId, { conversion_domain: 'example.com' })).refusal).toBe(1885088)
    expect((await post(adId, { name: 'Old' })).body).toEqual({ success: true })

    expect((await remove(adSetId)).body).toEqual({ success: true })
    expect((await post(adSetId, { daily_budget: 3000 })).refusal).toBe(1487056)
    expect((await remove(adSetId)).refusal).toBe(1487056)
    expect(await status(adId)).toBe('DELETED')

    expect((await remove(campaignId)).body).toEqual({ success: true })
    expect((await post(campaignId, { status: 'PAUSED' })).refusal).toBe(1487566)
    expect((await post(campaignId, { name: 'Gone' })).body).toEqual({ success: true })
    expect((await get(campaignId, { fields: 'name,status' })).body).toEqual({
      id: campaignId,
      name: 'Gone',
      status: 'DELETED',
    })
    expect((await get(`${campaignId}/adsets`)).body['data']).toEqual([])
  })

  it('let nothing new grow under what is deleted or archived', async () => {
    const { accountId, post, remove, campaign, adSet, soundAdSet, creative } = await anAdvertiser()
    const campaignId = await campaign()
    const adSetId = await adSet(campaignId)
    await post(campaignId, { status: 'ARCHIVED' })
    expect((await post(`${accountId}/adsets`, soundAdSet(campaignId))).refusal).toBe(1885088)
    await remove(campaignId)
    expect((await post(`${accountId}/adsets`, soundAdSet(campaignId))).refusal).toBe(1487566)
    const params = { name: 'Ad', adset_id: adSetId, creative: { creative_id: await creative() } }
    expect((await post(`${accountId}/ads`, params)).refusal).toBe(1487566)
  })
})

describe('review', () => {
  it('takes time, then the ad is what was asked', async () => {
    const { adSet, campaign, ad, status, pass } = await anAdvertiser()
    const adSetId = await adSet(await campaign())
    const running = await ad(adSetId)
    const paused = await ad(adSetId, { status: 'PAUSED' })
    expect(await status(running)).toBe('PENDING_REVIEW')
    expect(await status(paused)).toBe('PAUSED')
    pass(hourMs)
    expect(await status(running)).toBe('ACTIVE')
    expect(await status(paused)).toBe('PAUSED')
  })

  it('begins anew for another creative or public, not for bids and budgets', async () => {
    const { adSet, campaign, creative, ad, post, status, pass } = await anAdvertiser()
    const adSetId = await adSet(await campaign())
    const adId = await ad(adSetId)
    pass(hourMs)

    await post(adSetId, { daily_budget: 2500, bid_amount: 900, bid_strategy: 'COST_CAP' })
    await post(adId, { name: 'Renamed' })
    expect(await status(adId)).toBe('ACTIVE')
    await post(adId, { creative: { creative_id: await creative({ name: 'Other' }) } })
    expect(await status(adId)).toBe('PENDING_REVIEW')
    pass(hourMs)
    await post(adSetId, {
      targeting: { geo_locations: { countries: ['CA'] }, targeting_automation: { advantage_audience: 0 } },
    })
    expect(await status(adId)).toBe('PENDING_REVIEW')
  })

  it('keeps a rejected ad off until it is edited', async () => {
    const { accountId, get, post, creative } = await anAdvertiser()
    const { body } = await get(`${accountId}/ads`, { effective_status: ['DISAPPROVED'], limit: 1 })
    const id = (body['data'] as { id: string }[])[0]?.id ?? ''
    expect((await post(id, { status: 'PAUSED' })).body).toEqual({ success: true })
    expect((await post(id, { status: 'ACTIVE' })).refusal).toBe(2490427)
    expect((await post(id, { status: 'ACTIVE', creative: { creative_id: await creative() } })).body).toEqual({
      success: true,
    })
  })
})

describe('learning', () => {
  it('lasts a week from the last significant edit', async () => {
    const { adSet, campaign, get, post, pass } = await anAdvertiser()
    const id = await adSet(await campaign())
    const stage = async () => (await get(id, { fields: 'learning_stage_info' })).body['learning_stage_info']
    expect(await stage()).toMatchObject({ status: 'LEARNING' })
    pass(6 * 24 * hourMs)
    await post(id, { daily_budget: 2400 })
    pass(25 * hourMs)
    expect(await stage()).not.toMatchObject({ status: 'LEARNING' })
    await post(id, { bid_amount: 900, bid_strategy: 'COST_CAP' })
    expect(await stage()).toMatchObject({ status: 'LEARNING' })
  })
})

describe('learning with results', () => {
  it('succeeds with fifty of them', async () => {
    const { adSet, campaign, ad, get, pass } = await anAdvertiser()
    const id = await adSet(await campaign({ objective: 'OUTCOME_TRAFFIC' }), {
      optimization_goal: 'LINK_CLICKS',
      promoted_object: undefined,
      daily_budget: 20_000,
    })
    await ad(id)
    pass(4 * 24 * hourMs)
    const { body } = await get(id, { fields: 'learning_stage_info' })
    expect(body['learning_stage_info']).toMatchObject({ status: 'SUCCESS' })
  })
})

describe('what is left of a budget', () => {
  it('shrinks as the day spends it, is whole again at midnight, and counts all days of a lifetime', async () => {
    const { accountId, adSet, campaign, ad, get, pass } = await anAdvertiser()
    const daily = await adSet(await campaign())
    const lifetime = await adSet(await campaign(), {
      daily_budget: undefined,
      lifetime_budget: 90_000,
      end_time: '2026-12-24T12:00:00+0000',
    })
    for (const id of [daily, lifetime]) await ad(id)
    const left = async (id: string) => Number((await get(id, { fields: 'budget_remaining' })).body['budget_remaining'])
    const spent = async (id: string, date_preset: string) => {
      const { body } = await get(`${id}/insights`, { fields: 'spend', date_preset })
      return Math.round(Number((body['data'] as { spend: string }[])[0]?.spend ?? 0) * 100)
    }
    expect(await left(daily)).toBe(2000)
    pass(10 * hourMs)
    const today = await spent(daily, 'today')
    expect(today).toBeGreaterThan(0)
    expect(await left(daily)).toBe(Math.max(0, 2000 - today))

    // New York's midnight.
    pass(7 * hourMs)
    expect(await left(daily)).toBe(2000)
    pass(30 * hourMs)
    expect(await left(lifetime)).toBe(90_000 - (await spent(lifetime, 'maximum')))
    expect(await left(lifetime)).toBeLessThan(90_000)
    const { body } = await get(`${accountId}/campaigns`, { fields: 'daily_budget,budget_remaining', limit: 50 })
    const unbudgeted = (body['data'] as Record<string, unknown>[]).filter((row) => row['daily_budget'] === undefined)
    expect(unbudgeted.some((row) => row['budget_remaining'] === '0')).toBe(true)
  })
})

describe('an ended ad set', () => {
  it('takes no ads until its end moves', async () => {
    const { accountId, adSet, campaign, creative, post, pass } = await anAdvertiser()
    const adSetId = await adSet(await campaign(), { end_time: '2026-11-25T12:00:00+0000' })
    pass(72 * hourMs)
    const params = { name: 'Late', adset_id: adSetId, creative: { creative_id: await creative() } }
    expect((await post(`${accountId}/ads`, params)).refusal).toBe(1487007)
    await post(adSetId, { end_time: '2026-12-24T12:00:00+0000' })
    expect((await post(`${accountId}/ads`, params)).status).toBe(200)
  })
})

describe('limits on changes', () => {
  it('closes a budget after four changes in an hour', async () => {
    const { adSet, campaign, post, pass } = await anAdvertiser()
    const id = await adSet(await campaign())
    for (const daily_budget of [2100, 2200, 2300, 2400]) {
      expect((await post(id, { daily_budget })).status).toBe(200)
    }
    expect((await post(id, { daily_budget: 2500, execution_options: ['validate_only'] })).refusal).toBe(1487632)
    expect((await post(id, { daily_budget: 2500 })).refusal).toBe(1487632)
    expect((await post(id, { name: 'Still editable' })).status).toBe(200)
    pass(hourMs)
    expect((await post(id, { daily_budget: 2500 })).status).toBe(200)
  })
})
