import type { EdgeCall } from '../graph/graph-call.ts'
import type { ObjectNode } from '../graph/node.ts'
import type { AdAccount, AdObject } from '../world/objects.ts'
import { recordsOf } from './loose-values.ts'
import { labelsOf, planLabels, type LabelReference } from './object-labels.ts'
import { isDryRun, success, updatedReply } from './write-call.ts'

type LabeledNode = ObjectNode<'Campaign' | 'AdSet' | 'Ad' | 'AdCreative'>

/** `POST {object}/adlabels` adds labels to those an object has. */
export function addLabels(call: EdgeCall<LabeledNode>): unknown {
  const { account, object } = call.node
  const plan = planLabels(account, call.input['adlabels'], call.now.getTime())
  if (isDryRun(call)) return success()
  plan.commit()
  const kept = labelsOf(object).filter(({ id }) => plan.references.every((added) => added.id !== id))
  setLabels(account, object, [...kept, ...plan.references])
  return updatedReply(call, account, object)
}

/** `DELETE {object}/adlabels` takes labels away. */
export function removeLabels(call: EdgeCall<LabeledNode>): unknown {
  const { account, object } = call.node
  const gone = recordsOf(call.input['adlabels'])
  if (isDryRun(call)) return success()
  const isGone = ({ id, name }: LabelReference) => gone.some((item) => item['id'] === id || item['name'] === name)
  setLabels(
    account,
    object,
    labelsOf(object).filter((label) => !isGone(label)),
  )
  return success()
}

function setLabels(account: AdAccount, object: AdObject, labels: readonly LabelReference[]): void {
  object.values['adlabels'] = labels
  account.objects().touch(object)
}
