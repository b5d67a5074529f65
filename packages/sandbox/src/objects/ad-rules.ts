import type { GraphError } from '../graph/graph-error.ts'
import type { AdSet, Creative } from '../world/objects.ts'
import type { Draft, Rule } from './draft.ts'
import { isTrue, recordOf, textOf } from './loose-values.ts'
import { refusal } from './refusals.ts'
import { hasEnded } from './status-rules.ts'

/** An ad as a write would leave it. */
export interface AdDraft extends Draft {
  adSet: AdSet
  creative: Creative
}

/** Everything an ad must satisfy, in the order Graph complains. */
export const adRules: readonly Rule<AdDraft>[] = [
  { about: 'creative', check: adSetRuns },
  { about: 'creative', check: dynamicFits },
  { about: 'creative', check: pageFits },
  { about: 'conversion_domain', check: domainFits },
  { about: 'ad_schedule_start_time ad_schedule_end_time', check: scheduleFits },
]

// 1487007
function adSetRuns({ adSet, account, nowMs }: AdDraft): GraphError | undefined {
  return hasEnded(adSet.values, account, nowMs) ? refusal('adSetEnded') : undefined
}

// 1885998: a feed that Meta combines freely needs a dynamic ad set; one with rules or an optimisation of its own does not.
function dynamicFits({ creative, adSet }: AdDraft): GraphError | undefined {
  const feed = creative.values['asset_feed_spec']
  if (feed === undefined || isTrue(adSet.values['is_dynamic_creative'])) return undefined
  const { asset_customization_rules: rules, optimization_type: type } = recordOf(feed)
  const isFree = rules === undefined && (type === undefined || type === 'REGULAR')
  return isFree ? refusal('dynamicNeedsAdSet') : undefined
}

// 1885029
function pageFits({ creative, adSet }: AdDraft): GraphError | undefined {
  const promoted = textOf(recordOf(adSet.values['promoted_object'])['page_id'])
  const speaking = textOf(recordOf(creative.values['object_story_spec'])['page_id'])
  return promoted !== '' && speaking !== '' && promoted !== speaking ? refusal('pageDiffers') : undefined
}

// A registrable domain: `example.com`, or `example.co.uk` where countries have a second level of their own.
const domain = /^[a-z0-9-]+\.([a-z]{2,}|(co|com|org|net|gov|ac|edu)\.[a-z]{2})$/i

function domainFits({ values }: AdDraft): GraphError | undefined {
  const given = textOf(values['conversion_domain'])
  return given === '' || domain.test(given) ? undefined : refusal('conversionDomainInvalid')
}

// Sales and app promotion only.
function scheduleFits({ values, adSet }: AdDraft): GraphError | undefined {
  const isGiven = values['ad_schedule_start_time'] !== undefined || values['ad_schedule_end_time'] !== undefined
  const fits = ['OUTCOME_SALES', 'OUTCOME_APP_PROMOTION'].includes(adSet.campaign.values.objective)
  return isGiven && !fits ? refusal('adScheduleUnavailable') : undefined
}
