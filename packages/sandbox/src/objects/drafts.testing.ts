import { createWorld } from '../world/create-world.ts'
import type { AdAccount } from '../world/objects.ts'
import { adSetRules, type AdSetDraft } from './ad-set-rules.ts'
import { changedAdSetValues, newAdSetValues } from './ad-set-values.ts'
import { firstRefusal, type Scene } from './draft.ts'

type Values = Record<string, unknown>

const testNow = new Date('2026-11-23T12:00:00Z')

/** The first account of a small world: US dollars, New York. */
export function anAccount(): AdAccount {
  const [account] = createWorld({ seed: 7, accounts: 1, ads: 20, start: testNow }).accounts
  if (!account) throw new Error('The world has no account.')
  return account
}

export function aScene(account: AdAccount, version = 25): Scene {
  return { account, version, nowMs: testNow.getTime() }
}

/** What a campaign for sales stores, without a budget. */
export const aCampaign: Values = { objective: 'OUTCOME_SALES', buying_type: 'AUCTION', status: 'ACTIVE' }

/** Parameters that make a sound ad set for sales. */
export function anAdSet(account: AdAccount): Values {
  const pixelId = account.objects().all('AdsPixel')[0]?.id
  return {
    name: 'Broad',
    daily_budget: 2000,
    billing_event: 'IMPRESSIONS',
    optimization_goal: 'OFFSITE_CONVERSIONS',
    promoted_object: { pixel_id: pixelId, custom_event_type: 'PURCHASE' },
    targeting: { geo_locations: { countries: ['US'] }, targeting_automation: { advantage_audience: 0 } },
  }
}

/** Everything a new ad set is asked; undefined when it is sound. */
export function refusalOfNew(scene: Scene, sent: Values, campaign: Values = aCampaign): RefusalSeen | undefined {
  const values = newAdSetValues(scene, sent, campaign)
  return seen({ ...scene, sent, values, campaign, siblings: [] })
}

/** What an update of a sound ad set is asked. */
export function refusalOfEdit(
  scene: Scene,
  before: Values,
  sent: Values,
  campaign: Values = aCampaign,
): RefusalSeen | undefined {
  const stored = newAdSetValues(scene, before, campaign)
  const values = changedAdSetValues(scene, stored, sent, campaign)
  return seen({ ...scene, sent, values, before: stored, campaign, siblings: [] })
}

interface RefusalSeen {
  subcode: number | undefined
  title: string | undefined
  message: string | undefined
}

function seen(draft: AdSetDraft): RefusalSeen | undefined {
  const refusal = firstRefusal(adSetRules, draft)
  return (
    refusal && { subcode: refusal.fields.subcode, title: refusal.fields.userTitle, message: refusal.fields.userMessage }
  )
}
