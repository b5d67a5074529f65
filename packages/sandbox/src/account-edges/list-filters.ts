import { isWantedImage } from '../assets/ad-images.ts'
import { isLabelled } from '../assets/stored-labels.ts'
import { missingParam } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import type { Params } from '../graph/params.ts'
import { textOf } from '../objects/loose-values.ts'

/** Parameters that only one list has, such as `hashes` of images: the nodes that pass. */
export type ListFilter = (
  nodes: readonly Node[],
  input: Readonly<Record<string, unknown>>,
  params: Params,
) => readonly Node[]

/** By edge. */
export const listFilters: Readonly<Record<string, ListFilter>> = {
  adimages: (nodes, input) => nodes.filter((node) => node.type !== 'AdImage' || isWantedImage(node.object, input)),
  campaignsbylabels: byLabels,
  adsetsbylabels: byLabels,
  adsbylabels: byLabels,
  adcreativesbylabels: byLabels,
  customaudiences: (nodes, { pixel_id: pixelId }) =>
    pixelId === undefined
      ? nodes
      : nodes.filter(
          (node) => node.type === 'CustomAudience' && String(node.object.values.pixel_id) === textOf(pixelId),
        ),
  adspixels: (nodes, input) => nodes.filter((node) => isWantedByName(node, input)),
  owned_ad_accounts: (nodes, { search_query: query }) =>
    nodes.filter((node) => node.type !== 'AdAccount' || holds(node.account.name, query)),
}

function byLabels(nodes: readonly Node[], input: Readonly<Record<string, unknown>>): readonly Node[] {
  const wanted = Array.isArray(input.ad_label_ids) ? input.ad_label_ids.map(String) : []
  if (wanted.length === 0) throw missingParam('ad_label_ids')
  const operator = input.operator === 'ALL' ? 'ALL' : 'ANY'
  return nodes.filter((node) => 'object' in node && isLabelled(node.object, wanted, operator))
}

// A business finds its pixels by part of a name or by id.
function isWantedByName(node: Node, { id_filter: id, name_filter: name }: Readonly<Record<string, unknown>>): boolean {
  return (id === undefined || node.id === textOf(id)) && (!('object' in node) || holds(node.object.values.name, name))
}

function holds(text: string, part: unknown): boolean {
  return part === undefined || text.toLowerCase().includes(textOf(part).toLowerCase())
}
