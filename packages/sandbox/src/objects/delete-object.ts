import type { EdgeCall } from '../graph/graph-call.ts'
import type { ObjectNode } from '../graph/node.ts'
import { changeStatus } from './change-status.ts'
import { checkWritable } from './status-rules.ts'
import { sceneOf, success } from './write-call.ts'

/** `DELETE {campaign, ad set or ad}`: the object stays readable by its id and keeps its numbers. */
export function deleteObject(call: EdgeCall<ObjectNode<'Campaign' | 'AdSet' | 'Ad'>>): unknown {
  const { account, object } = call.node
  const scene = sceneOf(call)
  checkWritable(object, { status: 'DELETED' }, scene)
  changeStatus(call.sandbox, account, object, 'DELETED', scene.nowMs)
  return success()
}
