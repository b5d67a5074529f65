import { identityPaths } from '../identity/identity-paths.ts'
import { handlers } from '../graph/handlers.ts'
import { edgeNames } from '../schema/graph-schema.ts'
import { ControlError } from './control-error.ts'
import type { Fault, FaultMatch } from './faults.ts'
import { nearNames } from './near-names.ts'

/** The codes with which Graph says that a limit is reached, by the app's, the user's, an edge's or a use case's. */
export const rateCodes = [4, 17, 32, 341, 613, 80000, 80001, 80002, 80003, 80004, 80005, 80006, 80008, 80009, 80014]

/**
 * Refuses a rule that could not do what its author means.
 *
 * @throws {ControlError} A throttle with a code that says something else; an edge that no node has, so that the rule
 * would never strike and a test would pass for that.
 */
export function checkFault(fault: Fault, { edge }: FaultMatch): void {
  if (fault.kind === 'throttle' && !rateCodes.includes(fault.code)) {
    throw new ControlError('invalid_field', `code must be one of ${rateCodes.join(', ')}: Graph's for limits.`, 'code')
  }
  if (edge === undefined || knownEdges().has(edge)) return
  const near = nearNames(edge, knownEdges())
  const hint = near.length === 0 ? 'Edges are the second part of a path: insights.' : `Near it: ${near.join(', ')}.`
  throw new ControlError(
    'invalid_field',
    `match.edge must be an edge of some node, not ${edge.slice(0, 60)}. ${hint}`,
    'match.edge',
  )
}

let known: ReadonlySet<string> | undefined

/** What can be the second part of a path: edges of the tables, edges with handlers, and paths of the login. */
function knownEdges(): ReadonlySet<string> {
  const handled = Object.keys(handlers).map((key) => key.split(' ')[2] ?? '')
  const inPaths = Object.keys(identityPaths).map((path) => path.split('/')[1] ?? '')
  known ??= new Set([...edgeNames(), ...handled, ...inPaths, ...ownEdges].filter((name) => name !== '' && name !== '.'))
  return known
}

// Lists that nodes have without a table or a handler.
const ownEdges = ['assigned_ad_accounts', 'assigned_pages', 'owned_ad_accounts', 'permissions']
