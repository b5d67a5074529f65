import { isLabelled } from '../assets/stored-labels.ts'
import { pageNode } from '../graph/find-node.ts'
import { accountNode, objectNode, type Node } from '../graph/node.ts'
import { recordOf, textOf } from '../objects/loose-values.ts'
import type { AdAccount, AdObject, ObjectType } from '../world/objects.ts'

/** Nodes on the edges of labels, audiences, pixels, pages and businesses; undefined where the node has no such edge. */
export function moreNodesOn(node: Node, edge: string): readonly Node[] | undefined {
  if (node.type === 'AdAccount') {
    return edge === 'promote_pages' ? [pageNode(node.account)] : listFrom(node.account, listsByLabels.get(edge))
  }
  if (node.type === 'AdLabel') {
    return listFrom(node.account, lists.get(edge), (object) => isLabelled(object, [node.id], 'ANY'))
  }
  if (node.type === 'CustomAudience' && edge === 'ads') return adsFor(node.account, node.id)
  if (node.type === 'AdsPixel' && /^(adaccounts|shared_accounts)$/.test(edge)) return [accountNode(node.account)]
  return node.type === 'Business' ? ofBusiness(node.accounts, edge) : undefined
}

const lists: ReadonlyMap<string, ObjectType> = new Map([
  ['campaigns', 'Campaign'],
  ['adsets', 'AdSet'],
  ['ads', 'Ad'],
  ['adcreatives', 'AdCreative'],
])

// What carries which label is the filter's business.
const listsByLabels: ReadonlyMap<string, ObjectType> = new Map([
  ['campaignsbylabels', 'Campaign'],
  ['adsetsbylabels', 'AdSet'],
  ['adsbylabels', 'Ad'],
  ['adcreativesbylabels', 'AdCreative'],
])

function listFrom(
  account: AdAccount,
  type: ObjectType | undefined,
  isWanted: (object: AdObject) => boolean = () => true,
): readonly Node[] | undefined {
  if (!type) return undefined
  const objects: readonly AdObject[] = account.objects().all(type)
  return objects.filter(isWanted).map((object) => objectNode(account, object))
}

function ofBusiness(accounts: readonly AdAccount[], edge: string): readonly Node[] | undefined {
  if (edge === 'owned_pages') return pagesOf(accounts)
  if (edge !== 'owned_pixels' && edge !== 'adspixels') return undefined
  return accounts.flatMap((account) => listFrom(account, 'AdsPixel') ?? [])
}

/** Ads whose ad set includes or excludes the audience. */
function adsFor(account: AdAccount, audienceId: string): readonly Node[] {
  const names = ['custom_audiences', 'excluded_custom_audiences']
  const ads = account
    .objects()
    .all('Ad')
    .filter(({ adSet }) => {
      const targeting = recordOf(adSet.values.targeting)
      return names.flatMap((name) => targeting[name]).some((item) => textOf(recordOf(item).id) === audienceId)
    })
  return ads.map((ad) => objectNode(account, ad))
}

function pagesOf(accounts: readonly AdAccount[]): readonly Node[] {
  return accounts.map(pageNode)
}
