import { GraphError } from '../graph/graph-error.ts'

/** The batch as a whole cannot be run. Such errors carry no code. */
export function batchError(message: string): GraphError {
  return new GraphError(message, { type: 'GraphBatchException' })
}

export function tooManyRequests(limit: number): GraphError {
  return batchError(`Too many requests in batch message. Maximum batch size is ${limit}`)
}

/** A reference to a name that no earlier item has. The doubled spaces are Meta's. */
export function unresolvedName(index: number, name: string): GraphError {
  return batchError(
    `Request ${index} cannot depend on an  unresolved request with  name ${name.slice(0, 120)}. ` +
      'Requests can only depend on preceding requests',
  )
}

/** A reference found nothing in the reply it points to. */
export function emptyIdentifier(): GraphError {
  return new GraphError('Cannot specify an empty identifier', { type: 'OAuthException', code: 2500 })
}

/** Meta's guide allows ten new ads a batch and does not say what more of them get; each is refused alone here. */
export function tooManyAds(limit: number): GraphError {
  return batchError(`Too many ads in batch message. Maximum number of ads created in a batch is ${limit}`)
}

export function fileNotAttached(partName: string): GraphError {
  return batchError(`File ${partName.slice(0, 120)} has not been attached`)
}
