import { Ad, AdAccount, AdCreative, AdSet, Campaign } from 'facebook-nodejs-business-sdk'
import { expect, it } from 'vitest'
import type { Meta } from './meta.ts'
import { refusalOf } from './refusal.ts'
import { dataOf, rowsOf } from './rows.ts'

/** Creating, changing, copying and removing campaigns, ad sets, creatives and ads. */
export function writingFlows(meta: () => Meta): void {
  it('creates campaign, ad set, creative and ad, and reads each back', async () => {
    const campaign = await meta().campaign({ name: 'Chain of the SDK' })
    const adSet = await meta().adSet(campaign, { daily_budget: 4200 })
    const creative = await meta().creative()
    const ad = await meta().ad(adSet, creative)
    expect(await new Campaign(campaign.id).get(['name', 'objective', 'status', 'buying_type'])).toMatchObject({
      name: 'Chain of the SDK',
      objective: 'OUTCOME_TRAFFIC',
      status: 'PAUSED',
      buying_type: 'AUCTION',
    })
    expect(await new AdSet(adSet.id).get(['campaign_id', 'daily_budget', 'targeting'])).toMatchObject({
      campaign_id: campaign.id,
      daily_budget: '4200',
      targeting: { geo_locations: { countries: ['US'] } },
    })
    expect(await new AdCreative(creative.id).get(['object_story_spec'])).toMatchObject({
      object_story_spec: { link_data: { link: 'https://example.com/shop' } },
    })
    expect(await new Ad(ad.id).get(['adset_id', 'campaign_id', 'creative'])).toMatchObject({
      adset_id: adSet.id,
      campaign_id: campaign.id,
      creative: { id: creative.id },
    })
  })

  it('reads the new object in the call that creates it', async () => {
    const campaign = await meta().accountObject.createCampaign(['name', 'status'], {
      name: 'Read after write',
      objective: 'OUTCOME_AWARENESS',
      status: 'PAUSED',
      special_ad_categories: [],
      is_adset_budget_sharing_enabled: false,
    })
    expect(campaign).toMatchObject({ name: 'Read after write', status: 'PAUSED' })
  })

  it('changes an ad set and answers success', async () => {
    const adSet = await meta().adSet(await meta().campaign())
    expect(await new AdSet(adSet.id).update([], { name: 'Renamed', daily_budget: 6500 })).toMatchObject({
      success: true,
    })
    expect(await new AdSet(adSet.id).get(['name', 'daily_budget'])).toMatchObject({
      name: 'Renamed',
      daily_budget: '6500',
    })
  })

  it('takes no offence at the fields of a listed object, which the SDK sends back with every change', async () => {
    const created = await meta().campaign()
    const filtering = [{ field: 'id', operator: 'IN', value: [created.id] }]
    const fields = ['name', 'effective_status', 'created_time', 'account_id']
    const [campaign] = await meta().accountObject.getCampaigns(fields, { filtering })
    // Sends id, name, effective_status, created_time and account_id besides.
    await (campaign as Campaign).update([], { status: 'ACTIVE' })
    expect(await new Campaign(created.id).get(['status'])).toMatchObject({ status: 'ACTIVE' })
  })

  it('shows on an ad that its campaign was paused', async () => {
    const campaign = await meta().campaign({ status: 'ACTIVE' })
    const adSet = await meta().adSet(campaign, { status: 'ACTIVE' })
    const ad = await meta().ad(adSet, await meta().creative(), { status: 'ACTIVE' })
    await meta().control('POST', '/clock/advance', { ms: 2 * 3_600_000 })
    expect(await new Ad(ad.id).get(['effective_status'])).toMatchObject({ effective_status: 'ACTIVE' })
    await new Campaign(campaign.id).update([], { status: Campaign.Status.paused })
    expect(await new Ad(ad.id).get(['configured_status', 'effective_status'])).toMatchObject({
      configured_status: 'ACTIVE',
      effective_status: 'CAMPAIGN_PAUSED',
    })
  })

  it('archives a campaign out of the default list and into a filtered one', async () => {
    const campaign = await meta().campaign()
    await new Campaign(campaign.id).update([], { status: Campaign.Status.archived })
    expect((await rowsOf(meta().accountObject.getCampaigns(['id'], {}))).map(({ id }) => id)).not.toContain(campaign.id)
    const archived = await rowsOf(meta().accountObject.getCampaigns(['id'], { effective_status: ['ARCHIVED'] }))
    expect(archived.map(({ id }) => id)).toContain(campaign.id)
  })

  it('deletes a campaign, which then only answers by its id', async () => {
    const campaign = await meta().campaign()
    expect(await new Campaign(campaign.id).delete([])).toEqual({ success: true })
    expect(await new Campaign(campaign.id).get(['status'])).toMatchObject({ status: 'DELETED' })
    const refused = await refusalOf(new Campaign(campaign.id).update([], { status: 'ACTIVE' }))
    expect(refused.response).toMatchObject({ code: 100, error_subcode: 1487566 })
  })

  it('copies a campaign with its new name', async () => {
    const campaign = await meta().campaign()
    const copied = await new Campaign(campaign.id).createCopy([], {
      status_option: 'PAUSED',
      rename_options: { rename_suffix: ' again' },
    })
    const copy = await new Campaign(String(dataOf(copied)['copied_campaign_id'])).get(['name', 'source_campaign_id'])
    expect(copy).toMatchObject({ name: expect.stringMatching(/ again$/), source_campaign_id: campaign.id })
  })

  it('validates without creating', async () => {
    const count = async () => (await meta().accountObject.getCampaigns(['id'], { limit: 1, summary: true })).summary
    const before: unknown = await count()
    await meta().campaign({ execution_options: ['validate_only'] })
    expect(await count()).toEqual(before)
  })

  it('labels campaigns and finds them by label', async () => {
    const label = await meta().accountObject.createAdLabel([], { name: meta().nameFor('label') })
    const campaign = await meta().campaign({ adlabels: [{ id: label.id }] })
    const found = await meta().accountObject.getCampaignsByLabels(['id'], { ad_label_ids: [label.id], operator: 'ANY' })
    expect(found.map(({ id }) => id as string)).toEqual([campaign.id])
  })

  it('tells minimum budgets by currency', async () => {
    const budgets = await rowsOf(meta().accountObject.getMinimumBudgets([]))
    expect(budgets.find(({ currency }) => currency === 'USD')).toMatchObject({ min_daily_budget_imp: 100 })
  })

  it('changes the name of an account', async () => {
    const account = new AdAccount(meta().spareAccount)
    await account.update([], { name: 'Renamed by an SDK' })
    expect(await new AdAccount(meta().spareAccount).get(['name'])).toMatchObject({ name: 'Renamed by an SDK' })
  })
}
