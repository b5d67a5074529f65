import type { Node } from '../graph/node.ts'
import type { Params } from '../graph/params.ts'

/** Parameters that only one list has, such as `hashes` of images: the nodes that pass. */
export type ListFilter = (
  nodes: readonly Node[],
  input: Readonly<Record<string, unknown>>,
  params: Params,
) => readonly Node[]

/** By edge. */
export const listFilters: Readonly<Record<string, ListFilter>> = {}
