import type { SandboxState } from '../graph/graph-call.ts'
import type { Node } from '../graph/node.ts'

/** An asynchronous request set, one of its requests, or an asynchronous batch session. */
export function findAsyncNode(_sandbox: SandboxState, _id: string): Node | undefined {
  return undefined
}
