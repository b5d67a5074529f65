import { sharedAudienceNodes } from '../audiences/shared-audiences.ts'
import { moreNodesOn } from '../account-edges/more-nodes.ts'
import type { AdAccount, ObjectType } from '../world/objects.ts'
import { periodNodesOn } from '../objects/budget-period-nodes.ts'
import { studyNodesOn } from '../studies/study-nodes.ts'
import { requireAdsPermission } from '../identity/require-permission.ts'
import type { GraphCall } from './graph-call.ts'
import { pageNode } from './find-node.ts'
import { accountNode, objectNode, type Node } from './node.ts'

/** The nodes on an edge before filtering and paging, oldest first; undefined where the node has no such edge. */
export function nodesOn(call: GraphCall, node: Node, edge: string): readonly Node[] | undefined {
  return (
    ownNodesOn(call, node, edge) ??
    moreNodesOn(node, edge) ??
    periodNodesOn(node, edge, call.params) ??
    studyNodesOn(call.sandbox, node, edge)
  )
}

function ownNodesOn(call: GraphCall, node: Node, edge: string): readonly Node[] | undefined {
  if (node.type === 'User' || node.type === 'SystemUser') return ofUser(call, node, edge)
  if (node.type === 'Business') return isOwnedAccounts(edge) ? node.accounts.map(accountNode) : undefined
  if (node.type === 'AdAccount') return inAccount(call, node, edge)
  if (node.type === 'Campaign') return belowCampaign(node, edge)
  if (node.type === 'AdSet') return belowAdSet(node, edge)
  return node.type === 'Ad' ? besideAd(node, edge) : undefined
}

function inAccount(
  { sandbox }: GraphCall,
  node: Extract<Node, { type: 'AdAccount' }>,
  edge: string,
): readonly Node[] | undefined {
  const type = Object.hasOwn(accountLists, edge) ? accountLists[edge] : undefined
  const own = type && listOf(node, type)
  return edge === 'customaudiences' && own ? [...own, ...sharedAudienceNodes(sandbox.world, node.account)] : own
}

function isOwnedAccounts(edge: string): boolean {
  return edge === 'owned_ad_accounts' || edge === 'adaccounts'
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

/** What a user holds a role on, as far as the caller may see it. */
function ofUser(
  { caller }: GraphCall,
  node: Extract<Node, { type: 'User' | 'SystemUser' }>,
  edge: string,
): readonly Node[] | undefined {
  if (!/^(adaccounts|assigned_ad_accounts|assigned_pages|businesses)$/.test(edge)) return undefined
  if (edge.endsWith('accounts')) requireAdsPermission(caller, 'GET')
  const isOwn = node.id === caller.id
  const accounts = isOwn ? caller.accounts : node.caller.accounts.filter((account) => caller.canSee(account))
  if (edge === 'assigned_pages') return accounts.map(pageNode)
  return edge === 'businesses' ? businessesOf(accounts) : accounts.map(accountNode)
}

function businessesOf(all: readonly AdAccount[]): readonly Node[] {
  return [...Map.groupBy(all, ({ business }) => business.id)].map(([id, accounts]) => ({
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

function besideAd(node: Extract<Node, { type: 'Ad' }>, edge: string): readonly Node[] | undefined {
  if (edge === 'adcreatives') return [objectNode(node.account, node.object.creative)]
  return edge === 'copies' ? copiesOf(node) : undefined
}

const sourceFields = { Campaign: 'source_campaign_id', AdSet: 'source_adset_id', Ad: 'source_ad_id' } as const

function copiesOf({ type, id, account }: Extract<Node, { type: 'Campaign' | 'AdSet' | 'Ad' }>): readonly Node[] {
  return account
    .objects()
    .all(type)
    .filter(({ values }) => values[sourceFields[type]] === id)
    .map((object) => objectNode(account, object))
}
