import { describe, expect, it } from 'vitest'
import { anAdvertiser, aStory, type Advertiser } from './ads.testing.ts'

describe('a new ad', () => {
  it('shows its creative, its family and what it tracks', async () => {
    const { get, adSet, campaign, ad, pixelId, pageId } = await anAdvertiser()
    const campaignId = await campaign()
    const adSetId = await adSet(campaignId)
    const id = await ad(adSetId, { conversion_domain: 'example.com' })

    const { body } = await get(id, {
      fields:
        'adset_id,campaign_id,conversion_domain,conversion_specs,tracking_specs,creative{object_type,body,call_to_action_type,effective_object_story_id}',
    })
    const { creative } = body as { creative: Record<string, string> }
    expect(creative).toMatchObject({ object_type: 'SHARE', body: 'New arrivals', call_to_action_type: 'SHOP_NOW' })
    const [, post] = (creative['effective_object_story_id'] ?? '').split('_')
    expect(body).toMatchObject({
      adset_id: adSetId,
      campaign_id: campaignId,
      conversion_domain: 'example.com',
      conversion_specs: [{ 'action.type': ['offsite_conversion'], fb_pixel: [pixelId] }],
      tracking_specs: [
        { 'action.type': ['offsite_conversion'], fb_pixel: [pixelId] },
        { 'action.type': ['post_engagement'], page: [pageId], post: [post] },
      ],
    })
  })

  it('makes the creative that it describes', async () => {
    const { accountId, pageId, post, adSet, campaign } = await anAdvertiser()
    const adSetId = await adSet(await campaign())
    for (const creative of [aStory(pageId), { creative: aStory(pageId) }]) {
      const { body } = await post(`${accountId}/ads`, {
        name: 'Ad',
        adset_id: adSetId,
        creative,
        fields: 'creative{name}',
      })
      expect(body).toMatchObject({ creative: { name: 'Story' } })
    }
  })

  it.each<[what: string, params: (advertiser: Advertiser) => Record<string, unknown>, refusal: number]>([
    ['no name', () => ({ name: undefined }), 100],
    ['no ad set', () => ({ adset_id: undefined }), 100],
    ['an ad set of nobody', () => ({ adset_id: '12' }), 33],
    ['no creative', () => ({ creative: undefined }), 100],
    ['a creative of nobody', () => ({ creative: { creative_id: '12' } }), 33],
    ['a described creative without content', () => ({ creative: { name: 'Empty' } }), 1487390],
    ['the status of something old', () => ({ status: 'DELETED' }), 100],
    ['a page as conversion domain', () => ({ conversion_domain: 'https://example.com/p' }), 100],
    ['a review without asking only', () => ({ execution_options: ['synchronous_ad_review'] }), 100],
    [
      'a feed in an ordinary ad set',
      ({ pageId }) => ({
        creative: { object_story_spec: { page_id: pageId }, asset_feed_spec: { titles: [{ text: 'A' }] } },
      }),
      1885998,
    ],
  ])('is refused with %s', async (_what, params, refusal) => {
    const advertiser = await anAdvertiser()
    const { accountId, post, adSet, campaign, creative } = advertiser
    const sound = { name: 'Ad', adset_id: await adSet(await campaign()), creative: { creative_id: await creative() } }
    expect(await post(`${accountId}/ads`, { ...sound, ...params(advertiser) })).toMatchObject({ status: 400, refusal })
  })

  it('finds its parents by bare numbers too, in JSON as in forms', async () => {
    const { sandbox, accountId, adSet, campaign, creative, get } = await anAdvertiser()
    const [adSetId, creativeId] = [await adSet(await campaign()), await creative()]
    const response = await fetch(`${sandbox.url}/v25.0/${accountId}/ads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.accessToken}`, 'content-type': 'application/json' },
      body: `{"name":"Ad","adset_id":${adSetId},"creative":{"creative_id":${creativeId}}}`,
    })
    const { id } = (await response.json()) as { id: string }
    expect((await get(id, { fields: 'adset_id,creative' })).body).toEqual({
      id,
      adset_id: adSetId,
      creative: { id: creativeId },
    })
  })

  it('speaks as the Page that its ad set promotes', async () => {
    const { accountId, pageId, post, adSet, campaign } = await anAdvertiser()
    const adSetId = await adSet(await campaign({ objective: 'OUTCOME_AWARENESS' }), {
      optimization_goal: 'REACH',
      promoted_object: { page_id: pageId },
    })
    expect((await post(`${accountId}/ads`, { name: 'Ad', adset_id: adSetId, creative: aStory('77') })).refusal).toBe(
      1885029,
    )
    expect((await post(`${accountId}/ads`, { name: 'Ad', adset_id: adSetId, creative: aStory(pageId) })).status).toBe(
      200,
    )
  })

  it('stays alone in an ad set with dynamic creative, and stays', async () => {
    const { accountId, pageId, post, remove, adSet, campaign } = await anAdvertiser()
    const adSetId = await adSet(await campaign(), { is_dynamic_creative: true })
    const creative = { object_story_spec: { page_id: pageId }, asset_feed_spec: { titles: [{ text: 'A' }] } }
    const { body } = await post(`${accountId}/ads`, { name: 'Ad', adset_id: adSetId, creative })
    expect(await post(`${accountId}/ads`, { name: 'Second', adset_id: adSetId, creative })).toMatchObject({
      status: 400,
    })
    expect((await remove(String(body['id']))).refusal).toBe(1340029)
  })

  it('brings campaign and ad set along when it describes them', async () => {
    const { accountId, pageId, post, soundAdSet } = await anAdvertiser()
    const { campaign_id: _none, ...adSet } = soundAdSet('')
    const campaign_spec = { name: 'From the ad', objective: 'OUTCOME_SALES', buying_type: 'AUCTION' }
    const { body } = await post(`${accountId}/ads`, {
      name: 'Ad',
      adset_spec: { ...adSet, campaign_spec },
      creative: aStory(pageId),
      fields: 'campaign{name},adset{name}',
    })
    expect(body).toMatchObject({ campaign: { name: 'From the ad' }, adset: { name: 'Broad' } })
  })

  it('is one of at most fifty in its ad set', async () => {
    const { accountId, post, adSet, campaign, creative } = await anAdvertiser()
    const params = { name: 'Ad', adset_id: await adSet(await campaign()), creative: { creative_id: await creative() } }
    for (let count = 0; count < 50; count++) expect((await post(`${accountId}/ads`, params)).status).toBe(200)
    expect((await post(`${accountId}/ads`, params)).body).toMatchObject({ error: { error_user_title: 'Too Many Ads' } })
  })
})

