import type { GraphReply, GraphRequest, SandboxState } from '../graph/graph-call.ts'
import { GraphError } from '../graph/graph-error.ts'

/** Carries out a batch, item by item. */
export function runBatch(
  _request: GraphRequest,
  _sandbox: SandboxState,
  _perform: (request: GraphRequest, sandbox: SandboxState) => Promise<GraphReply>,
): Promise<GraphReply> {
  throw new GraphError('Batch requests are not served yet.', { type: 'GraphBatchException' })
}
