import type { EdgeCall, GraphCall } from '../graph/graph-call.ts'
import { invalidParam } from '../graph/graph-error.ts'
import { objectNode, type Node } from '../graph/node.ts'
import { readNode, requestedFields } from '../graph/read-node.ts'
import { nodeSchema } from '../schema/graph-schema.ts'
import type { AdAccount, AdObject } from '../world/objects.ts'
import type { Scene } from './draft.ts'
import { listOf, numberOf } from './loose-values.ts'
import type { Plan } from './plan.ts'
import { refusal } from './refusals.ts'

export type AccountNode = Extract<Node, { type: 'AdAccount' }>

/** A call that writes in an ad account. */
export type WriteCall = Pick<EdgeCall<Extract<Node, { account: AdAccount }>>, 'node' | 'version' | 'now'>

export function sceneOf({ node, version, now }: WriteCall): Scene {
  return { account: node.account, version: Number.parseInt(version.slice(1), 10), nowMs: now.getTime() }
}

/**
 * True when the call only asks whether it would succeed.
 *
 * @throws {GraphError} 100 when an option stands without the one it needs.
 */
export function isDryRun({ input }: Pick<EdgeCall, 'input'>): boolean {
  const options = listOf(input['execution_options'])
  const isValidation = options.includes('validate_only')
  if (options.includes('include_recommendations') && options.length === 1) {
    throw invalidParam('The execution option include_recommendations cannot be used by itself.')
  }
  if (options.includes('synchronous_ad_review') && !isValidation) {
    throw invalidParam('The execution option synchronous_ad_review can only be used together with validate_only.')
  }
  return isValidation
}

// Active, unsettled accounts in their grace period, and those awaiting settlement may advertise.
const writableStatuses = new Set([1, 8, 9, 201])

/** @throws {GraphError} 100/1885316 when the account may not advertise. */
export function checkAccountActive(account: AdAccount): void {
  if (!writableStatuses.has(numberOf(account.values['account_status']) ?? 1)) throw refusal('inactiveAccount')
}

/**
 * Answers a creation: makes what is planned for the call, unless it only asks.
 *
 * @param follow - Called with what was made, before it is read back.
 */
export function create<Made extends AdObject>(
  call: EdgeCall<AccountNode>,
  plan: (scene: Scene, sent: Readonly<Record<string, unknown>>) => Plan<Made>,
  follow: (object: Made) => void = () => undefined,
): Record<string, unknown> {
  const isOnlyAsking = isDryRun(call)
  const planned = plan(sceneOf(call), call.input)
  if (isOnlyAsking) return success()
  planned.commit()
  follow(planned.object)
  return createdReply(call, call.node.account, planned.object)
}

/** What a creation answers: the id, or the fields the call asks back. */
export function createdReply(call: GraphCall, account: AdAccount, object: AdObject): Record<string, unknown> {
  return readBack(call, account, object) ?? { id: object.id }
}

/** What an update answers: success, and the fields the call asks back. */
export function updatedReply(call: GraphCall, account: AdAccount, object: AdObject): Record<string, unknown> {
  return { success: true, ...readBack(call, account, object) }
}

export function success(): Record<string, unknown> {
  return { success: true }
}

// `redownload=1` without `fields` echoes the whole object: what it stores under names that Graph reads.
function readBack(call: GraphCall, account: AdAccount, object: AdObject): Record<string, unknown> | undefined {
  const fields = requestedFields(call.params)
  if (fields) return readNode(call, objectNode(account, object), fields)
  if (!/^(1|true)$/.test(call.params.get('redownload') ?? '')) return undefined
  const known = nodeSchema(object.type)?.fields
  const names = Object.keys(object.values).filter((name) => known?.has(name) && name !== 'learning_stage_info')
  return readNode(
    call,
    objectNode(account, object),
    names.map((name) => ({ name, key: name, args: new Map() })),
  )
}
