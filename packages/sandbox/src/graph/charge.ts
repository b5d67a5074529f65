import type { Charge } from '../quota/quota.ts'
import { isPageId, objectTypeOf } from '../world/object-ids.ts'
import type { GraphCall } from './graph-call.ts'
import { listParam } from './params.ts'

/** What a call costs: every id of a multi-id read is a call, on the account of its own. */
export function chargesOf(call: GraphCall): readonly Charge[] {
  const { caller, method, path, params, now } = call
  const ids = isId(path[0]) ? [] : listParam(params, 'ids').slice(0, maxIds)
  const edge = ids.length > 0 ? path[0] : path[1]
  return (ids.length > 0 ? ids : [path[0]]).map((id) => {
    const account = accountNamed(call, id)
    return {
      caller,
      ...(account ? { account } : {}),
      useCase: chargedUseCase(call, id, edge),
      kind: method === 'GET' ? 'read' : 'write',
      isMutation: method === 'POST' && isMutation(call, edge),
      nowMs: now.getTime(),
    }
  })
}

/** Ids that one read may name. */
export const maxIds = 50

function isId(text: string | undefined): boolean {
  return text !== undefined && /^(act_)?\d|^me$/.test(text)
}

function accountNamed({ sandbox }: GraphCall, id: string | undefined) {
  // A page belongs to no ad account: reading it takes no permission for ads.
  if (id === undefined || isPageId(id)) return undefined
  const own =
    sandbox.world.account(id) ?? sandbox.runs.find(id)?.root.account ?? sandbox.asyncRequests.find(id)?.set.account
  return own ?? (/^\d/.test(id) ? sandbox.world.accountOfObject(id) : undefined)
}

function chargedUseCase({ sandbox }: GraphCall, id: string | undefined, edge: string | undefined): Charge['useCase'] {
  if (edge === 'insights' || sandbox.runs.find(id ?? '')) return 'ads_insights'
  const isAudience = /audience|^users(replace)?$/.test(edge ?? '') || objectTypeOf(id ?? '') === 'CustomAudience'
  return isAudience ? 'custom_audience' : 'ads_management'
}

/** Creating or editing a campaign, ad set or ad. */
function isMutation({ path }: GraphCall, edge: string | undefined): boolean {
  if (edge === 'campaigns' || edge === 'adsets' || edge === 'ads' || edge === 'copies') return true
  const type = objectTypeOf(path[0] ?? '')
  return edge === undefined && (type === 'Campaign' || type === 'AdSet' || type === 'Ad')
}
