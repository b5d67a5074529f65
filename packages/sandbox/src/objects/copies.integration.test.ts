import { describe, expect, it } from 'vitest'
import { anAdvertiser, hourMs } from './ads.testing.ts'

describe('a copy', () => {
  it('of a campaign is paused, renamed and alone', async () => {
    const { get, post, campaign, adSet } = await anAdvertiser()
    const id = await campaign()
    await adSet(id)
    const { body } = await post(`${id}/copies`)
    const copied = String(body['copied_campaign_id'])
    expect(body).toEqual({
      copied_campaign_id: copied,
      ad_object_ids: [{ ad_object_type: 'campaign', source_id: id, copied_id: copied }],
    })
    expect((await get(copied, { fields: 'name,status,source_campaign_id,adsets{name}' })).body).toEqual({
      id: copied,
      name: 'Spring - Copy',
      status: 'PAUSED',
      source_campaign_id: id,
      adsets: { data: [] },
    })
    expect((await get(`${id}/copies`)).body['data']).toEqual([{ id: copied }])
  })

  it('takes children along while there are fewer than three objects', async () => {
    const { get, post, campaign, adSet, ad } = await anAdvertiser()
    const campaignId = await campaign()
    const adSetId = await adSet(campaignId)
    const deep = await post(`${campaignId}/copies`, {
      deep_copy: true,
      rename_options: { rename_strategy: 'DEEP_RENAME', rename_prefix: 'B: ', rename_suffix: '' },
      status_option: 'INHERITED_FROM_SOURCE',
      start_time: '2026-12-01T00:00:00+0000',
    })
    const made = deep.body['ad_object_ids'] as { copied_id: string }[]
    expect(made).toHaveLength(2)
    expect((await get(made[1]?.copied_id ?? '', { fields: 'name,status,start_time,campaign_id' })).body).toMatchObject({
      name: 'B: Broad',
      status: 'ACTIVE',
      start_time: '2026-11-30T19:00:00-0500',
      campaign_id: deep.body['copied_campaign_id'],
    })

    await ad(adSetId)
    expect((await post(`${campaignId}/copies`, { deep_copy: true })).refusal).toBe(1885194)
    expect((await post(`${adSetId}/copies`, { deep_copy: true })).status).toBe(200)
  })

  it('of an ad is refused where a new ad would be', async () => {
    const { accountId, get, post, campaign, adSet, ad, pass } = await anAdvertiser()
    const id = await ad(await adSet(await campaign()))
    const ended = await adSet(await campaign(), { end_time: '2026-11-25T12:00:00+0000' })
    pass(72 * hourMs)
    const count = async () => (await get(`${accountId}/adcreatives`, { summary: 'total_count', limit: 1 })).body
    const before = await count()
    const refused = await post(`${id}/copies`, { adset_id: ended, creative_parameters: { url_tags: 'v=2' } })
    expect(refused.refusal).toBe(1487007)
    expect(await count()).toEqual(before)
  })

  it('of an ad shows the same creative, or one with parts changed', async () => {
    const { get, post, campaign, adSet, ad, pass } = await anAdvertiser()
    const adSetId = await adSet(await campaign())
    const id = await ad(adSetId)
    pass(hourMs)
    const other = await adSet(await campaign({ name: 'Other' }))
    const { body } = await post(`${id}/copies`, {
      adset_id: other,
      status_option: 'ACTIVE',
      creative_parameters: { url_tags: 'v=2' },
    })
    expect(Object.keys(body)).toEqual(['copied_ad_id'])
    const copy = await get(String(body['copied_ad_id']), {
      fields: 'adset_id,effective_status,source_ad_id,creative{id,url_tags,body}',
    })
    expect(copy.body).toMatchObject({
      adset_id: other,
      effective_status: 'PENDING_REVIEW',
      source_ad_id: id,
      creative: { url_tags: 'v=2', body: 'New arrivals' },
    })
    expect((await get(`${id}/copies`)).body['data']).toEqual([{ id: body['copied_ad_id'] }])
  })

  it('changes what parameter_overrides says, by the same rules', async () => {
    const { get, post, campaign } = await anAdvertiser()
    const id = await campaign({ daily_budget: 5000 })
    const copied = await post(`${id}/copies`, { parameter_overrides: { daily_budget: 7000 } })
    expect(
      (await get(String(copied.body['copied_campaign_id']), { fields: 'daily_budget' })).body['daily_budget'],
    ).toBe('7000')
    expect((await post(`${id}/copies`, { parameter_overrides: { daily_budget: 1 } })).refusal).toBe(2238055)
  })

  it('fits the campaign it goes to', async () => {
    const { post, campaign, adSet } = await anAdvertiser()
    const id = await adSet(await campaign())
    const budgeted = await campaign({ daily_budget: 5000 })
    const awareness = await campaign({ objective: 'OUTCOME_AWARENESS' })
    expect((await post(`${id}/copies`, { campaign_id: budgeted })).refusal).toBe(1885621)
    expect((await post(`${id}/copies`, { campaign_id: awareness })).refusal).toBe(2490408)
    expect((await post(`${id}/copies`, { campaign_id: await campaign() })).status).toBe(200)
  })
})
