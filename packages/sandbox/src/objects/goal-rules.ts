import { notOneOf, type GraphError } from '../graph/graph-error.ts'
import { enumValues } from '../schema/graph-schema.ts'
import type { AdSetDraft } from './ad-set-rules.ts'
import type { Rule } from './draft.ts'
import { isRecord, listOf, numberOf, recordOf, recordsOf, textOf } from './loose-values.ts'
import { matrixRow, type Promotes } from './objective-matrix.ts'
import { refusal } from './refusals.ts'

const purpose = 'optimization_goal destination_type promoted_object'

/** What an ad set is for: destination, goal, billing, promoted object, attribution, frequency. */
export const goalRules: readonly Rule<AdSetDraft>[] = [
  { about: 'destination_type', check: destinationFits },
  { about: purpose, check: goalFits },
  { about: 'billing_event optimization_goal', check: billingFits },
  { about: purpose, check: promotedObjectFits },
  { about: 'promoted_object', check: eventExists },
  { about: 'promoted_object', check: promotesOne },
  { about: 'promoted_object', check: pixelIsOwn },
  { about: 'attribution_spec', check: attributionFits },
  { about: 'frequency_control_specs optimization_goal', check: frequencyFits },
]

// 1815715
function destinationFits({ values, campaign }: AdSetDraft): GraphError | undefined {
  const objective = textOf(campaign['objective'])
  const destination = textOf(values['destination_type'])
  return matrixRow(objective, destination) ? undefined : refusal('destinationUnavailable', { destination, objective })
}

// 2490408
function goalFits({ values, campaign }: AdSetDraft): GraphError | undefined {
  const objective = textOf(campaign['objective'])
  const goal = textOf(values['optimization_goal'])
  const row = matrixRow(objective, textOf(values['destination_type']))
  const isApp = recordOf(values['promoted_object'])['application_id'] !== undefined
  const goals = isApp ? (row?.appGoals ?? row?.goals) : row?.goals
  return goals?.includes(goal) ? undefined : refusal('goalUnavailable', { goal, objective })
}

/** Billing events that a goal allows besides `IMPRESSIONS`, which every goal does. */
const otherBilling: Readonly<Record<string, readonly string[]>> = {
  LINK_CLICKS: ['LINK_CLICKS'],
  THRUPLAY: ['THRUPLAY'],
  TWO_SECOND_CONTINUOUS_VIDEO_VIEWS: ['TWO_SECOND_CONTINUOUS_VIDEO_VIEWS'],
  // The validation page and the page on cost per action disagree; the sandbox takes both.
  PAGE_LIKES: ['PAGE_LIKES'],
}

function billingFits({ values, campaign }: AdSetDraft): GraphError | undefined {
  const billing = textOf(values['billing_event'])
  const goal = textOf(values['optimization_goal'])
  const isAuction = textOf(campaign['buying_type'] ?? 'AUCTION') === 'AUCTION'
  if (billing === 'IMPRESSIONS' || (isAuction && otherBilling[goal]?.includes(billing))) return undefined
  return refusal('billingUnavailable', { billing, goal })
}

function promotedObjectFits({ values, campaign }: AdSetDraft): GraphError | undefined {
  const row = matrixRow(textOf(campaign['objective']), textOf(values['destination_type']))
  const promoted = recordOf(values['promoted_object'])
  const goal = textOf(values['optimization_goal'])
  if (!row || row.promotesNothingFor?.includes(goal)) return undefined
  // 1885154 is what the destination ON_POST answers; the others say 1885014.
  if (values['destination_type'] === 'ON_POST' && !promoted['page_id']) return refusal('promotedPageMissing')
  const needed = lacks(promoted, row.promotes, goal)
  if (needed !== undefined) return refusal('promotedObjectInvalid', { needed })
  // 2446814
  const event = promoted['custom_event_type']
  if (campaign['objective'] === 'OUTCOME_SALES' && event === 'LEAD') return refusal('leadEventForSales')
  const isOtherEvent = goal === 'VALUE' && promoted['pixel_id'] !== undefined && event !== 'PURCHASE'
  return isOtherEvent ? refusal('promotedObjectInvalid', { needed: 'the goal VALUE needs PURCHASE' }) : undefined
}

/** What is missing, in words; undefined when the promoted object is complete. */
function lacks(promoted: Readonly<Record<string, unknown>>, promotes: Promotes, goal: string): string | undefined {
  const has = (name: string) => promoted[name] !== undefined && promoted[name] !== ''
  const hasApp = has('application_id') && has('object_store_url')
  switch (promotes) {
    case 'anything':
      return undefined
    case 'page':
      return has('page_id') ? undefined : 'page_id is required'
    case 'page_or_places':
      return has('page_id') || (goal === 'REACH' && has('place_page_set_id')) ? undefined : 'page_id is required'
    case 'app':
      return hasApp ? undefined : 'application_id and object_store_url are required'
    case 'page_and_pixel':
      return has('page_id') && hasPixelEvent(has) ? undefined : 'page_id, pixel_id and custom_event_type are required'
    case 'conversion':
      return hasApp || isConversion(has) ? undefined : 'pixel_id and custom_event_type are required'
  }
}

