import type { EdgeCall } from '../graph/graph-call.ts'
import type { ObjectNode } from '../graph/node.ts'
import { createdReply, updatedReply } from '../objects/write-call.ts'
import { wireTime } from '../objects/wire-time.ts'
import type { AdAccount } from '../world/objects.ts'
import type { AccountCall } from './account-call.ts'
import { addLabel, isLabelled, labelsOf, type StoredLabel } from './stored-labels.ts'

type LabelCall = EdgeCall<ObjectNode<'AdLabel'>>

/** `POST act_…/adlabels` */
export function createLabel(call: AccountCall): unknown {
  const { account } = call.node
  return createdReply(call, account, addLabel(account, String(call.input.name), call.now.getTime()))
}

/** `POST /<label>`: a new name, which labelled objects show as well. */
export function updateLabel(call: LabelCall): unknown {
  const { node, input, now } = call
  const { account, object } = node
  object.values.name = String(input.name)
  object.values.updated_time = wireTime(now.getTime(), account.timezone)
  account.objects().touch(object)
  replaceLabel(account, node.id, [{ id: node.id, name: object.values.name }])
  return updatedReply(call, account, object)
}

/** `DELETE /<label>`: it leaves every object that carried it. */
export function deleteLabel({ node }: LabelCall): unknown {
  node.account.objects().remove(node.object)
  replaceLabel(node.account, node.id, [])
  return { success: true }
}

function replaceLabel(account: AdAccount, id: string, replacement: readonly StoredLabel[]): void {
  const objects = account.objects()
  for (const type of ['Campaign', 'AdSet', 'Ad', 'AdCreative'] as const) {
    for (const object of objects.all(type)) {
      if (!isLabelled(object, [id], 'ANY')) continue
      object.values.adlabels = labelsOf(object.values.adlabels).flatMap((label) =>
        label.id === id ? replacement : [label],
      )
      objects.touch(object)
    }
  }
}
