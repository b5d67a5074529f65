import { Ad, AdAccount, AdCreative, AdSet, Campaign } from 'facebook-nodejs-business-sdk'
import { expect, it } from 'vitest'
import { adAccountFields, adCreativeFields, adFields, adSetFields, campaignFields } from './default-fields.ts'
import { adSetStatuses, adStatuses, archivedFilter, campaignStatuses, deliveryFilter } from './effective-statuses.ts'

// The compiler checks these against the SDK's published types; this checks them against the SDK that runs.

it.each([
  ['ad accounts', adAccountFields, AdAccount.Fields],
  ['campaigns', campaignFields, Campaign.Fields],
  ['ad sets', adSetFields, AdSet.Fields],
  ['ads', adFields, Ad.Fields],
  ['creatives', adCreativeFields, AdCreative.Fields],
])('asks only for fields of %s the SDK knows', (_, fields, known) => {
  const names = fields.map((field) => field.replace(/\{.*\}$/, ''))
  expect(Object.keys(known)).toEqual(expect.arrayContaining(names))
})

it.each([
  ['campaigns', campaignStatuses, Campaign.EffectiveStatus],
  ['ad sets', adSetStatuses, AdSet.EffectiveStatus],
  ['ads', adStatuses, Ad.EffectiveStatus],
])('asks for every state of %s but deleted', (_, statuses, known) => {
  expect([...statuses, 'DELETED'].toSorted()).toEqual(Object.values(known).toSorted())
})

it('filters insights by the states of their own level', () => {
  expect(archivedFilter('adset')).toEqual([{ field: 'adset.effective_status', operator: 'IN', value: adSetStatuses }])
  expect(archivedFilter('account')).toEqual([])
  expect(deliveryFilter('ad')).toMatchObject([
    { field: 'ad.delivery_info', value: expect.arrayContaining(['deleted']) },
  ])
})
