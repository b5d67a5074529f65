import { describe, expect, it } from 'vitest'
import { aCampaign, anAccount, anAdSet, aScene, refusalOfEdit, refusalOfNew } from './drafts.testing.ts'

const account = anAccount()
const scene = aScene(account)
const sound = anAdSet(account)
const us = { geo_locations: { countries: ['US'] } }
const manual = { targeting_automation: { advantage_audience: 0 } }
const advantage = { targeting_automation: { advantage_audience: 1 } }
const page = { page_id: '104200000000000' }
const app = { application_id: '5', object_store_url: 'https://apps.example.test/x' }

describe('a new ad set for sales', () => {
  it('is sound with pixel, budget and targeting', () => {
    expect(refusalOfNew(scene, sound)).toBeUndefined()
  })

  it.each<[what: string, sent: Record<string, unknown>, subcode: number | undefined]>([
    ['a name of 401 characters', { name: 'x'.repeat(401) }, undefined],
    ['a goal of another objective', { optimization_goal: 'LEAD_GENERATION' }, 2490408],
    ['landing page views', { optimization_goal: 'LANDING_PAGE_VIEWS' }, 2490408],
    ['a destination of another objective', { destination_type: 'ON_POST' }, 1815715],
    ['billing by link clicks for another goal', { billing_event: 'LINK_CLICKS' }, undefined],
    ['no promoted object', { promoted_object: undefined }, 1885014],
    ['a pixel without an event', { promoted_object: { pixel_id: '1' } }, 1885014],
    ['a pixel of nobody', { promoted_object: { pixel_id: '1', custom_event_type: 'PURCHASE' } }, 1815045],
    ['a pixel and an app', { promoted_object: { ...app, pixel_id: '1', custom_event_type: 'PURCHASE' } }, 1487929],
    ['a lead event', { promoted_object: { pixel_id: '1', custom_event_type: 'LEAD' } }, 2446814],
    ['a window that the pair lacks', { attribution_spec: [{ event_type: 'CLICK_THROUGH', window_days: 28 }] }, 1885501],
    ['an unknown window', { attribution_spec: [{ event_type: 'SCROLL_THROUGH', window_days: 1 }] }, 1885501],
    [
      'a frequency cap',
      { frequency_control_specs: [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 2 }] },
      undefined,
    ],
    ['no budget', { daily_budget: undefined }, 1885272],
    ['a budget of zero', { daily_budget: 0 }, 1885272],
    ['99 cents a day', { daily_budget: 99 }, 1885272],
    ['two kinds of budget', { lifetime_budget: 9000 }, undefined],
    ['a lifetime budget without an end', { daily_budget: undefined, lifetime_budget: 9000 }, undefined],
    ['an end in the past', { end_time: '2026-11-22T12:00:00+0000' }, 1487033],
    ['an end before the start', { start_time: '2026-12-05', end_time: '2026-12-01' }, undefined],
    ['a daily budget for 24 hours', { end_time: '2026-11-24T12:00:00+0000' }, undefined],
    [
      'a lifetime budget below a dollar a day',
      { daily_budget: undefined, lifetime_budget: 900, end_time: '2026-12-03T12:00:00+0000' },
      1885272,
    ],
    ['a cost cap without an amount', { bid_strategy: 'COST_CAP' }, 1815857],
    ['an amount for automatic bidding', { bid_strategy: 'LOWEST_COST_WITHOUT_CAP', bid_amount: 200 }, 1885204],
    [
      'a ROAS floor that is missing',
      { bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS', optimization_goal: 'VALUE' },
      2490487,
    ],
    [
      'a ROAS floor of 0.009',
      {
        bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS',
        optimization_goal: 'VALUE',
        bid_constraints: { roas_average_floor: 90 },
      },
      undefined,
    ],
    [
      'a ROAS floor for another goal than VALUE',
      { bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS', bid_constraints: { roas_average_floor: 20000 } },
      2490408,
    ],
    ['one cent for a thousand impressions', { bid_amount: 1 }, undefined],
    ['no location', { targeting: { ...manual, age_min: 20 } }, 1885364],
    ['an unknown country', { targeting: { ...manual, geo_locations: { countries: ['UK'] } } }, 1487079],
    ['a targeting that is no object', { targeting: 'US' }, 1487079],
    ['an unknown targeting field', { targeting: { ...us, ...manual, moon_phase: 'full' } }, 1487079],
    [
      'a place inside its own country',
      { targeting: { geo_locations: { countries: ['US'], zips: [{ key: 'US:90028' }] }, ...manual } },
      1487756,
    ],
    [
      'a region by its key inside its own country',
      { targeting: { geo_locations: { countries: ['US'], regions: [{ key: '3847' }] }, ...manual } },
      1487756,
    ],
    [
      'a country both in and out',
      { targeting: { ...us, ...manual, excluded_geo_locations: { countries: ['US'] } } },
      1487756,
    ],
    ['ages from 12', { targeting: { ...us, ...manual, age_min: 12 } }, 1487079],
    ['half a year of age', { targeting: { ...us, ...manual, age_min: 20.5 } }, 1487079],
    ['an event that nobody has', { promoted_object: { pixel_id: '1', custom_event_type: 'SNEEZE' } }, undefined],
    ['a spend cap without a campaign budget', { daily_spend_cap: 5000 }, undefined],
    ['a number of impressions at auction', { lifetime_imps: 9000 }, undefined],
    ['ages the wrong way round', { targeting: { ...us, ...manual, age_min: 40, age_max: 30 } }, 1487079],
    ['nothing said of Advantage+ audience', { targeting: us }, 1870227],
    ['Advantage+ audience from 26', { targeting: { ...us, ...advantage, age_min: 26 } }, 1870188],
    ['Advantage+ audience to 64', { targeting: { ...us, ...advantage, age_max: 64 } }, 1870189],
    ['an unknown gender', { targeting: { ...us, ...manual, genders: [3] } }, 1487079],
    ['an interest without an id', { targeting: { ...us, ...manual, interests: [{ name: 'Tea' }] } }, 1487079],
    ['an audience of nobody', { targeting: { ...us, ...manual, custom_audiences: [{ id: '1' }] } }, undefined],
    ['a retired placement', { targeting: { ...us, ...manual, facebook_positions: ['video_feeds'] } }, 2490562],
    ['an unknown placement', { targeting: { ...us, ...manual, instagram_positions: ['attic'] } }, 1487079],
    [
      'the audience network alone',
      { targeting: { ...us, ...manual, publisher_platforms: ['audience_network'] } },
      1487079,
    ],
    ['the Union without a payer', { targeting: { geo_locations: { countries: ['DE'] }, ...manual } }, 3858152],
    ['Taiwan without its category', { targeting: { geo_locations: { countries: ['TW'] }, ...manual } }, 3858152],
  ])('is refused with %s', (_what, sent, subcode) => {
    const refused = refusalOfNew(scene, { ...sound, ...sent })
    expect(refused).toBeDefined()
    expect(refused?.subcode).toBe(subcode)
  })

  it.each<[what: string, sent: Record<string, unknown>]>([
    ['an open end', { end_time: 0 }],
    ['a name of 400 emoji', { name: '🫖'.repeat(400) }],
    ['a daily budget over 25 hours', { end_time: '2026-11-24T13:00:00+0000' }],
    ['a bid cap by amount alone', { bid_amount: 300 }],
    [
      'a payer for the Union',
      { targeting: { geo_locations: { countries: ['DE'] }, ...manual }, dsa_beneficiary: 'A', dsa_payor: 'B' },
    ],
    [
      'value with a floor',
      {
        optimization_goal: 'VALUE',
        bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS',
        bid_constraints: { roas_average_floor: 20000 },
      },
    ],
    ['seven days of clicks alone', { attribution_spec: [{ event_type: 'CLICK_THROUGH', window_days: '7' }] }],
    ['an app', { promoted_object: app }],
    ['a set of products', { promoted_object: { product_set_id: '7', custom_event_type: 'PURCHASE' } }],
  ])('is sound with %s', (_what, sent) => {
    expect(refusalOfNew(scene, { ...sound, ...sent })).toBeUndefined()
  })

  it('names the least budget in the currency', () => {
    expect(refusalOfNew(scene, { ...sound, daily_budget: 1 })?.message).toContain('at least $1.00')
  })

  it('need not say whether it wants Advantage+ audience before v23.0', () => {
    expect(refusalOfNew(aScene(account, 22), { ...sound, targeting: us })).toBeUndefined()
  })
})

describe('a new ad set under a campaign with a budget', () => {
  const { daily_budget: _budget, ...bare } = sound
  const budgeted = { ...aCampaign, daily_budget: '9000', bid_strategy: 'LOWEST_COST_WITHOUT_CAP' }

  it('needs none of its own and may have none', () => {
    expect(refusalOfNew(scene, bare, budgeted)).toBeUndefined()
    expect(refusalOfNew(scene, sound, budgeted)?.subcode).toBe(1885621)
  })

  it('gives the amount that the strategy of the campaign asks for', () => {
    const capped = { ...budgeted, bid_strategy: 'COST_CAP' }
    expect(refusalOfNew(scene, bare, capped)?.subcode).toBe(2490487)
    expect(refusalOfNew(scene, { ...bare, bid_amount: 500 }, capped)).toBeUndefined()
  })

  it('leaves the bid strategy to it', () => {
    expect(refusalOfNew(scene, { ...bare, bid_strategy: 'COST_CAP', bid_amount: 500 }, budgeted)?.title).toContain(
      'Campaign',
    )
    expect(refusalOfNew(scene, { ...bare, bid_strategy: 'LOWEST_COST_WITHOUT_CAP' }, budgeted)).toBeUndefined()
  })

  it('may have limits of its part, in the kind of the budget and the right way round', () => {
    expect(
      refusalOfNew(scene, { ...bare, daily_min_spend_target: 500, daily_spend_cap: 900 }, budgeted),
    ).toBeUndefined()
    expect(refusalOfNew(scene, { ...bare, daily_spend_cap: 922_337_203_685_478 })?.title).not.toContain('Spend Limits')
    expect(refusalOfNew(scene, { ...bare, lifetime_spend_cap: 900 }, budgeted)?.title).toContain('Spend Limits')
    expect(
      refusalOfNew(scene, { ...bare, daily_min_spend_target: 901, daily_spend_cap: 900 }, budgeted)?.title,
    ).toContain('Minimum')
  })

  it('ends when the campaign has a lifetime budget', () => {
    const lifetime = { ...aCampaign, lifetime_budget: '90000', bid_strategy: 'LOWEST_COST_WITHOUT_CAP' }
    expect(refusalOfNew(scene, bare, lifetime)?.title).toBe('End Date Required')
    expect(refusalOfNew(scene, { ...bare, end_time: '2026-12-24' }, lifetime)).toBeUndefined()
  })
})

describe('objective, destination, goal and promoted object', () => {
  it.each<[objective: string, sent: Record<string, unknown>, subcode: number | undefined]>([
    ['OUTCOME_AWARENESS', { optimization_goal: 'REACH', promoted_object: page }, undefined],
    ['OUTCOME_AWARENESS', { optimization_goal: 'REACH' }, 1885014],
    ['OUTCOME_AWARENESS', { optimization_goal: 'OFFSITE_CONVERSIONS', promoted_object: page }, 2490408],
    ['OUTCOME_TRAFFIC', { optimization_goal: 'LINK_CLICKS', billing_event: 'LINK_CLICKS' }, undefined],
    ['OUTCOME_TRAFFIC', { optimization_goal: 'LANDING_PAGE_VIEWS' }, undefined],
    ['OUTCOME_TRAFFIC', { optimization_goal: 'LINK_CLICKS', destination_type: 'APP' }, 1885014],
    ['OUTCOME_TRAFFIC', { optimization_goal: 'LINK_CLICKS', destination_type: 'APP', promoted_object: app }, undefined],
    ['OUTCOME_TRAFFIC', { optimization_goal: 'OFFSITE_CONVERSIONS' }, 2490408],
    ['OUTCOME_ENGAGEMENT', { optimization_goal: 'POST_ENGAGEMENT', destination_type: 'ON_POST' }, 1885154],
    [
      'OUTCOME_ENGAGEMENT',
      { optimization_goal: 'POST_ENGAGEMENT', destination_type: 'ON_POST', promoted_object: page },
      undefined,
    ],
    ['OUTCOME_ENGAGEMENT', { optimization_goal: 'THRUPLAY', billing_event: 'THRUPLAY', bid_amount: 100 }, undefined],
    [
      'OUTCOME_ENGAGEMENT',
      { optimization_goal: 'PAGE_LIKES', destination_type: 'ON_PAGE', promoted_object: page },
      undefined,
    ],
    [
      'OUTCOME_LEADS',
      { optimization_goal: 'LEAD_GENERATION', destination_type: 'ON_AD', promoted_object: page },
      undefined,
    ],
    ['OUTCOME_LEADS', { optimization_goal: 'LEAD_GENERATION', promoted_object: page }, 2490408],
    ['OUTCOME_APP_PROMOTION', { optimization_goal: 'APP_INSTALLS', promoted_object: app }, undefined],
    [
      'OUTCOME_APP_PROMOTION',
      { optimization_goal: 'APP_INSTALLS', billing_event: 'APP_INSTALLS', promoted_object: app },
      undefined,
    ],
    [
      'OUTCOME_SALES',
      { optimization_goal: 'CONVERSATIONS', destination_type: 'MESSENGER', promoted_object: page },
      1885014,
    ],
    ['CONVERSIONS', { optimization_goal: 'LANDING_PAGE_VIEWS', promoted_object: sound['promoted_object'] }, undefined],
    ['REACH', { optimization_goal: 'THRUPLAY' }, 2490408],
  ])('%s with %j', (objective, sent, subcode) => {
    const { promoted_object: _promoted, optimization_goal: _goal, ...bare } = sound
    const refused = refusalOfNew(scene, { ...bare, ...sent }, { ...aCampaign, objective })
    if (sent['billing_event'] === 'APP_INSTALLS') expect(refused?.title).toBe('Billing Event Not Available')
    else expect(refused?.subcode).toBe(subcode)
  })
})

describe('an update', () => {
  it('is asked only about what it sends', () => {
    const legacy = { ...sound, targeting: us }
    expect(refusalOfEdit(scene, legacy, { name: 'New name' })).toBeUndefined()
    expect(refusalOfEdit(scene, legacy, { targeting: us })?.subcode).toBe(1870227)
  })

  it('says of a low budget that it is one now', () => {
    expect(refusalOfEdit(scene, sound, { daily_budget: 50 })?.subcode).toBe(1885650)
  })

  it('keeps the frequency cap as it was made', () => {
    const awareness = { ...aCampaign, objective: 'OUTCOME_AWARENESS' }
    const capped = {
      ...sound,
      optimization_goal: 'REACH',
      promoted_object: page,
      frequency_control_specs: [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 2 }],
    }
    const looser = [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 9 }]
    expect(refusalOfEdit(scene, capped, { frequency_control_specs: looser }, awareness)?.subcode).toBe(1815198)
    expect(refusalOfEdit(scene, capped, { name: 'Same cap' }, awareness)).toBeUndefined()
  })

  it('takes the default attribution of a new goal', () => {
    const traffic = { ...aCampaign, objective: 'OUTCOME_TRAFFIC' }
    const clicks = { ...sound, optimization_goal: 'LINK_CLICKS', promoted_object: undefined }
    expect(refusalOfEdit(scene, clicks, { optimization_goal: 'LANDING_PAGE_VIEWS' }, traffic)).toBeUndefined()
  })
})

describe('special ad categories', () => {
  const housing = { ...aCampaign, special_ad_categories: ['HOUSING'] }

  it.each([{ age_min: 25 }, { age_max: 50 }, { genders: [1] }])('leave no choice of %j', (choice) => {
    expect(refusalOfNew(scene, { ...sound, targeting: { ...us, ...manual, ...choice } }, housing)?.subcode).toBe(
      1487079,
    )
    expect(refusalOfNew(scene, { ...sound, targeting: { ...us, ...manual, ...choice } })).toBeUndefined()
  })
})