describe('a creative', () => {
  it.each<[what: string, params: Record<string, unknown>, refusal: number]>([
    ['no content', {}, 1487390],
    ['a feed of nothing', { asset_feed_spec: {} }, 1487390],
    ['a spec without a page', { object_story_spec: { link_data: { link: 'https://a.example' } } }, 1443048],
    ['a spec without content', { object_story_spec: { page_id: '1' } }, 1443048],
    ['an unknown part', { object_story_spec: { page_id: '1', poem: {} } }, 1443048],
    [
      'two contents',
      { object_story_spec: { page_id: '1', link_data: { link: 'x' }, video_data: { video_id: '2' } } },
      1443048,
    ],
    ['no link', { object_story_spec: { page_id: '1', link_data: { message: 'Hi' } } }, 2061015],
    [
      'one card',
      {
        object_story_spec: { page_id: '1', link_data: { link: 'x', child_attachments: [{ link: 'x', picture: 'p' }] } },
      },
      1443048,
    ],
    [
      'an action nobody knows',
      { object_story_spec: { page_id: '1', link_data: { link: 'x', call_to_action: { type: 'DANCE' } } } },
      1373054,
    ],
    [
      'retired enhancements',
      {
        object_story_id: '1_2',
        degrees_of_freedom_spec: { creative_features_spec: { standard_enhancements: { enroll_status: 'OPT_IN' } } },
      },
      3858504,
    ],
    [
      'a feature without its status',
      { object_story_id: '1_2', degrees_of_freedom_spec: { creative_features_spec: { image_touchups: {} } } },
      3858082,
    ],
    [
      'a feature that is half in',
      {
        object_story_id: '1_2',
        degrees_of_freedom_spec: { creative_features_spec: { image_touchups: { enroll_status: 'MAYBE' } } },
      },
      100,
    ],
    ['a post that is none', { object_story_id: 'my-post' }, 1487390],
    [
      'a picture that was never uploaded',
      { object_story_spec: { page_id: '1', link_data: { link: 'https://a.example', image_hash: 'ab12' } } },
      1487390,
    ],
    ['a feed of such', { asset_feed_spec: { images: [{ hash: 'ab12' }] } }, 1487390],
    [
      'a retired crop',
      {
        image_hash: 'ab',
        image_crops: {
          '191x100': [
            [0, 0],
            [191, 100],
          ],
        },
      },
      2490085,
    ],
  ])('is refused with %s', async (_what, params, refusal) => {
    const { accountId, post } = await anAdvertiser()
    expect(await post(`${accountId}/adcreatives`, { name: 'Odd', ...params })).toMatchObject({ status: 400, refusal })
  })

  it('is the same for the same post', async () => {
    const { accountId, post } = await anAdvertiser()
    const first = await post(`${accountId}/adcreatives`, { object_story_id: '500001_9009' })
    const second = await post(`${accountId}/adcreatives`, { object_story_id: '500001_9009', name: 'Again' })
    expect(second.body).toEqual(first.body)
  })

  it('changes its name only', async () => {
    const { post, get, creative } = await anAdvertiser()
    const id = await creative()
    expect((await post(id, { object_story_spec: {} })).refusal).toBe(1815573)
    expect((await post(id, { name: 'Renamed' })).body).toEqual({ success: true })
    expect((await get(id, { fields: 'name' })).body).toEqual({ id, name: 'Renamed' })
  })

  it('cannot be used once it is deleted', async () => {
    const { accountId, get, post, remove, adSet, campaign, creative } = await anAdvertiser()
    const id = await creative()
    expect((await remove(id)).body).toEqual({ success: true })
    const params = { name: 'Ad', adset_id: await adSet(await campaign()), creative: { creative_id: id } }
    expect((await post(`${accountId}/ads`, params)).refusal).toBe(33)
    const listed = await get(`${accountId}/adcreatives`, { limit: 500 })
    expect(listed.body['data']).not.toContainEqual({ id })
  })
})

