import type { AccountCall } from '../assets/account-call.ts'
import { refused } from '../assets/refused.ts'
import { invalidParam, notOneOf } from '../graph/graph-error.ts'
import { recordOf, textOf } from '../objects/loose-values.ts'
import type { AdAccount } from '../world/objects.ts'
import { pickedFields } from './plain-list.ts'

/** `GET act_…/account_controls`: what holds for every campaign of the account. */
export function readControls({ node, params }: AccountCall): unknown {
  const stored = controlsOf(node.account)
  if (!stored) return { data: [], paging: {} }
  const row = { ...stored, status: 'ACTIVE', campaigns_with_error: [], is_age_restriction_enabled: false }
  return { data: [pickedFields(row, 'AdAccountBusinessConstraints', params, Object.keys(stored))], paging: {} }
}

/** `POST act_…/account_controls` */
export function setControls({ node, input }: AccountCall): unknown {
  const audience = objectOf(input.audience_controls, 'audience_controls')
  const age = audience.age_min === undefined ? undefined : Number(audience.age_min)
  if (age !== undefined && !(Number.isInteger(age) && age >= 18 && age <= 25)) {
    throw refused('Invalid Minimum Age', 'The minimum age of account controls must be between 18 and 25.')
  }
  if (Object.keys(recordOf(audience.geo_locations)).some((name) => name !== 'countries' && name !== 'location_types')) {
    throw refused('Invalid Locations', 'Account controls can include whole countries only.')
  }
  const placements =
    input.placement_controls === undefined ? {} : objectOf(input.placement_controls, 'placement_controls')
  const excluded: unknown[] = Array.isArray(placements.placement_exclusions) ? placements.placement_exclusions : []
  const unknown = excluded.find((name) => !excludable.includes(String(name)))
  if (unknown !== undefined) throw notOneOf('placement_controls[placement_exclusions]', excludable, textOf(unknown))
  node.account.values['account_controls'] = {
    audience_controls: audience,
    ...(input.placement_controls === undefined ? {} : { placement_controls: placements }),
  }
  return { id: node.id, success: true, error_code: '', error_message: '' }
}

const excludable = [
  'audience_network_classic',
  'audience_network_rewarded_video',
  'audience_network_instream_video',
  'facebook_marketplace',
  'facebook_rhc',
]

function controlsOf({ values }: AdAccount): Record<string, unknown> | undefined {
  const stored = values['account_controls']
  return typeof stored === 'object' && stored !== null ? { ...stored } : undefined
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParam(`Param ${name} must be a JSON object.`)
  }
  return { ...value }
}
