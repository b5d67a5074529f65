import { GraphError, invalidParam } from '../graph/graph-error.ts'

/**
 * Refuses breakdowns that Meta does not compute together.
 *
 * @param actionBreakdowns - With the implicit `action_type`; empty when the caller switched it off.
 * @param version - `v25.0`; decides the form of the error.
 * @throws {GraphError} 100 up to v24.0, 2/1504041 from v25.0 on.
 */
export function checkCombination(
  breakdowns: readonly string[],
  actionBreakdowns: readonly string[],
  version: string,
): void {
  if (!isAllowedCombination(breakdowns, actionBreakdowns)) {
    throw invalidCombination([...new Set([...breakdowns, ...actionBreakdowns])].sort(), version)
  }
}

/** @see https://developers.facebook.com/docs/marketing-api/insights/breakdowns#combiningbreakdowns */
export function isAllowedCombination(breakdowns: readonly string[], actionBreakdowns: readonly string[]): boolean {
  const actions = new Set(actionBreakdowns)
  const names = [...new Set([...breakdowns, ...actionBreakdowns])]
  // Media is counted for ads as a whole, never for each action.
  if (breakdowns.includes('media_type') && actions.has('action_type')) return false
  if (breakdowns.includes('mmm')) return breakdowns.length === 1 && !names.some((name) => joinable.includes(name))
  const rest = names.filter((name) => name !== 'action_type' && !joinable.includes(name))
  const isJoined = names.some((name) => joinable.includes(name))
  const key = rest.map((name) => (cards.includes(name) ? 'card' : name)).sort()
  const row = rows.get([...new Set(key)].join())
  if (row) return row.isStarred || !isJoined
  // The table is silent on the other breakdowns; alone they are answered.
  return rest.length <= 1 && !neverAlone.includes(rest[0] ?? '')
}

/** Rows of the table, the starred ones open to `action_target_id` and `action_destination`. */
export const combinationRows: readonly { names: readonly string[]; isStarred: boolean }[] = [
  ...starred(
    '',
    'action_device',
    'action_device impression_device',
    'action_device publisher_platform',
    'action_device publisher_platform impression_device',
    'action_device publisher_platform platform_position',
    'action_device publisher_platform platform_position impression_device',
    'age',
    'gender',
    'age gender',
    'country',
    'region',
    'publisher_platform',
    'publisher_platform impression_device',
    'publisher_platform platform_position',
    'publisher_platform platform_position impression_device',
    'product_id',
    'hourly_stats_aggregated_by_advertiser_time_zone',
    'hourly_stats_aggregated_by_audience_time_zone',
    // Outside the table, yet asked by connectors in the field and answered.
    'country region',
    'publisher_platform device_platform',
    'publisher_platform platform_position device_platform',
    'action_device device_platform',
  ),
  ...plain(
    'action_reaction',
    'app_id skan_conversion_id',
    'card',
    'card impression_device',
    'card country',
    'card age',
    'card gender',
    'card age gender',
  ),
]

// Two names of one thing; both may be asked at once.
const cards = ['action_carousel_card_id', 'action_carousel_card_name']
const joinable = ['action_target_id', 'action_destination']
const neverAlone = ['platform_position', 'impression_device', 'skan_conversion_id']

const rows = new Map(combinationRows.map((row) => [row.names.toSorted().join(), row]))

function starred(...lines: readonly string[]) {
  return lines.map((line) => ({ names: line.split(' ').filter(Boolean), isStarred: true }))
}

function plain(...lines: readonly string[]) {
  return lines.map((line) => ({ names: line.split(' '), isStarred: false }))
}

function invalidCombination(names: readonly string[], version: string): GraphError {
  const text = `Current combination of data breakdown columns (${names.join(', ')}) is invalid`
  if (Number.parseFloat(version.slice(1)) < 25) return invalidParam(text)
  return new GraphError(`(#2) ${text}`, {
    type: 'OAuthException',
    code: 2,
    subcode: 1504041,
    isTransient: false,
    userTitle: 'Invalid Breakdowns',
    userMessage: `${text}. Ask for one of the combinations in the documentation.`,
  })
}
