import type { AccountCall } from '../assets/account-call.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import { missingParam } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { objectParam } from '../graph/params.ts'
import { enforce } from '../objects/draft.ts'
import { refusal } from '../objects/refusals.ts'
import { plainTargetingRules } from '../objects/targeting-rules.ts'
import { createdReply, sceneOf, updatedReply } from '../objects/write-call.ts'
import { wireTime } from '../objects/wire-time.ts'
import type { SavedAudience } from '../world/objects.ts'

type SavedCall = EdgeCall<ObjectNode<'SavedAudience'>>

// Meta's published schema lists reading only; these writes are the ones its own tools use, so parameters are read here.

/** `POST act_…/saved_audiences` */
export function createSavedAudience(call: AccountCall): unknown {
  const { node, params, now } = call
  const { account } = node
  const name = params.get('name')?.trim() ?? ''
  if (name === '') throw missingParam('name')
  const targeting = readTargeting(call)
  if (targeting === undefined) throw missingParam('targeting')
  const time = wireTime(now.getTime(), account.timezone)
  const audience: SavedAudience = {
    type: 'SavedAudience',
    id: account.objects().newId('SavedAudience'),
    values: {
      name,
      targeting,
      ...(params.has('description') ? { description: params.get('description') } : {}),
      created_time: time,
      updated_time: time,
    },
    isChanged: true,
  }
  account.objects().add(audience)
  return createdReply(call, account, audience)
}

/** `POST /<saved audience>` */
export function updateSavedAudience(call: SavedCall): unknown {
  const { node, params, now } = call
  const { account, object } = node
  const name = params.get('name')?.trim()
  if (name === '') throw missingParam('name')
  const targeting = readTargeting(call)
  if (name !== undefined) object.values.name = name
  if (params.has('description')) object.values['description'] = params.get('description')
  if (targeting !== undefined) object.values['targeting'] = targeting
  object.values.updated_time = wireTime(now.getTime(), account.timezone)
  account.objects().touch(object)
  return updatedReply(call, account, object)
}

/** `DELETE /<saved audience>` */
export function deleteSavedAudience({ node }: SavedCall): unknown {
  node.account.objects().remove(node.object)
  return { success: true }
}

function readTargeting(call: AccountCall | SavedCall): Record<string, unknown> | undefined {
  const targeting = objectParam(call.params, 'targeting')
  if (targeting === undefined) return undefined
  if (targeting.geo_locations === undefined && targeting.custom_audiences === undefined)
    throw refusal('locationMissing')
  enforce(plainTargetingRules, { ...sceneOf(call), sent: {}, values: { targeting }, campaign: {}, siblings: [] })
  return targeting
}
