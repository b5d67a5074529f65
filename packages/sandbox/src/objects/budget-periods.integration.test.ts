import { expect, it } from 'vitest'
import { anAdvertiser, hourMs, soundCampaign } from './ads.testing.ts'

const start = Date.parse('2026-11-27T05:00:00Z') / 1000
const day = 86_400
const blackFriday = { budget_value: 9000, budget_value_type: 'ABSOLUTE', time_start: start, time_end: start + day }

it('schedules more budget for a time, reads it by id and on its edge, changes and deletes it', async () => {
  const { get, post, remove, campaign } = await anAdvertiser()
  const campaignId = await campaign({ daily_budget: 5000 })
  const made = await post(`${campaignId}/budget_schedules`, blackFriday)
  const id = String(made.body['id'])
  expect(made.body).toEqual({ id: expect.stringMatching(/^\d+$/) })
  const fields = 'ad_object_id,budget_value,budget_value_type,time_start,time_end,recurrence_type'
  expect((await get(id, { fields })).body).toEqual({
    id,
    ad_object_id: campaignId,
    budget_value: 9000,
    budget_value_type: 'ABSOLUTE',
    time_start: '2026-11-27T00:00:00-0500',
    time_end: '2026-11-28T00:00:00-0500',
    recurrence_type: 'ONE_TIME',
  })
  expect((await post(id, { budget_value: 8000 })).body).toEqual({ success: true })
  const { body } = await get(campaignId, { fields: 'budget_schedules{budget_value}' })
  expect(body['budget_schedules']).toMatchObject({ data: [{ budget_value: 8000, id }] })
  const later = await get(`${campaignId}/budget_schedules`, { time_start: start + day })
  expect(later.body['data']).toEqual([])

  const copy = await post(`${campaignId}/copies`)
  expect((await get(`${String(copy.body['copied_campaign_id'])}/budget_schedules`)).body['data']).toEqual([])
  expect((await remove(id)).body).toEqual({ success: true })
  expect((await get(id)).refusal).toBe(33)
})

it('comes along with a new campaign or ad set', async () => {
  const { accountId, get, post, campaign, adSet } = await anAdvertiser()
  const specs = { budget_schedule_specs: [blackFriday] }
  const campaignId = await campaign({ daily_budget: 5000, ...specs })
  const adSetId = await adSet(await campaign(), specs)
  for (const id of [campaignId, adSetId]) {
    const { body } = await get(`${id}/budget_schedules`, { fields: 'ad_object_id,budget_value' })
    expect(body['data']).toMatchObject([{ ad_object_id: id, budget_value: 9000 }])
  }
  const none = { budget_schedule_specs: [1] }
  expect((await post(`${accountId}/campaigns`, { ...soundCampaign, daily_budget: 5000, ...none })).status).toBe(400)
  const twice = { budget_schedule_specs: [blackFriday, blackFriday] }
  expect((await post(`${accountId}/campaigns`, { ...soundCampaign, daily_budget: 5000, ...twice })).status).toBe(400)
  expect((await post(`${accountId}/campaigns`, { ...soundCampaign, ...specs })).status).toBe(400)
})

it('refuses a schedule without a budget to change, backwards, over, or across another', async () => {
  const { post, campaign, adSet, pass } = await anAdvertiser()
  const unbudgeted = await campaign()
  const id = await adSet(unbudgeted)
  const schedule = async (on: string, changes: object = {}) =>
    (await post(`${on}/budget_schedules`, { ...blackFriday, ...changes })).status
  expect(await schedule(unbudgeted)).toBe(400)
  expect(await schedule(id, { time_end: start })).toBe(400)
  expect(await schedule(id, { budget_value: 0 })).toBe(400)
  expect(await schedule(id, { budget_value_type: 'DOUBLE' })).toBe(400)
  expect(await schedule(id)).toBe(200)
  expect(await schedule(id, { time_start: start + 3600, time_end: start + 2 * day })).toBe(400)
  expect(await schedule(id, { time_start: start + day, time_end: start + 2 * day })).toBe(200)
  pass(24 * 30 * hourMs)
  expect(await schedule(id, { time_start: start + 3 * day, time_end: start + 4 * day })).toBe(400)
  await post(id, { status: 'ARCHIVED' })
  expect((await post(`${id}/budget_schedules`, blackFriday)).refusal).toBe(1885088)
})
