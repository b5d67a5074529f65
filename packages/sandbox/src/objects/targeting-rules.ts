import { sharedAudienceIds } from '../audiences/shared-audiences.ts'
import { allPlaces } from '../account-edges/places.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { enumValues, structFields } from '../schema/graph-schema.ts'
import type { AdSetDraft } from './ad-set-rules.ts'
import type { Rule } from './draft.ts'
import { isRecord, listOf, numberOf, recordOf, recordsOf, textOf } from './loose-values.ts'
import { positionsOf, publisherPlatforms } from './placements.ts'
import { refusal } from './refusals.ts'

/** Whom an ad set may target, in the order Graph complains. */
export const targetingRules: readonly Rule<AdSetDraft>[] = [
  { about: 'targeting', check: isSpec },
  { about: 'targeting', check: hasLocation },
  { about: 'targeting', check: countriesExist },
  { about: 'targeting', check: locationsApart },
  { about: 'targeting', check: agesFit },
  { about: 'targeting', check: advantageAudience },
  { about: 'targeting', check: gendersExist },
  { about: 'targeting', check: interestsExist },
  { about: 'targeting', check: audiencesExist },
  { about: 'targeting', check: placementsExist },
  { about: 'targeting', check: openInSpecialCategories },
  { about: 'targeting regional_regulated_categories dsa_beneficiary dsa_payor', check: payerNamed },
]

/** What targeting by itself must satisfy, wherever it is kept. */
export const plainTargetingRules: readonly Rule<AdSetDraft>[] = targetingRules.filter(({ check }) =>
  [isSpec, countriesExist, locationsApart, agesFit, gendersExist, interestsExist, audiencesExist].includes(check),
)

type Targeting = Readonly<Record<string, unknown>>

function targetingOf({ values }: AdSetDraft): Targeting {
  return recordOf(values['targeting'])
}

function invalid(problem: string): GraphError {
  return refusal('targetingInvalid', { problem })
}

// 1487079
function isSpec({ values }: AdSetDraft): GraphError | undefined {
  const targeting = values['targeting']
  if (targeting !== undefined && !isRecord(targeting)) return invalid('it must be an object')
  const known = structFields('Targeting')
  const unknown = Object.keys(recordOf(targeting)).find((name) => !known?.has(name) && !newerFields.has(name))
  return unknown === undefined ? undefined : invalid(`unknown field ${unknown.slice(0, 60)}`)
}

// In use on Meta's pages, missing from its published struct.
const newerFields = new Set(['targeting_relaxation_types', 'age_range', 'user_age_unknown'])

const places = [
  'countries',
  'country_groups',
  'regions',
  'cities',
  'zips',
  'places',
  'custom_locations',
  'geo_markets',
  'electoral_districts',
  'large_geo_areas',
  'medium_geo_areas',
  'small_geo_areas',
  'metro_areas',
  'neighborhoods',
  'subcities',
  'subneighborhoods',
  'political_districts',
  'location_cluster_ids',
]

// 1885364. Audiences of one's own do not stand in for a place.
function hasLocation(draft: AdSetDraft): GraphError | undefined {
  const geo = recordOf(targetingOf(draft)['geo_locations'])
  return places.some((name) => listOf(geo[name]).length > 0) ? undefined : refusal('locationMissing')
}

const mostRegions = 200

function countriesExist(draft: AdSetDraft): GraphError | undefined {
  const known = new Set(enumValues('Campaign.special_ad_category_country'))
  for (const name of ['geo_locations', 'excluded_geo_locations']) {
    const geo = recordOf(targetingOf(draft)[name])
    const wrong = listOf(geo['countries']).find((code) => !known.has(textOf(code)))
    if (wrong !== undefined) return invalid(`${textOf(wrong).slice(0, 60)} is not a country code`)
    if (listOf(geo['regions']).length > mostRegions) return invalid(`more than ${mostRegions} regions`)
  }
  return undefined
}

// 1487756: a place inside a country that is targeted as a whole.
function locationsApart(draft: AdSetDraft): GraphError | undefined {
  const geo = recordOf(targetingOf(draft)['geo_locations'])
  const countries = new Set(listOf(geo['countries']).map(textOf))
  for (const name of places.slice(2)) {
    const inside = recordsOf(geo[name]).find((place) => countries.has(countryOf(place)))
    if (inside) return refusal('locationsOverlap', { place: textOf(inside['name'] ?? inside['key']).slice(0, 60) })
  }
  const excluded = listOf(recordOf(targetingOf(draft)['excluded_geo_locations'])['countries']).map(textOf)
  const both = excluded.find((code) => countries.has(code))
  return both === undefined ? undefined : refusal('locationsOverlap', { place: both })
}

// Callers need not say where a place is; its key tells.
function countryOf(place: Targeting): string {
  const key = textOf(place['key'])
  const known = () => allPlaces().find((other) => other.key === key)?.country_code
  return textOf(place['country']) || (/^([A-Z]{2}):/.exec(key)?.[1] ?? known() ?? '')
}

function agesFit(draft: AdSetDraft): GraphError | undefined {
  const { age_min: min, age_max: max } = targetingOf(draft)
  for (const age of [min, max]) {
    const years = numberOf(age)
    const isAge = years !== undefined && Number.isInteger(years) && years >= 13 && years <= 65
    if (age !== undefined && !isAge) return invalid('ages run from 13 to 65')
  }
  return (numberOf(min) ?? 18) > (numberOf(max) ?? 65) ? invalid('age_min is above age_max') : undefined
}

