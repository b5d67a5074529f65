import type { ObjectType } from '../world/objects.ts'
import type { GraphCall } from './graph-call.ts'
import { pageNode } from './find-node.ts'
import { accountNode, objectNode, type Node } from './node.ts'

/** The nodes on an edge before filtering and paging, oldest first; undefined where the node has no such edge. */
export function nodesOn(call: GraphCall, node: Node, edge: string): readonly Node[] | undefined {
  switch (node.type) {
    case 'User':
    case 'SystemUser':
      return ownEdges(call, edge)
    case 'Business':
      return /^(owned_ad_accounts|adaccounts)$/.test(edge) ? node.accounts.map(accountNode) : undefined
    case 'AdAccount':
      return accountLists[edge] && listOf(node, accountLists[edge])
    case 'Campaign':
      return belowCampaign(node, edge)
    case 'AdSet':
      return belowAdSet(node, edge)
    case 'Ad':
      return edge === 'adcreatives' ? [objectNode(node.account, node.object.creative)] : undefined
    default:
      return undefined
  }
}

const accountLists: Readonly<Record<string, ObjectType>> = {
  campaigns: 'Campaign',
  adsets: 'AdSet',
  ads: 'Ad',
  adcreatives: 'AdCreative',
  adimages: 'AdImage',
  adlabels: 'AdLabel',
  customaudiences: 'CustomAudience',
  saved_audiences: 'SavedAudience',
  adspixels: 'AdsPixel',
}

function listOf({ account }: Extract<Node, { type: 'AdAccount' }>, type: ObjectType): readonly Node[] {
  return account
    .objects()
    .all(type)
    .map((object) => objectNode(account, object))
}

function ownEdges({ caller }: GraphCall, edge: string): readonly Node[] | undefined {
  if (/^(adaccounts|assigned_ad_accounts)$/.test(edge)) return caller.accounts.map(accountNode)
  if (edge === 'assigned_pages') return caller.accounts.map(pageNode)
  if (edge !== 'businesses') return undefined
  return [...Map.groupBy(caller.accounts, ({ business }) => business.id)].map(([id, accounts]) => ({
    type: 'Business',
    id,
    name: accounts[0]?.business.name ?? '',
    accounts,
  }))
}

function belowCampaign(node: Extract<Node, { type: 'Campaign' }>, edge: string): readonly Node[] | undefined {
  const { account, object } = node
  const adSets = account.objects().adSetsOf(object)
  if (edge === 'adsets') return adSets.map((adSet) => objectNode(account, adSet))
  if (edge === 'ads')
    return adSets.flatMap((adSet) => account.objects().adsOf(adSet)).map((ad) => objectNode(account, ad))
  return edge === 'copies' ? copiesOf(node) : undefined
}

function belowAdSet(node: Extract<Node, { type: 'AdSet' }>, edge: string): readonly Node[] | undefined {
  const { account, object } = node
  const ads = account.objects().adsOf(object)
  if (edge === 'ads') return ads.map((ad) => objectNode(account, ad))
  if (edge === 'adcreatives') return ads.map((ad) => objectNode(account, ad.creative))
  return edge === 'copies' ? copiesOf(node) : undefined
}

const sourceFields = { Campaign: 'source_campaign_id', AdSet: 'source_adset_id' } as const

function copiesOf({ type, id, account }: Extract<Node, { type: 'Campaign' | 'AdSet' }>): readonly Node[] {
  return account
    .objects()
    .all(type)
    .filter(({ values }) => values[sourceFields[type]] === id)
    .map((object) => objectNode(account, object))
}
