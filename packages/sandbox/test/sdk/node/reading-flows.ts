import { Ad, AdAccount, AdSet, Business, Campaign, FacebookAdsApi, User } from 'facebook-nodejs-business-sdk'
import { expect, it } from 'vitest'
import type { Meta } from './meta.ts'
import { refusalOf } from './refusal.ts'
import { dataOf, rowsOf } from './rows.ts'

/** Lists, pages, expansion, filters, summaries, several ids at once. */
export function readingFlows(meta: () => Meta): void {
  it('reads the person behind the token', async () => {
    const me = await new User('me').get(['id', 'name'])
    expect(me).toMatchObject({ id: expect.stringMatching(/^\d+$/), name: expect.any(String) })
  })

  it('lists ad accounts page by page, each once', async () => {
    const cursor = await new User('me').getAdAccounts(['account_id', 'name'], { limit: 2 })
    expect(cursor).toHaveLength(2)
    const ids = (await rowsOf(cursor)).map(({ id }) => id)
    expect(ids).toContain(meta().account)
    expect(new Set(ids).size).toBe(5)
  })

  it('turns back to the page before', async () => {
    const cursor = await meta().accountObject.getCampaigns(['id'], { limit: 2 })
    const first = cursor.map(({ id }) => id as string)
    await cursor.next()
    expect(cursor.map(({ id }) => id as string)).not.toEqual(first)
    expect(cursor.hasPrevious()).toBe(true)
    await cursor.previous()
    expect(cursor.map(({ id }) => id as string)).toEqual(first)
  })

  it('says when the last page was read', async () => {
    const cursor = await meta().accountObject.getCampaigns(['id'], { limit: 500 })
    expect(cursor.hasNext()).toBe(false)
    await expect(cursor.next()).rejects.toThrow('end of pagination')
  })

  it('lists the pages of a person with tokens of their own', async () => {
    const pages = await rowsOf(new User('me').getAccounts(['id', 'name', 'access_token']))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) expect(page['access_token']).toEqual(expect.any(String))
  })

  it('reads an ad account', async () => {
    const account = await meta().accountObject.get(['name', 'account_status', 'currency', 'amount_spent', 'business'])
    expect(account).toMatchObject({ account_status: 1, currency: expect.stringMatching(/^[A-Z]{3}$/) })
    expect(dataOf(account)['amount_spent']).toMatch(/^\d+$/)
  })

  it('counts a list in its summary', async () => {
    const cursor = await meta().accountObject.getCampaigns(['id'], { limit: 1, summary: 'total_count' })
    expect(cursor.summary).toEqual({ total_count: (await rowsOf(cursor)).length })
  })

  it('expands nested edges with limits of their own', async () => {
    const fields = ['id', 'adsets.limit(2){id,name,ads.limit(1){id,creative{id,name}}}']
    const campaigns = await rowsOf(meta().accountObject.getCampaigns(fields, { limit: 5 }))
    const adSets = campaigns.flatMap(({ adsets }) => (adsets as Expanded | undefined)?.data ?? [])
    expect(adSets.length).toBeGreaterThan(0)
    for (const { adsets } of campaigns) expect((adsets as Expanded | undefined)?.data.length ?? 0).toBeLessThan(3)
    expect(adSets[0]).toMatchObject({ ads: { data: [{ creative: { id: expect.any(String) } }] } })
  })

  it('filters by effective status', async () => {
    const active = await rowsOf(
      meta().accountObject.getAds(['effective_status'], { effective_status: ['ACTIVE'], limit: 200 }),
    )
    expect(new Set(active.map(({ effective_status: status }) => status))).toEqual(new Set(['ACTIVE']))
    const filtering = [{ field: 'effective_status', operator: 'IN', value: ['ACTIVE'] }]
    const again = await rowsOf(meta().accountObject.getAds(['id'], { filtering, limit: 200 }))
    expect(again.map(({ id }) => id)).toEqual(active.map(({ id }) => id))
  })

  it('reads several objects by their ids in one call', async () => {
    const some = await meta().accountObject.getCampaigns(['id'], { limit: 3 })
    const ids = some.map(({ id }) => id as string)
    // A trap of the SDK: it makes the whole answer the id of each object.
    const found: { id: { id: string; name: string } }[] = await Campaign.getByIds(
      // Its types say numbers, which would round them.
      ids as unknown as number[],
      ['name'],
      {},
      FacebookAdsApi.getDefaultApi(),
    )
    expect(found.map(({ id }) => id.id).toSorted()).toEqual(ids.toSorted())
    for (const { id } of found) expect(id.name).not.toBe('')
  })

  it('walks from an ad to its ad set, campaign and creative', async () => {
    const [ad] = await meta().accountObject.getAds(['adset_id', 'campaign_id', 'creative'], { limit: 1 })
    const adSet = await new AdSet(ad?.['adset_id'] as string).get(['campaign_id', 'targeting'])
    expect(dataOf(adSet)['campaign_id']).toBe(ad?.['campaign_id'])
    const creatives = await new Ad(ad?.['id'] as string).getAdCreatives(['id'])
    expect(ad?.['creative']).toMatchObject({ id: creatives[0]?.['id'] as string })
    const above = await rowsOf(new Campaign(ad?.['campaign_id'] as string).getAdSets(['id']))
    expect(above.map(({ id }) => id)).toContain(adSet.id)
  })

  it('lists the businesses of a person and the accounts they own', async () => {
    const [business] = await new User('me').getBusinesses(['id', 'name'])
    const owned = await rowsOf(new Business(business?.['id'] as string).getOwnedAdAccounts(['id', 'name']))
    expect(owned.length).toBeGreaterThan(0)
    for (const { id } of owned) expect(id).toMatch(/^act_\d+$/)
  })

  it('shows the usage headers of a reply to those who ask the SDK for headers', async () => {
    const api = new FacebookAdsApi(meta().accessToken, 'en_US', false).setShowHeader(true)
    const cursor = await new AdAccount(meta().account, {}, undefined, api).getCampaigns(['id'], { limit: 1 })
    expect(Object.keys(cursor.headers as object)).toEqual(
      expect.arrayContaining(['x-business-use-case-usage', 'x-ad-account-usage', 'facebook-api-version']),
    )
  })

  it('answers in the version the SDK speaks', async () => {
    const api = new FacebookAdsApi(meta().accessToken, 'en_US', false).setShowHeader(true)
    const me: { headers: Record<string, string> } = await api.call('GET', ['me'], {})
    expect(me.headers['facebook-api-version']).toBe(FacebookAdsApi.VERSION)
  })

  it('refuses a list of deleted campaigns, as the edge does', async () => {
    const refused = await refusalOf(meta().accountObject.getCampaigns(['id'], { effective_status: ['DELETED'] }))
    expect(refused.response).toMatchObject({ code: 100, error_subcode: 1815001 })
  })
}

interface Expanded {
  data: Record<string, unknown>[]
}
