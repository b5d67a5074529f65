import { invalidParam } from '../graph/graph-error.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import type { ObjectNode } from '../graph/node.ts'
import type { AdAccount, AdLabel, AdObject } from '../world/objects.ts'
import { isRecord, listOf, recordsOf, textOf } from './loose-values.ts'
import { isDryRun, success, updatedReply } from './write-call.ts'
import { wireTime } from './wire-time.ts'

type LabeledNode = ObjectNode<'Campaign' | 'AdSet' | 'Ad' | 'AdCreative'>

/** A label as objects hold it. */
interface LabelReference {
  id: string
  name: string
}

/**
 * The labels a parameter names by id or by name; a new name becomes a new label.
 *
 * @returns References, the stored field when the parameter was sent, and what makes the new labels.
 * @throws {GraphError} 100 for ids that are none of this account's labels.
 */
export function planLabels(
  account: AdAccount,
  labels: unknown,
  nowMs: number,
): { references: readonly LabelReference[]; values: Record<string, unknown>; commit(): void } {
  const wanted = listOf(labels).map((item, index) => findLabel(account, item, index) ?? textOf(nameOf(item)))
  const references: LabelReference[] = wanted.map((label) =>
    typeof label === 'string' ? { id: '', name: label } : referenceTo(label),
  )
  return {
    references,
    values: labels === undefined ? {} : { adlabels: references },
    commit() {
      for (const reference of references) reference.id ||= makeLabel(account, reference.name, nowMs).id
    },
  }
}

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

/** The labels of an object that still exist, as Graph reads them. */
export function readLabels(account: AdAccount, object: AdObject): unknown {
  const labels = labelsOf(object).flatMap(({ id }) => {
    const label = account.objects().find(id)
    if (label?.type !== 'AdLabel') return []
    const { name, created_time, updated_time } = label.values
    return [{ id, name, created_time, updated_time }]
  })
  return labels.length === 0 ? undefined : labels
}

function labelsOf(object: AdObject): readonly LabelReference[] {
  return recordsOf(object.values['adlabels']).map(({ id, name }) => ({ id: textOf(id), name: textOf(name) }))
}

function setLabels(account: AdAccount, object: AdObject, labels: readonly LabelReference[]): void {
  object.values['adlabels'] = labels
  account.objects().touch(object)
}

function findLabel(account: AdAccount, item: unknown, index: number): AdLabel | undefined {
  const id = isRecord(item) ? textOf(item['id']) : textOf(item)
  const name = nameOf(item)
  const known = account.objects().all('AdLabel')
  const found = known.find((label) => (id === '' ? label.values.name === name : label.id === id))
  if (found || (id === '' && name !== undefined)) return found
  throw invalidParam(`Param adlabels[${index}] must be a valid ad label.`)
}

function nameOf(item: unknown): string | undefined {
  const name = isRecord(item) ? textOf(item['name']) : ''
  return name === '' ? undefined : name
}

function referenceTo(label: AdLabel): LabelReference {
  return { id: label.id, name: label.values.name }
}

function makeLabel(account: AdAccount, name: string, nowMs: number): AdLabel {
  const now = wireTime(nowMs, account.timezone)
  const label: AdLabel = {
    type: 'AdLabel',
    id: account.objects().newId('AdLabel'),
    values: { name, created_time: now, updated_time: now },
    isChanged: true,
  }
  account.objects().add(label)
  return label
}
