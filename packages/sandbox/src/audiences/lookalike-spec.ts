import { invalidParam } from '../graph/graph-error.ts'
import { parseLooseJson } from '../graph/loose-json.ts'
import { refused } from '../assets/refused.ts'
import { recordOf, textOf } from '../objects/loose-values.ts'
import type { CustomAudience } from '../world/objects.ts'
import { isCountry } from '../account-edges/places.ts'

/** `lookalike_spec` as it is stored and read back. */
export interface LookalikeSpec {
  type?: string
  ratio: number
  starting_ratio?: number
  country?: string
  target_countries?: readonly string[]
  origin: readonly { id: string; name: string; type: string }[]
}

/**
 * Reads what a lookalike is like and where: an origin (`origin_audience_id`, or `origin_ids` of the spec), a country
 * (or `location_spec`) and a ratio of its people, or a type that stands for one.
 *
 * @throws {GraphError} 100 for what is missing or out of range.
 */
export function readLookalikeSpec(
  findAudience: FindAudience,
  text: string | undefined,
  originId: unknown,
): LookalikeSpec {
  const spec = text === undefined ? {} : parseLooseJson(text)?.value
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    throw invalidParam('Param lookalike_spec must be a JSON object.')
  }
  const fields: Record<string, unknown> = { ...spec }
  const origin = originOf(
    findAudience,
    originId ?? fields.origin_audience_id ?? first(fields.origin_ids) ?? first(fields.origin),
  )
  const countries = countriesOf(fields)
  const type = typeof fields.type === 'string' ? fields.type : undefined
  const ratio = ratioOf(fields.ratio, type)
  const start = fields.starting_ratio === undefined ? undefined : Number(fields.starting_ratio)
  if (start !== undefined && !(start >= 0 && start < ratio)) {
    throw refused('Invalid Lookalike Ratio', 'starting_ratio must be at least 0 and below ratio.')
  }
  return {
    ...(type === undefined ? {} : { type }),
    ratio,
    ...(start === undefined ? {} : { starting_ratio: start }),
    ...(countries.length === 1 ? { country: String(countries[0]) } : { target_countries: countries }),
    origin: [{ id: origin.id, name: origin.values.name, type: 'custom_audience' }],
  }
}

/** An audience that the account may use. */
type FindAudience = (id: string) => CustomAudience | undefined

function originOf(findAudience: FindAudience, id: unknown): CustomAudience {
  const plain = typeof id === 'object' && id !== null && 'id' in id ? id.id : id
  if (plain === undefined) {
    throw refused(
      'Lookalike Origin Required',
      'A lookalike audience needs origin_audience_id or an origin in lookalike_spec.',
    )
  }
  const found = findAudience(textOf(plain))
  if (!found) {
    throw refused(
      'Custom Audience Unavailable',
      'The custom audience you are trying to use has not been shared with your ad account',
    )
  }
  if (found.values.subtype === 'LOOKALIKE') {
    throw refused('Invalid Lookalike Origin', 'A lookalike audience cannot be made from another one.')
  }
  return found
}

function countriesOf({
  country,
  target_countries: several,
  location_spec: location,
}: Record<string, unknown>): string[] {
  const named = [country ?? several ?? recordOf(recordOf(location).geo_locations).countries]
    .flat()
    .filter((code) => code !== undefined)
  if (named.length === 0) throw refused('Lookalike Country Required', 'A lookalike_spec needs a country.')
  const unknown = named.find((code) => !isCountry(textOf(code)))
  if (unknown !== undefined) throw refused('Invalid Country', `${textOf(unknown).slice(0, 40)} is not a country.`)
  return named.map(String)
}

// The two named types stand for the narrowest and a wide audience.
function ratioOf(sent: unknown, type: string | undefined): number {
  if (sent === undefined && type === 'similarity') return 0.01
  if (sent === undefined && type === 'reach') return 0.05
  const ratio = Number(sent)
  if (sent === undefined)
    throw refused('Lookalike Ratio Required', 'A lookalike_spec needs a ratio between 0.01 and 0.20.')
  if (ratio >= 0.01 && ratio <= 0.2 && Math.abs(ratio * 100 - Math.round(ratio * 100)) < 1e-9) return ratio
  throw refused('Invalid Lookalike Ratio', 'The ratio must be between 0.01 and 0.20, in steps of 0.01.')
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}
