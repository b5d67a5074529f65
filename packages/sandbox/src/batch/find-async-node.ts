import type { SandboxState } from '../graph/graph-call.ts'
import type { Node } from '../graph/node.ts'

/** An asynchronous request set, one of its requests, or an asynchronous batch session. */
export function findAsyncNode({ asyncRequests }: SandboxState, id: string): Node | undefined {
  const found = asyncRequests.find(id)
  if (!found) return undefined
  const { set, request } = found
  const { account } = set
  // The set that sessions came in has no id of its own to the outside.
  if (!account) return request && { type: 'AsyncSession', id, set, request }
  if (!request) return { type: 'AdAsyncRequestSet', id, account, set }
  return { type: 'AdAsyncRequest', id, account, set, request }
}