// 1870227 since v23.0; 1870188 and 1870189 while it is on.
function advantageAudience(draft: AdSetDraft): GraphError | undefined {
  const targeting = targetingOf(draft)
  const flag = recordOf(targeting['targeting_automation'])['advantage_audience']
  const value = flag === undefined ? undefined : Number(flag)
  if (value === undefined) return draft.version >= 23 ? refusal('advantageAudienceUnsaid') : undefined
  if (value !== 0 && value !== 1) return invalid('advantage_audience must be 0 or 1')
  if (value === 0) return undefined
  if ((numberOf(targeting['age_min']) ?? 18) > 25) return refusal('advantageAgeMin')
  return (numberOf(targeting['age_max']) ?? 65) < 65 ? refusal('advantageAgeMax') : undefined
}

function gendersExist(draft: AdSetDraft): GraphError | undefined {
  const wrong = listOf(targetingOf(draft)['genders']).some((gender) => ![0, 1, 2].includes(Number(gender)))
  return wrong ? invalid('genders are 1 (men) and 2 (women)') : undefined
}

// Ids of interests, behaviours and the like are numbers; anything else is none of Meta's.
function interestsExist(draft: AdSetDraft): GraphError | undefined {
  const targeting = targetingOf(draft)
  for (const spec of [targeting, ...recordsOf(targeting['flexible_spec']), recordOf(targeting['exclusions'])]) {
    for (const name of ['interests', 'behaviors', 'life_events']) {
      const wrong = listOf(spec[name]).find((item) => !/^\d+$/.test(textOf(recordOf(item)['id'] ?? item)))
      if (wrong !== undefined) return invalid(`${name} holds an unknown id`)
    }
  }
  return undefined
}

function audiencesExist(draft: AdSetDraft): GraphError | undefined {
  const objects = draft.account.objects()
  for (const name of ['custom_audiences', 'excluded_custom_audiences']) {
    for (const item of listOf(targetingOf(draft)[name])) {
      const id = textOf(recordOf(item)['id'] ?? item)
      const isUsable = objects.find(id)?.type === 'CustomAudience' || sharedAudienceIds(draft.account).includes(id)
      if (isUsable) continue
      return refusal(objects.removed.some((gone) => gone.id === id) ? 'audienceDeleted' : 'audienceUnavailable')
    }
  }
  return undefined
}

// 2490562 and the placement page of 2026.
function placementsExist(draft: AdSetDraft): GraphError | undefined {
  const targeting = targetingOf(draft)
  const platforms = listOf(targeting['publisher_platforms']).map(textOf)
  const wrong = platforms.find((name) => !publisherPlatforms.includes(name))
  if (wrong !== undefined) return invalid(`unknown publisher_platforms ${wrong.slice(0, 60)}`)
  if (platforms.length === 1 && platforms[0] === 'audience_network')
    return invalid('audience_network cannot stand alone')
  if (platforms.includes('threads') && !platforms.includes('instagram')) return invalid('threads needs instagram')
  const allowed = positionsOf(draft.version)
  for (const [name, positions] of Object.entries(allowed)) {
    for (const position of listOf(targeting[name]).map(textOf)) {
      if (name === 'facebook_positions' && position === 'video_feeds') return refusal('videoFeedsRetired')
      if (!positions.includes(position)) return invalid(`unknown ${name} ${position.slice(0, 60)}`)
    }
  }
  return undefined
}

const limitedCategories = new Set(['HOUSING', 'EMPLOYMENT', 'CREDIT', 'FINANCIAL_PRODUCTS_SERVICES'])

// General knowledge, on no page of the facts: such ads in the US and Canada reach all adults, whatever their age,
// gender or postcode.
function openInSpecialCategories(draft: AdSetDraft): GraphError | undefined {
  const isLimited = listOf(draft.campaign['special_ad_categories']).some((name) => limitedCategories.has(textOf(name)))
  const targeting = targetingOf(draft)
  const geo = recordOf(targeting['geo_locations'])
  if (!isLimited || !listOf(geo['countries']).some((code) => code === 'US' || code === 'CA')) return undefined
  if ((numberOf(targeting['age_min']) ?? 18) > 18 || (numberOf(targeting['age_max']) ?? 65) < 65) {
    return invalid('ages cannot be chosen in this special ad category')
  }
  const genders = new Set(listOf(targeting['genders']).map(Number))
  if (genders.size === 1 && !genders.has(0)) return invalid('genders cannot be chosen in this special ad category')
  return listOf(geo['zips']).length > 0 ? invalid('postcodes cannot be chosen in this special ad category') : undefined
}

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

// 3858152. Ads in the European Union say who benefits and who pays, on the ad set or by the account's defaults
// (general knowledge); those in Taiwan name their regulated category (guide).
function payerNamed({ account, values }: AdSetDraft): GraphError | undefined {
  const countries = listOf(recordOf(recordOf(values['targeting'])['geo_locations'])['countries']).map(textOf)
  if (countries.includes('TW') && listOf(values['regional_regulated_categories']).length === 0) {
    return refusal('payerMissing')
  }
  if (!countries.some((code) => union.includes(code))) return undefined
  const hasBoth =
    textOf(values['dsa_beneficiary'] ?? account.values['default_dsa_beneficiary']) !== '' &&
    textOf(values['dsa_payor'] ?? account.values['default_dsa_payor']) !== ''
  return hasBoth ? undefined : refusal('payerMissing')
}
