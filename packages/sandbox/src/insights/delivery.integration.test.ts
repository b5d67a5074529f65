import { expect, it } from 'vitest'
import { anAdvertiser, hourMs, type Advertiser } from '../objects/ads.testing.ts'

type Row = Record<string, string>

const dayMs = 24 * hourMs

async function rowsOf(advertiser: Advertiser, id: string, params: Record<string, string> = {}): Promise<Row[]> {
  const { body } = await advertiser.get(`${id}/insights`, {
    date_preset: 'maximum',
    time_increment: '1',
    fields: 'impressions,clicks,spend,reach,actions',
    limit: '500',
    ...params,
  })
  return body['data'] as Row[]
}

/** A running ad, through its review. */
async function aRunningAd(advertiser: Advertiser): Promise<{ campaign: string; adSet: string; ad: string }> {
  const campaign = await advertiser.campaign({ status: 'ACTIVE' })
  const adSet = await advertiser.adSet(campaign, { status: 'ACTIVE', daily_budget: 20_000 })
  const ad = await advertiser.ad(adSet, { status: 'ACTIVE' })
  return { campaign, adSet, ad }
}

it('delivers an ad from the end of its review on, within its budget', async () => {
  const advertiser = await anAdvertiser()
  const { ad, adSet } = await aRunningAd(advertiser)
  advertiser.pass(hourMs / 4)
  expect(await rowsOf(advertiser, ad)).toEqual([])
  advertiser.pass(2 * dayMs)
  const days = await rowsOf(advertiser, ad)
  expect(days.map((row) => row['date_start'])).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
  for (const { impressions, clicks, reach, spend } of days) {
    expect(Number(reach)).toBeLessThanOrEqual(Number(impressions))
    expect(Number(clicks)).toBeLessThan(Number(impressions) / 5)
    expect(Number(spend)).toBeGreaterThan(0)
    expect(Number(spend)).toBeLessThan(300)
  }
  const [whole = {}] = await rowsOf(advertiser, adSet, { time_increment: 'all_days' })
  expect(Number(whole['impressions'])).toBe(days.reduce((sum, row) => sum + Number(row['impressions']), 0))
})

it('keeps what was delivered when an ad, its ad set or its campaign is paused, and goes on after that', async () => {
  const advertiser = await anAdvertiser()
  const { campaign, adSet, ad } = await aRunningAd(advertiser)
  let last = 0
  for (const id of [ad, adSet, campaign]) {
    advertiser.pass(2 * hourMs)
    await advertiser.post(id, { status: 'PAUSED' })
    const [paused = {}] = await rowsOf(advertiser, ad)
    expect(Number(paused['impressions'])).toBeGreaterThan(last)
    advertiser.pass(hourMs)
    expect((await rowsOf(advertiser, ad))[0]?.['spend']).toBe(paused['spend'])
    await advertiser.post(id, { status: 'ACTIVE' })
    last = Number(paused['impressions'])
  }
})

it('shows people of the targeted ages and gender only', async () => {
  const advertiser = await anAdvertiser()
  const campaign = await advertiser.campaign({ status: 'ACTIVE' })
  const targeting = {
    age_min: 25,
    age_max: 44,
    genders: [2],
    geo_locations: { countries: ['JP'] },
    publisher_platforms: ['instagram'],
    targeting_automation: { advantage_audience: 0 },
  }
  const adSet = await advertiser.adSet(campaign, { status: 'ACTIVE', targeting })
  const ad = await advertiser.ad(adSet, { status: 'ACTIVE' })
  advertiser.pass(2 * dayMs)
  const columns = async (breakdowns: string, column: string) => [
    ...new Set((await rowsOf(advertiser, ad, { breakdowns })).map((row) => row[column] ?? '')),
  ]
  expect(await columns('age', 'age')).toEqual(['25-34', '35-44'])
  expect(await columns('gender', 'gender')).toEqual(['female'])
  expect(await columns('country', 'country')).toEqual(['JP'])
  expect(await columns('publisher_platform', 'publisher_platform')).toEqual(['instagram'])
})

it('pauses a planned ad at its hour, and leaves its past alone', async () => {
  const advertiser = await anAdvertiser()
  const [top = {}] = await rowsOf(advertiser, advertiser.accountId, {
    level: 'ad',
    fields: 'ad_id,spend',
    date_preset: 'yesterday',
    sort: 'spend_descending',
  })
  const id = top['ad_id'] ?? ''
  const week = () => rowsOf(advertiser, id, { date_preset: 'last_7d' })
  const today = async () => (await rowsOf(advertiser, id, { date_preset: 'today' }))[0]?.['spend']
  const [past, spent] = [await week(), await today()]
  await advertiser.post(id, { status: 'PAUSED' })
  expect(await week()).toEqual(past)
  advertiser.pass(hourMs)
  expect(await today()).toBe(spent)
})

it('lets a day settle for 28 days: nothing falls, and after that nothing changes', async () => {
  const advertiser = await anAdvertiser()
  const time_range = JSON.stringify({ since: '2026-11-22', until: '2026-11-22' })
  const day = async () => {
    const [row = {}] = await rowsOf(advertiser, advertiser.accountId, {
      time_range,
      fields: 'impressions,spend,actions',
    })
    const stats = row['actions'] as unknown as Row[]
    const purchases = stats.find((stat) => stat['action_type'] === 'purchase')?.['value']
    return { impressions: Number(row['impressions']), spend: Number(row['spend']), purchases: Number(purchases) }
  }
  const seen = [await day()]
  for (const days of [1, 2, 4, 7, 7, 7]) {
    advertiser.pass(days * dayMs)
    seen.push(await day())
  }
  for (const name of ['impressions', 'spend', 'purchases'] as const) {
    const values = seen.map((row) => row[name])
    expect(values).toEqual(values.toSorted((a, b) => a - b))
  }
  const [first, last] = [seen[0], seen.at(-1)]
  expect(first?.impressions).toBeGreaterThan((last?.impressions ?? 0) * 0.99)
  expect(first?.purchases).toBeLessThan(last?.purchases ?? 0)
  advertiser.pass(10 * dayMs)
  expect(await day()).toEqual(last)
})
