import { businessNode, type Node } from '../graph/node.ts'
import { wireTime } from '../objects/wire-time.ts'

type StudyNode = Extract<Node, { type: 'AdStudy' }>
type CellNode = Extract<Node, { type: 'AdStudyCell' }>

export const studyFields: Readonly<Record<string, (node: StudyNode) => unknown>> = {
  name: ({ study }) => study.name,
  description: ({ study }) => study.description,
  type: ({ study }) => study.type,
  business: ({ study }) => businessNode(study.account),
  start_time: ({ study }) => wireTime(study.startMs, study.account.timezone),
  end_time: ({ study }) => wireTime(study.endMs, study.account.timezone),
  created_time: ({ study }) => wireTime(study.createdMs, study.account.timezone),
  updated_time: ({ study }) => wireTime(study.updatedMs, study.account.timezone),
  canceled_time: ({ study }) =>
    study.canceledMs === undefined ? undefined : wireTime(study.canceledMs, study.account.timezone),
}

export const studyCellFields: Readonly<Record<string, (node: CellNode) => unknown>> = {
  name: ({ cell }) => cell.name,
  treatment_percentage: ({ cell }) => cell.treatmentPercentage,
  control_percentage: ({ cell }) => cell.controlPercentage,
  ad_entities_count: ({ cell }) => cell.entities.length,
  ad_ids: ({ cell }) => cell.entities.filter(({ object }) => object.type === 'Ad').map(({ object }) => object.id),
}
