import { wireTime } from '../objects/wire-time.ts'
import { objectId } from '../world/object-ids.ts'
import type { AdsPixel, CustomAudience, SavedAudience } from '../world/objects.ts'
import { createRandom, seedOf } from '../world/random.ts'
import { timesOf } from './custom-audiences.ts'

/** What the audiences of an account follow from. */
export interface AudiencePlan {
  seed: number
  accountIndex: number
  /** Whose customers they are. */
  businessName: string
  timezone: string
  countryCode: string
  /** When the account began, in milliseconds; the audiences came soon after. */
  createdMs: number
}

/** Three custom audiences, a lookalike of the buyers, and two saved ones; the same plan gives the same ones. */
export function plannedAudiences(plan: AudiencePlan): (CustomAudience | SavedAudience)[] {
  const random = createRandom(seedOf(plan.seed, 'audiences', plan.accountIndex))
  const pixelId = objectId(plan.accountIndex, 'AdsPixel' satisfies AdsPixel['type'], 0)
  const buyers = custom(plan, 0, 'Past buyers 180 d', {
    subtype: 'CUSTOM',
    customer_file_source: 'USER_PROVIDED_ONLY',
    description: `Customers of ${plan.businessName}`,
    people: Math.round(random.between(9000, 42_000)),
    is_value_based: false,
  })
  const visitors = custom(plan, 1, 'Visitors 30 d', {
    subtype: 'WEBSITE',
    pixel_id: pixelId,
    retention_days: 30,
    rule: pixelRule(pixelId, 30, 'PageView'),
  })
  const carts = custom(plan, 2, 'Added to cart 14 d', {
    subtype: 'WEBSITE',
    pixel_id: pixelId,
    retention_days: 14,
    rule: pixelRule(pixelId, 14, 'AddToCart'),
  })
  const lookalike = custom(plan, 3, `Lookalike (${plan.countryCode}, 1%) - ${buyers.values.name}`, {
    subtype: 'LOOKALIKE',
    lookalike_spec: {
      type: 'similarity',
      ratio: 0.01,
      country: plan.countryCode,
      origin: [{ id: buyers.id, name: buyers.values.name, type: 'custom_audience' }],
    },
  })
  return [buyers, visitors, carts, lookalike, ...savedAudiences(plan, buyers.id)]
}

function custom(plan: AudiencePlan, index: number, name: string, values: Record<string, unknown>): CustomAudience {
  return {
    type: 'CustomAudience',
    id: objectId(plan.accountIndex, 'CustomAudience', index),
    values: { ...values, name, ...timesOf(plan, new Date(plan.createdMs + (index + 2) * dayMs)) },
    isChanged: false,
  }
}

function savedAudiences(plan: AudiencePlan, buyersId: string): SavedAudience[] {
  const places = { countries: [plan.countryCode], location_types: ['home', 'recent'] }
  return [
    saved(plan, 0, 'Broad 18–65+', { age_min: 18, age_max: 65, geo_locations: places }),
    saved(plan, 1, 'New people 25–54', {
      age_min: 25,
      age_max: 54,
      geo_locations: places,
      excluded_custom_audiences: [{ id: buyersId }],
    }),
  ]
}

function saved(plan: AudiencePlan, index: number, name: string, targeting: Record<string, unknown>): SavedAudience {
  const time = wireTime(plan.createdMs + (index + 6) * dayMs, plan.timezone)
  return {
    type: 'SavedAudience',
    id: objectId(plan.accountIndex, 'SavedAudience', index),
    values: { name, targeting, created_time: time, updated_time: time },
    isChanged: false,
  }
}

function pixelRule(pixelId: string, days: number, event: string): string {
  const filter = { operator: 'and', filters: [{ field: 'event', operator: 'eq', value: event }] }
  const rule = { event_sources: [{ id: pixelId, type: 'pixel' }], retention_seconds: days * 86_400, filter }
  return JSON.stringify({ inclusions: { operator: 'or', rules: [rule] } })
}

const dayMs = 86_400_000
