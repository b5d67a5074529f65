import type { EdgeCall } from '../graph/graph-call.ts'
import { GraphError, noCapability } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'

type BusinessCall = EdgeCall<Extract<Node, { type: 'Business' }>>

/**
 * `POST /<business>/owned_ad_accounts`: claims an ad account that already exists.
 *
 * @throws {GraphError} 3944 when the business has it already; 3 for one of another business, which a person has to release.
 */
export function claimAdAccount({ node, input }: BusinessCall): unknown {
  const id = `act_${String(input.adaccount_id).replace(/^act_/, '')}`
  if (node.accounts.some((account) => account.id === id)) {
    throw new GraphError('(#3944) Your business already has access to this ad account.', {
      type: 'OAuthException',
      code: 3944,
    })
  }
  throw noCapability()
}
