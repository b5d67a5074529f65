import type { AdSetDraft } from './ad-set-rules.ts'
import type { Scene } from './draft.ts'
import { defaultAttribution } from './goal-rules.ts'
import { noCap } from './budget-rules.ts'
import { isRecord, isTrue, numberOf, recordOf, recordsOf, textOf } from './loose-values.ts'
import { learningFrom } from './learning.ts'
import { matrixRow } from './objective-matrix.ts'
import { budgetOf } from './schedule.ts'
import { wireTime } from './wire-time.ts'
import { wireValues } from './wire-values.ts'

type Values = Record<string, unknown>

/** What a new ad set stores: what was sent, and Graph's defaults for the rest. */
export function newAdSetValues(scene: Scene, sent: Readonly<Values>, campaign: AdSetDraft['campaign']): Values {
  const now = wireTime(scene.nowMs, scene.account.timezone)
  const objective = textOf(campaign['objective'])
  const destination = textOf(sent['destination_type'] ?? 'UNDEFINED')
  const goal = textOf(sent['optimization_goal'] ?? matrixRow(objective, destination)?.goals[0] ?? 'NONE')
  return settled(
    {
      status: 'ACTIVE',
      optimization_goal: goal,
      billing_event: 'IMPRESSIONS',
      destination_type: destination,
      start_time: now,
      pacing_type: ['standard'],
      is_dynamic_creative: false,
      attribution_spec: defaultAttribution(objective, goal),
      ...wireValues('AdSet', sent, scene.account),
      learning_stage_info: learningFrom(scene.nowMs),
      created_time: now,
      updated_time: now,
    },
    sent,
    campaign,
  )
}

/** What an ad set stores after an update. */
export function changedAdSetValues(
  { account }: Scene,
  before: Readonly<Values>,
  sent: Readonly<Values>,
  campaign: AdSetDraft['campaign'],
): Values {
  const goal = sent['optimization_goal']
  const isOtherGoal = goal !== undefined && goal !== before['optimization_goal'] && !sent['attribution_spec']
  return settled(
    {
      ...before,
      ...wireValues('AdSet', sent, account),
      ...(isOtherGoal ? { attribution_spec: defaultAttribution(textOf(campaign['objective']), textOf(goal)) } : {}),
    },
    sent,
    campaign,
  )
}

function settled(merged: Values, sent: Readonly<Values>, campaign: AdSetDraft['campaign']): Values {
  const values = { ...merged, ...budgets(merged, sent), ...bid(merged, sent, campaign) }
  // Zero means an open end.
  if (numberOf(sent['end_time']) === 0) delete values['end_time']
  for (const name of caps) if (numberOf(values[name]) === noCap) delete values[name]
  if (budgetOf(campaign))
    for (const name of ['daily_budget', 'lifetime_budget', 'bid_strategy']) dropUnsent(values, name, sent)
  if (Array.isArray(values['attribution_spec'])) values['attribution_spec'] = windowsOf(values['attribution_spec'])
  if (isRecord(values['targeting'])) values['targeting'] = filledTargeting(values['targeting'])
  return values
}

const caps = ['daily_spend_cap', 'lifetime_spend_cap', 'daily_min_spend_target', 'lifetime_min_spend_target']

function dropUnsent(values: Values, name: string, sent: Readonly<Values>): void {
  if (sent[name] === undefined) delete values[name]
}

/** The kind of budget that is not used reads `0`; a budget of one kind replaces one of the other. */
function budgets(merged: Readonly<Values>, sent: Readonly<Values>): Values {
  const [daily, lifetime] = [sent['daily_budget'], sent['lifetime_budget']]
  if (daily !== undefined && lifetime === undefined) return { daily_budget: textOf(daily), lifetime_budget: '0' }
  if (lifetime !== undefined && daily === undefined) return { daily_budget: '0', lifetime_budget: textOf(lifetime) }
  if (merged['daily_budget'] === undefined && merged['lifetime_budget'] === undefined) return {}
  return { daily_budget: textOf(merged['daily_budget'] ?? 0), lifetime_budget: textOf(merged['lifetime_budget'] ?? 0) }
}

/** An amount without a strategy is a cap on bids; a strategy forgets the amount or floor of the one before. */
function bid(merged: Readonly<Values>, sent: Readonly<Values>, campaign: AdSetDraft['campaign']): Values {
  if (budgetOf(campaign)) return {}
  const isAmountAlone = (numberOf(sent['bid_amount']) ?? 0) > 0 && sent['bid_strategy'] === undefined
  const known = textOf(merged['bid_strategy'])
  if (isAmountAlone && known === '') return { bid_strategy: 'LOWEST_COST_WITH_BID_CAP' }
  const strategy = known || textOf(campaign['bid_strategy']) || 'LOWEST_COST_WITHOUT_CAP'
  const forgotten = sent['bid_strategy'] === undefined ? [] : (ofOthers[strategy] ?? [])
  const gone = forgotten.filter((name) => sent[name] === undefined).map((name) => [name, undefined])
  return { bid_strategy: strategy, ...Object.fromEntries(gone) }
}

// What a strategy has no use for.
const ofOthers: Readonly<Record<string, readonly string[]>> = {
  LOWEST_COST_WITHOUT_CAP: ['bid_amount', 'bid_constraints'],
  LOWEST_COST_WITH_MIN_ROAS: ['bid_amount'],
  LOWEST_COST_WITH_BID_CAP: ['bid_constraints'],
  COST_CAP: ['bid_constraints'],
}

function windowsOf(spec: unknown): unknown {
  return recordsOf(spec).map((item) => ({ ...item, window_days: numberOf(item['window_days']) ?? item['window_days'] }))
}

// Graph reads back all ages and both kinds of presence when a caller names none.
function filledTargeting(targeting: Readonly<Values>): Values {
  const automation = recordOf(targeting['targeting_automation'])
  const flag = automation['advantage_audience']
  const geo = recordOf(targeting['geo_locations'])
  return {
    age_max: 65,
    age_min: 18,
    ...targeting,
    ...(targeting['geo_locations'] ? { geo_locations: { location_types: ['home', 'recent'], ...geo } } : {}),
    ...(flag === undefined ? {} : { targeting_automation: { ...automation, advantage_audience: readFlag(flag) } }),
  }
}

function readFlag(flag: unknown): unknown {
  if (typeof flag === 'boolean') return isTrue(flag) ? 1 : 0
  return numberOf(flag) ?? flag
}
