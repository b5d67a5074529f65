import type { AdSet, Campaign } from '../world/objects.ts'
import { listOf, numberOf, recordOf } from './loose-values.ts'
import { isLive } from './object-limits.ts'
import { positionsOf } from './placements.ts'
import { budgetOf } from './schedule.ts'

/**
 * `advantage_state_info`: it follows from the settings of a campaign and its ad sets (Meta's Advantage+ page). What it
 * reads without ad sets or for other objectives is not documented; here the audience, or the state, is `DISABLED`.
 */
export function advantageState(campaign: Campaign, adSets: readonly AdSet[]): Record<string, string> {
  const live = adSets.filter(isLive).map(({ values }) => recordOf(values['targeting']))
  const hasBudget = budgetOf(campaign.values) !== undefined
  const isOpenPlaced = live.every((targeting) => placementFields.every((name) => targeting[name] === undefined))
  const isOpenAudience = live.some(isOpen)
  const state = states[campaign.values.objective]
  const isAll = hasBudget && isOpenPlaced && isOpenAudience && state !== undefined
  return {
    advantage_state: isAll ? state : 'DISABLED',
    advantage_budget_state: word(hasBudget),
    advantage_audience_state: word(isOpenAudience),
    advantage_placement_state: word(isOpenPlaced),
  }
}

const states: Readonly<Record<string, string>> = {
  OUTCOME_SALES: 'ADVANTAGE_PLUS_SALES',
  OUTCOME_LEADS: 'ADVANTAGE_PLUS_LEADS',
  OUTCOME_APP_PROMOTION: 'ADVANTAGE_PLUS_APP',
}

const placementFields = ['publisher_platforms', ...Object.keys(positionsOf(26))]

// Advantage+ audience is on, or nothing but places is chosen.
function isOpen(targeting: Readonly<Record<string, unknown>>): boolean {
  const flag = numberOf(recordOf(targeting['targeting_automation'])['advantage_audience'])
  if (flag === 1) return true
  const isAnyAge = (numberOf(targeting['age_min']) ?? 18) <= 18 && (numberOf(targeting['age_max']) ?? 65) >= 65
  const chosen = Object.keys(targeting).filter((name) => !neutralFields.has(name))
  return isAnyAge && chosen.every((name) => listOf(targeting[name]).length === 0)
}

const neutralFields = new Set(['geo_locations', 'excluded_geo_locations', 'age_min', 'age_max', 'targeting_automation'])

function word(isOn: boolean): string {
  return isOn ? 'ENABLED' : 'DISABLED'
}
