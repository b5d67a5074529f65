import type { EdgeCall, EdgeHandlers } from '../graph/graph-call.ts'
import { invalidParam } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { createStudy, timeParam } from './create-study.ts'

type StudyNode = Extract<Node, { type: 'AdStudy' }>

export const studyHandlers: EdgeHandlers = {
  'Business POST ad_studies': createStudy,
  'AdStudy POST .': updateStudy,
  'AdStudy DELETE .': cancelStudy,
}

/** Names, descriptions and times may change; cells stay as they are. */
function updateStudy({ node: { study }, input, now }: EdgeCall<StudyNode>): { success: true } {
  const { name, description } = input
  const startMs = 'start_time' in input ? timeParam(input, 'start_time', study.account) : study.startMs
  const endMs = 'end_time' in input ? timeParam(input, 'end_time', study.account) : study.endMs
  if (endMs <= startMs) throw invalidParam('Param end_time must be after start_time')
  if (typeof name === 'string') study.name = name
  if (typeof description === 'string') study.description = description
  Object.assign(study, { startMs, endMs, updatedMs: now.getTime() })
  return { success: true }
}

function cancelStudy({ node: { study }, now }: EdgeCall<StudyNode>): { success: true } {
  study.canceledMs ??= now.getTime()
  return { success: true }
}
