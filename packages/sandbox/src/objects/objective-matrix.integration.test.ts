import { describe, expect, it } from 'vitest'
import { anAdvertiser, soundCampaign } from './ads.testing.ts'

const page = { page_id: '104200000000000' }
const app = { application_id: '5', object_store_url: 'https://apps.example.test/x' }
const places = { place_page_set_id: '7' }
const products = { product_set_id: '7', custom_event_type: 'PURCHASE' }
const pixel = (event: string) => ({ pixel_id: 'its pixel', custom_event_type: event })

type Row = [objective: string, destination: string | undefined, goals: string, promotes: object | undefined]

// Meta's validation pages of 2026, row by row.
const fitting: readonly Row[] = [
  ['AWARENESS', undefined, 'AD_RECALL_LIFT REACH IMPRESSIONS THRUPLAY TWO_SECOND_CONTINUOUS_VIDEO_VIEWS', page],
  ['AWARENESS', undefined, 'REACH', places],
  ['TRAFFIC', undefined, 'LINK_CLICKS LANDING_PAGE_VIEWS REACH IMPRESSIONS', undefined],
  ['TRAFFIC', undefined, 'LINK_CLICKS REACH', app],
  ['TRAFFIC', 'MESSENGER', 'LINK_CLICKS REACH IMPRESSIONS', undefined],
  ['TRAFFIC', 'WHATSAPP', 'LINK_CLICKS REACH IMPRESSIONS', page],
  ['TRAFFIC', 'PHONE_CALL', 'QUALITY_CALL LINK_CLICKS', undefined],
  ['ENGAGEMENT', 'ON_POST', 'POST_ENGAGEMENT REACH', page],
  ['ENGAGEMENT', 'ON_PAGE', 'PAGE_LIKES', page],
  ['ENGAGEMENT', 'ON_EVENT', 'EVENT_RESPONSES POST_ENGAGEMENT REACH IMPRESSIONS', undefined],
  ['ENGAGEMENT', 'ON_VIDEO', 'THRUPLAY TWO_SECOND_CONTINUOUS_VIDEO_VIEWS', undefined],
  ['ENGAGEMENT', 'MESSENGER', 'CONVERSATIONS LINK_CLICKS LEAD_GENERATION', page],
  ['ENGAGEMENT', undefined, 'OFFSITE_CONVERSIONS LINK_CLICKS REACH LANDING_PAGE_VIEWS IMPRESSIONS', pixel('SEARCH')],
  ['ENGAGEMENT', undefined, 'OFFSITE_CONVERSIONS LINK_CLICKS REACH', app],
  ['LEADS', 'ON_AD', 'LEAD_GENERATION QUALITY_LEAD', page],
  ['LEADS', 'LEAD_FROM_MESSENGER', 'LEAD_GENERATION', page],
  ['LEADS', 'LEAD_FROM_IG_DIRECT', 'LEAD_GENERATION', page],
  ['LEADS', 'PHONE_CALL', 'QUALITY_CALL', page],
  ['LEADS', undefined, 'OFFSITE_CONVERSIONS LINK_CLICKS REACH LANDING_PAGE_VIEWS IMPRESSIONS', pixel('LEAD')],
  ['LEADS', undefined, 'OFFSITE_CONVERSIONS LINK_CLICKS REACH', app],
  ['SALES', undefined, 'OFFSITE_CONVERSIONS VALUE LINK_CLICKS IMPRESSIONS REACH', pixel('PURCHASE')],
  ['SALES', undefined, 'OFFSITE_CONVERSIONS', app],
  ['SALES', 'MESSENGER', 'CONVERSATIONS', { ...page, ...pixel('PURCHASE') }],
  ['SALES', 'PHONE_CALL', 'QUALITY_CALL', page],
  ['SALES', 'WEBSITE', 'LINK_CLICKS OFFSITE_CONVERSIONS VALUE', products],
  ['APP_PROMOTION', undefined, 'APP_INSTALLS LINK_CLICKS OFFSITE_CONVERSIONS VALUE', app],
  ['APP_PROMOTION', undefined, 'APP_INSTALLS_AND_OFFSITE_CONVERSIONS', { ...app, custom_event_type: 'RATE' }],
]

const refused: readonly [...Row, refusal: number][] = [
  ['AWARENESS', undefined, 'OFFSITE_CONVERSIONS', page, 2490408],
  ['AWARENESS', undefined, 'REACH', undefined, 1885014],
  ['AWARENESS', undefined, 'THRUPLAY', places, 1885014],
  ['AWARENESS', 'MESSENGER', 'REACH', page, 1815715],
  ['TRAFFIC', undefined, 'LANDING_PAGE_VIEWS', app, 2490408],
  ['TRAFFIC', 'WHATSAPP', 'LINK_CLICKS', undefined, 1885014],
  ['TRAFFIC', 'ON_AD', 'LEAD_GENERATION', page, 1815715],
  ['ENGAGEMENT', 'ON_POST', 'REACH', undefined, 1885154],
  ['ENGAGEMENT', 'ON_POST', 'IMPRESSIONS', page, 2490408],
  ['ENGAGEMENT', undefined, 'LANDING_PAGE_VIEWS', app, 2490408],
  ['ENGAGEMENT', undefined, 'OFFSITE_CONVERSIONS', undefined, 1885014],
  ['LEADS', undefined, 'LEAD_GENERATION', page, 2490408],
  ['LEADS', 'PHONE_CALL', 'LINK_CLICKS', page, 2490408],
  ['SALES', undefined, 'LANDING_PAGE_VIEWS', pixel('PURCHASE'), 2490408],
  ['SALES', undefined, 'OFFSITE_CONVERSIONS', pixel('LEAD'), 2446814],
  ['SALES', undefined, 'VALUE', pixel('ADD_TO_CART'), 1885014],
  ['SALES', undefined, 'OFFSITE_CONVERSIONS', pixel('SNEEZE'), 100],
  ['SALES', 'MESSENGER', 'CONVERSATIONS', page, 1885014],
  ['APP_PROMOTION', undefined, 'REACH', app, 2490408],
]

describe('objective, destination, goal and promoted object over HTTP', () => {
  it('takes every row of the validation pages and refuses others by their subcodes', async () => {
    const { accountId, pixelId, post, campaign, soundAdSet } = await anAdvertiser()
    const ask = async ([objective, destination, goal, promotes]: readonly unknown[]) => {
      const campaignId = await campaign({ ...soundCampaign, objective: `OUTCOME_${String(objective)}` })
      const { refusal } = await post(`${accountId}/adsets`, {
        ...soundAdSet(campaignId),
        destination_type: destination,
        optimization_goal: goal,
        promoted_object: promotes && JSON.parse(JSON.stringify(promotes).replace('its pixel', pixelId)),
        execution_options: ['validate_only'],
      })
      return refusal
    }
    for (const [objective, destination, goals, promotes] of fitting) {
      for (const goal of goals.split(' ')) {
        expect([objective, destination, goal, await ask([objective, destination, goal, promotes])]).toEqual([
          objective,
          destination,
          goal,
          undefined,
        ])
      }
    }
    for (const row of refused) expect([...row.slice(0, 4), await ask(row)]).toEqual(row)
  })
})
