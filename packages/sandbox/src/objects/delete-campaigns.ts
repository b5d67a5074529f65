import type { EdgeCall } from '../graph/graph-call.ts'
import { invalidParam, missingParam } from '../graph/graph-error.ts'
import type { Campaign } from '../world/objects.ts'
import { changeStatus } from './change-status.ts'
import { numberOf, textOf } from './loose-values.ts'
import { instantMs } from './wire-time.ts'
import type { AccountNode } from './write-call.ts'

/**
 * `DELETE act_…/campaigns`: deletes many by a strategy, the oldest first.
 *
 * @returns The ids, and how many more the strategy would take.
 */
export function deleteCampaigns(call: EdgeCall<AccountNode>): unknown {
  const { account } = call.node
  const strategy = textOf(call.input['delete_strategy'])
  const candidates = candidatesOf(call, strategy).slice(countOf(call, 'delete_offset') ?? 0)
  const count = countOf(call, 'object_count') ?? candidates.length
  const chosen = candidates.slice(0, count)
  for (const campaign of chosen) changeStatus(call.sandbox, account, campaign, 'DELETED', call.now.getTime())
  return {
    objects_left_to_delete_count: candidates.length - chosen.length,
    deleted_object_ids: chosen.map(({ id }) => id),
  }
}

function countOf({ input }: EdgeCall<AccountNode>, name: string): number | undefined {
  const count = numberOf(input[name])
  if (count !== undefined && count < 0) throw invalidParam(`Param ${name} must be a non-negative integer`)
  return count
}

function candidatesOf({ node, input }: EdgeCall<AccountNode>, strategy: string): readonly Campaign[] {
  const { account } = node
  const timeOf = (campaign: Campaign, field: string) => instantMs(campaign.values[field], account.timezone) ?? 0
  const kept = account
    .objects()
    .all('Campaign')
    .filter(({ values }) => values.status !== 'DELETED')
  const oldest = kept.toSorted((a, b) => timeOf(a, 'created_time') - timeOf(b, 'created_time'))
  if (strategy !== 'DELETE_ARCHIVED_BEFORE') return oldest
  const before = instantMs(input['before_date'], account.timezone)
  if (before === undefined) throw missingParam('before_date')
  return oldest.filter((campaign) => campaign.values.status === 'ARCHIVED' && timeOf(campaign, 'updated_time') < before)
}