describe('targeting', () => {
  it('names an audience that has been deleted as such', async () => {
    const { accountId, post, remove, campaign, soundAdSet } = await anAdvertiser()
    const list = { name: 'Buyers', subtype: 'CUSTOM', customer_file_source: 'USER_PROVIDED_ONLY' }
    const id = String((await post(`${accountId}/customaudiences`, list)).body['id'])
    await remove(id)
    const targeting = {
      geo_locations: { countries: ['US'] },
      targeting_automation: { advantage_audience: 0 },
      custom_audiences: [{ id }],
    }
    const { body } = await post(`${accountId}/adsets`, { ...soundAdSet(await campaign()), targeting })
    expect(body['error']).toMatchObject({ code: 100, error_user_title: 'Custom Audience Has Been Deleted' })
  })
})

describe('labels', () => {
  it('come and go by name and id', async () => {
    const { get, post, remove, adSet, campaign } = await anAdvertiser()
    const id = await adSet(await campaign(), { adlabels: [{ name: 'Spring' }] })
    const labels = async () =>
      ((await get(id, { fields: 'adlabels' })).body['adlabels'] ?? []) as { id: string; name: string }[]
    await post(`${id}/adlabels`, { adlabels: [{ name: 'Test' }] })
    expect((await labels()).map(({ name }) => name)).toEqual(['Spring', 'Test'])
    expect((await post(`${id}/adlabels`, { adlabels: [{ id: '1' }] })).refusal).toBe(100)

    await remove(`${id}/adlabels`, { adlabels: [{ id: (await labels())[0]?.id }] })
    expect((await labels()).map(({ name }) => name)).toEqual(['Test'])
  })
})
