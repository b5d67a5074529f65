import { audienceSize, smallestAudience } from '../audiences/audience-size.ts'
import { listOf, recordOf, textOf } from '../objects/loose-values.ts'
import type { CustomAudience } from '../world/objects.ts'
import { allPlaces, usersIn, usersInPlace } from './places.ts'
import { targetingOption } from './targeting-options.ts'

/**
 * How many people a targeting spec means: places × age × gender × platforms × what they like, with audiences as an
 * upper limit.
 *
 * @returns Undefined when one of its custom audiences is too small, unknown or not ready.
 */
export function estimatedPeople(findAudience: FindAudience, targeting: unknown, now: Date): number | undefined {
  const spec = recordOf(targeting)
  const audiences = listOf(spec.custom_audiences).map((item) => audiencePeople(findAudience, item, now))
  if (audiences.some((people) => people === undefined || people < smallestAudience)) return undefined
  const wide = placePeople(spec.geo_locations) - placePeople(spec.excluded_geo_locations)
  const detailed = Math.max(0, wide) * ageShare(spec) * genderShare(spec) * platformShare(spec) * detailShare(spec)
  const limit = audiences.reduce<number>((sum, people) => sum + (people ?? 0), 0)
  return Math.round(audiences.length > 0 ? Math.min(limit, Math.max(detailed, limit * 0.1)) : detailed)
}

/** True when a spec says where. */
export function hasPlaces(targeting: unknown): boolean {
  const spec = recordOf(targeting)
  return Object.entries(recordOf(spec.geo_locations)).some(
    ([name, value]) => name !== 'location_types' && Array.isArray(value) && value.length > 0,
  )
}

type FindAudience = (id: string) => CustomAudience | undefined

type Spec = Readonly<Record<string, unknown>>

function audiencePeople(findAudience: FindAudience, item: unknown, now: Date): number | undefined {
  const found = findAudience(textOf(recordOf(item).id ?? item))
  return found && audienceSize(found, now)
}

function placePeople(geo: unknown): number {
  const { countries, country_groups: groups, ...others }: Spec = recordOf(geo)
  const members = listOf(groups).flatMap((key) => groupMembers(String(key)))
  const codes = new Set([...listOf(countries).map(String), ...members])
  const inCountries = [...codes].reduce((sum, code) => sum + usersIn(code), 0)
  const inPlaces = Object.entries(others)
    .filter(([name]) => name !== 'location_types')
    .flatMap(([, places]) => listOf(places))
    .reduce<number>((sum, place) => sum + usersInPlace(textOf(recordOf(place).key)), 0)
  return inCountries + inPlaces
}

function groupMembers(key: string): readonly string[] {
  if (key === 'worldwide') return allPlaces().flatMap(({ type, key: code }) => (type === 'country' ? [code] : []))
  return allPlaces().find((place) => place.type === 'country_group' && place.key === key)?.country_codes ?? []
}

// Shares of people from 13 up, by the first year of their age group.
const ageShares: readonly (readonly [from: number, to: number, share: number])[] = [
  [13, 17, 0.06],
  [18, 24, 0.22],
  [25, 34, 0.27],
  [35, 44, 0.18],
  [45, 54, 0.12],
  [55, 64, 0.09],
  [65, 80, 0.06],
]

function ageShare({ age_min: min, age_max: max }: Spec): number {
  const low = Number(min ?? 18)
  const high = Number(max ?? 65) >= 65 ? 80 : Number(max)
  return ageShares.reduce((sum, [from, to, share]) => {
    const years = Math.min(high, to) - Math.max(low, from) + 1
    return sum + (Math.max(0, years) / (to - from + 1)) * share
  }, 0)
}

function genderShare({ genders }: Spec): number {
  return listOf(genders).length === 1 ? 0.5 : 1
}

function platformShare({ publisher_platforms: platforms }: Spec): number {
  const named = listOf(platforms)
  if (named.length === 0 || (named.includes('facebook') && named.includes('instagram'))) return 1
  return named.includes('facebook') ? 0.82 : 0.64
}

/** Groups narrow each other; inside a group each option adds people. */
function detailShare(spec: Spec): number {
  const groups = [spec, ...listOf(spec.flexible_spec).map(recordOf)]
  const wanted = groups.map(optionsShare).filter((share) => share > 0)
  return wanted.reduce((product, share) => product * share, 1) * (1 - optionsShare(recordOf(spec.exclusions)))
}

// Sizes of options are worldwide: what matters is which part of three thousand million people they are.
const everyone = 3_000_000_000

function optionsShare(group: Spec): number {
  const lists = ['interests', 'behaviors', 'life_events', 'industries', 'income', 'family_statuses', 'work_positions']
  const sizes = lists
    .flatMap((name) => listOf(group[name]))
    .map((item) => targetingOption(textOf(recordOf(item).id ?? item))?.audience_size_upper_bound ?? 30_000_000)
  return Math.min(0.95, sizes.reduce((sum, size) => sum + size, 0) / everyone)
}
