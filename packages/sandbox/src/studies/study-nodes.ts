import type { SandboxState } from '../graph/graph-call.ts'
import { objectNode, type Node } from '../graph/node.ts'
import type { Study } from './studies.ts'

/** A study, or one of its cells. */
export function findStudyNode({ studies }: SandboxState, id: string): Node | undefined {
  const found = studies.find(id)
  if (!found) return undefined
  const { study, cell } = found
  const { account } = study
  return cell ? { type: 'AdStudyCell', id, account, study, cell } : studyNode(study)
}

/** What hangs on the edges around studies; undefined where the node has no such edge. */
export function studyNodesOn({ studies }: SandboxState, node: Node, edge: string): readonly Node[] | undefined {
  if (node.type === 'AdStudy') return edge === 'cells' ? cellNodes(node.study) : undefined
  if (node.type === 'AdStudyCell') return entityNodes(node, edge)
  if (edge !== 'ad_studies' && edge !== 'impacting_ad_studies') return undefined
  if (node.type === 'Business') return studies.ofBusiness(node.id).map(studyNode)
  if (node.type === 'AdAccount') return studies.ofBusiness(node.account.business.id).map(studyNode)
  if (node.type !== 'Campaign' && node.type !== 'AdSet' && node.type !== 'Ad') return undefined
  const own = studies
    .ofBusiness(node.account.business.id)
    .filter(({ cells }) => cells.some(({ entities }) => entities.some(({ object }) => object.id === node.id)))
  return own.map(studyNode)
}

function studyNode(study: Study): Node {
  return { type: 'AdStudy', id: study.id, account: study.account, study }
}

function cellNodes(study: Study): Node[] {
  return study.cells.map((cell) => ({ type: 'AdStudyCell', id: cell.id, account: study.account, study, cell }))
}

const entityTypes: Record<string, string> = { campaigns: 'Campaign', adsets: 'AdSet' }

function entityNodes({ cell }: Extract<Node, { type: 'AdStudyCell' }>, edge: string): Node[] | undefined {
  const type = entityTypes[edge]
  if (type === undefined) return undefined
  return cell.entities
    .filter(({ object }) => object.type === type)
    .map(({ account, object }) => objectNode(account, object))
}