type Has = (name: string) => boolean

function hasPixelEvent(has: Has): boolean {
  return has('pixel_id') && ['custom_event_type', 'pixel_rule', 'custom_conversion_id'].some(has)
}

function isConversion(has: Has): boolean {
  if (hasPixelEvent(has) || ['custom_conversion_id', 'product_set_id', 'omnichannel_object'].some(has)) return true
  return has('custom_event_type') && (has('offline_conversion_data_set_id') || has('event_id'))
}

function eventExists({ values }: AdSetDraft): GraphError | undefined {
  const event = recordOf(values['promoted_object'])['custom_event_type']
  const known = enumValues('AdPromotedObject.custom_event_type')
  return event === undefined || known.includes(textOf(event))
    ? undefined
    : notOneOf('promoted_object[custom_event_type]', known, textOf(event))
}

// 1487929
function promotesOne({ values }: AdSetDraft): GraphError | undefined {
  const promoted = recordOf(values['promoted_object'])
  const given = ['application_id', 'pixel_id', 'event_id'].filter((name) => promoted[name] !== undefined)
  return given.length > 1 ? refusal('manyPromotedObjects') : undefined
}

// 1815045
function pixelIsOwn({ account, values }: AdSetDraft): GraphError | undefined {
  const id = recordOf(values['promoted_object'])['pixel_id']
  if (id === undefined) return undefined
  return account.objects().find(textOf(id))?.type === 'AdsPixel' ? undefined : refusal('noPixelAccess')
}

/** Attribution windows by objective and goal, as `click/view/engaged view` days. The first is the default. */
function allowedAttribution(objective: string, goal: string): readonly string[] {
  const isApp = objective === 'OUTCOME_APP_PROMOTION' || objective === 'APP_INSTALLS'
  const isClicks = objective === 'OUTCOME_TRAFFIC' || objective === 'LINK_CLICKS'
  const forConversions = goal === 'OFFSITE_CONVERSIONS' || goal === 'VALUE'
  if (forConversions) return isApp || isClicks ? ['7/0/0', '1/0/0'] : ['7/1/0', '1/0/0', '7/0/0', '1/1/0']
  if (isApp && goal === 'APP_INSTALLS') return ['1/0/0', '1/1/0', '1/0/1', '1/1/1']
  return ['1/0/0']
}

const windowNames = ['CLICK_THROUGH', 'VIEW_THROUGH', 'ENGAGED_VIDEO_VIEW'] as const

/** What Graph fills in where an ad set says nothing of attribution. */
export function defaultAttribution(objective: string, goal: string): Record<string, unknown>[] {
  const days = (allowedAttribution(objective, goal)[0] ?? '1/0/0').split('/').map(Number)
  return windowNames.flatMap((name, index) => {
    const window = days[index] ?? 0
    return window > 0 ? [{ event_type: name, window_days: window }] : []
  })
}

// 1885501
function attributionFits({ values, campaign }: AdSetDraft): GraphError | undefined {
  const objective = textOf(campaign['objective'])
  const days = windowNames.map((name) => {
    const item = recordsOf(values['attribution_spec']).find((spec) => spec['event_type'] === name)
    return numberOf(item?.['window_days']) ?? 0
  })
  const isKnown = listOf(values['attribution_spec']).every(
    (item) => isRecord(item) && windowNames.some((name) => name === item['event_type']),
  )
  if (isKnown && allowedAttribution(objective, textOf(values['optimization_goal'])).includes(days.join('/'))) {
    return undefined
  }
  return refusal('attributionUnavailable', { click: days[0] ?? 0, view: days[1] ?? 0 })
}

// Caps are for two goals, and 1815198: they stay as they were made.
function frequencyFits({ values, before, sent }: AdSetDraft): GraphError | undefined {
  if (listOf(values['frequency_control_specs']).length === 0) return undefined
  const goal = textOf(values['optimization_goal'])
  if (goal !== 'REACH' && goal !== 'THRUPLAY') return refusal('frequencyCapUnavailable')
  if (!before || sent['frequency_control_specs'] === undefined) return undefined
  const isSame = JSON.stringify(before['frequency_control_specs']) === JSON.stringify(values['frequency_control_specs'])
  return isSame ? undefined : refusal('frequencyCapFixed')
}
