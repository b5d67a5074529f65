import { expect, it } from 'vitest'
import { changedAdSetValues, newAdSetValues } from './ad-set-values.ts'
import { aCampaign, anAccount, anAdSet, aScene } from './drafts.testing.ts'

const account = anAccount()
const scene = aScene(account)
const sound = anAdSet(account)

it('fills what a caller leaves out as Graph does', () => {
  expect(newAdSetValues(scene, { ...sound, billing_event: undefined }, aCampaign)).toMatchObject({
    status: 'ACTIVE',
    destination_type: 'UNDEFINED',
    daily_budget: '2000',
    lifetime_budget: '0',
    bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
    pacing_type: ['standard'],
    is_dynamic_creative: false,
    attribution_spec: [
      { event_type: 'CLICK_THROUGH', window_days: 7 },
      { event_type: 'VIEW_THROUGH', window_days: 1 },
    ],
    targeting: { age_min: 18, age_max: 65, geo_locations: { countries: ['US'], location_types: ['home', 'recent'] } },
    start_time: '2026-11-23T07:00:00-0500',
    created_time: '2026-11-23T07:00:00-0500',
  })
})

it('takes the first goal of the objective and one day of clicks for it', () => {
  const values = newAdSetValues(scene, { name: 'Readers' }, { objective: 'OUTCOME_TRAFFIC' })
  expect(values).toMatchObject({
    optimization_goal: 'LINK_CLICKS',
    attribution_spec: [{ event_type: 'CLICK_THROUGH', window_days: 1 }],
  })
})

it('reads an amount alone as a cap on bids', () => {
  expect(newAdSetValues(scene, { ...sound, bid_amount: 300 }, aCampaign)).toMatchObject({
    bid_strategy: 'LOWEST_COST_WITH_BID_CAP',
    bid_amount: 300,
  })
})

it('forgets the amount or the floor of another strategy', () => {
  const capped = newAdSetValues(scene, { ...sound, bid_strategy: 'COST_CAP', bid_amount: 300 }, aCampaign)
  const floor = { bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS', bid_constraints: { roas_average_floor: 20_000 } }
  const floored = changedAdSetValues(scene, capped, floor, aCampaign)
  expect(floored).toMatchObject({ ...floor, bid_amount: undefined })
  const again = changedAdSetValues(scene, floored, { bid_strategy: 'COST_CAP', bid_amount: 400 }, aCampaign)
  expect(again).toMatchObject({ bid_amount: 400, bid_constraints: undefined })
})

it('shows neither budget nor strategy under a campaign budget', () => {
  const { daily_budget: _budget, ...bare } = sound
  const values = newAdSetValues(scene, bare, { ...aCampaign, daily_budget: '9000' })
  expect(values).not.toHaveProperty('daily_budget')
  expect(values).not.toHaveProperty('lifetime_budget')
  expect(values).not.toHaveProperty('bid_strategy')
})

it('changes from a daily to a lifetime budget, opens the end and lifts a cap', () => {
  const before = newAdSetValues(scene, { ...sound, daily_spend_cap: 500, end_time: '2026-12-24' }, aCampaign)
  expect(changedAdSetValues(scene, before, { lifetime_budget: 60_000 }, aCampaign)).toMatchObject({
    daily_budget: '0',
    lifetime_budget: '60000',
  })
  const opened = changedAdSetValues(scene, before, { end_time: 0, daily_spend_cap: 922_337_203_685_478 }, aCampaign)
  expect(opened).not.toHaveProperty('end_time')
  expect(opened).not.toHaveProperty('daily_spend_cap')
})
