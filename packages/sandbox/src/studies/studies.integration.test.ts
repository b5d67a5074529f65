import { expect, it } from 'vitest'
import { anAdvertiser, hourMs } from '../objects/ads.testing.ts'

const seconds = (iso: string) => Date.parse(iso) / 1000
const times = { start_time: seconds('2026-12-01T00:00:00Z'), end_time: seconds('2026-12-15T00:00:00Z') }

async function aBusiness() {
  const advertiser = await anAdvertiser()
  const { body } = await advertiser.get(advertiser.accountId, { fields: 'business' })
  const { id } = body['business'] as { id: string }
  const campaign = await advertiser.campaign()
  const [a, b] = [await advertiser.adSet(campaign), await advertiser.adSet(campaign)]
  const cells = [
    { name: 'A', treatment_percentage: 50, adsets: [a] },
    { name: 'B', treatment_percentage: 50, adsets: [b] },
  ]
  return { ...advertiser, business: id, cells, a, b }
}

it('splits a test into cells that name their ad sets', async () => {
  const { post, get, business, cells, a, accountId } = await aBusiness()
  const { body } = await post(`${business}/ad_studies`, { name: 'Headline', type: 'SPLIT_TEST', cells, ...times })
  expect(body).toEqual({ id: expect.stringMatching(/^\d+$/) })
  const id = String(body['id'])
  expect((await get(id, { fields: 'name,type,start_time,end_time' })).body).toEqual({
    name: 'Headline',
    type: 'SPLIT_TEST',
    start_time: '2026-11-30T19:00:00-0500',
    end_time: '2026-12-14T19:00:00-0500',
    id,
  })
  const listed = await get(`${id}/cells`, { fields: 'name,treatment_percentage,ad_entities_count,adsets{id}' })
  expect(listed.body['data']).toMatchObject([
    { name: 'A', treatment_percentage: 50, ad_entities_count: 1, adsets: { data: [{ id: a }] } },
    { name: 'B', treatment_percentage: 50, ad_entities_count: 1 },
  ])
  for (const edge of [`${business}/ad_studies`, `${accountId}/impacting_ad_studies`, `${a}/ad_studies`]) {
    expect((await get(edge)).body['data']).toEqual([{ id }])
  }
})

it('is renamed and canceled', async () => {
  const { post, get, remove, pass, business, cells } = await aBusiness()
  const id = String((await post(`${business}/ad_studies`, { name: 'One', cells, ...times })).body['id'])
  expect((await post(id, { name: 'Two' })).body).toEqual({ success: true })
  pass(hourMs)
  expect((await remove(id)).body).toEqual({ success: true })
  expect((await get(id, { fields: 'name,canceled_time' })).body).toEqual({
    name: 'Two',
    canceled_time: '2026-11-23T08:00:00-0500',
    id,
  })
})

it('refuses what cannot be tested', async () => {
  const { post, business, cells } = await aBusiness()
  const wrong = [
    { cells, ...times },
    { name: 'No cells', ...times },
    { name: 'Backwards', cells, start_time: times.end_time, end_time: times.start_time },
    { name: 'Too much', cells: cells.map((cell) => ({ ...cell, treatment_percentage: 60 })), ...times },
    { name: 'Unknown', cells: [{ name: 'A', treatment_percentage: 50, adsets: ['1'] }], ...times },
    { name: 'Type', cells, type: 'COIN_TOSS', ...times },
  ]
  for (const params of wrong) expect((await post(`${business}/ad_studies`, params)).refusal).toBe(100)
})
