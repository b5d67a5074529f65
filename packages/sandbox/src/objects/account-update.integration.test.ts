import { expect, it } from 'vitest'
import { anAdvertiser, hourMs } from './ads.testing.ts'

it('takes the spend cap in whole units and reads it back in minor ones', async () => {
  const { accountId, get, post } = await anAdvertiser()
  expect((await post(accountId, { spend_cap: 23.5 })).body).toEqual({ success: true })
  expect((await get(accountId, { fields: 'spend_cap' })).body['spend_cap']).toBe('2350')
  await post(accountId, { spend_cap_action: 'delete' })
  expect((await get(accountId, { fields: 'spend_cap' })).body['spend_cap']).toBe('0')
  expect((await post(accountId, { spend_cap_action: 'double' })).refusal).toBe(100)
})

it('changes the spend cap ten times a day', async () => {
  const { accountId, post, pass } = await anAdvertiser()
  for (let change = 1; change <= 10; change++) expect((await post(accountId, { spend_cap: change })).status).toBe(200)
  expect(await post(accountId, { spend_cap: 11 })).toMatchObject({ refusal: 1885172, body: { error: { code: 17 } } })
  pass(25 * hourMs)
  expect((await post(accountId, { spend_cap: 11 })).status).toBe(200)
})

it('sets payer and beneficiary together', async () => {
  const { accountId, get, post } = await anAdvertiser()
  expect((await post(accountId, { default_dsa_payor: 'A' })).refusal).toBe(100)
  expect((await post(accountId, { default_dsa_payor: 'A', default_dsa_beneficiary: 'B' })).status).toBe(200)
  expect((await get(accountId, { fields: 'default_dsa_payor' })).body['default_dsa_payor']).toBe('A')
  expect((await post(accountId, { default_dsa_payor: '', default_dsa_beneficiary: '' })).status).toBe(200)
  expect((await get(accountId, { fields: 'default_dsa_payor' })).body['default_dsa_payor'] ?? '').toBe('')
})

it('keeps the end advertiser once it is named', async () => {
  const { accountId, post } = await anAdvertiser()
  await post(accountId, { end_advertiser: 'NONE' })
  expect((await post(accountId, { end_advertiser: '104200000000000' })).status).toBe(200)
  expect((await post(accountId, { end_advertiser: '7' })).refusal).toBe(100)
})

it('has no spend cap below zero', async () => {
  const { accountId, post } = await anAdvertiser()
  expect((await post(accountId, { spend_cap: -1 })).refusal).toBe(100)
})

it('counts what is spent from a reset on', async () => {
  const { accountId, get, post, pass } = await anAdvertiser()
  const spent = async () => Number((await get(accountId, { fields: 'amount_spent' })).body['amount_spent'])
  const before = await spent()
  expect(before).toBeGreaterThan(0)
  await post(accountId, { spend_cap_action: 'reset' })
  expect(await spent()).toBe(0)
  pass(24 * hourMs)
  expect(await spent()).toBeGreaterThan(0)
  expect(await spent()).toBeLessThan(before)
})
