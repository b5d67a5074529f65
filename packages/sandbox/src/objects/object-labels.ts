import { addLabel } from '../assets/stored-labels.ts'
import { invalidParam } from '../graph/graph-error.ts'
import type { AdAccount, AdLabel, AdObject } from '../world/objects.ts'
import { isRecord, listOf, recordsOf, textOf } from './loose-values.ts'

/** A label as objects hold it. */
export interface LabelReference {
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
      for (const reference of references) {
        // The same new name twice is one label.
        const twin = references.find(({ id, name }) => id !== '' && name === reference.name)
        reference.id ||= twin?.id ?? addLabel(account, reference.name, nowMs).id
      }
    },
  }
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

export function labelsOf(object: AdObject): readonly LabelReference[] {
  return recordsOf(object.values['adlabels']).map(({ id, name }) => ({ id: textOf(id), name: textOf(name) }))
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
