import { missingParam } from '../graph/graph-error.ts'
import { wireTime } from '../objects/wire-time.ts'
import type { AdAccount, AdLabel, AdObject } from '../world/objects.ts'

/** True when an object carries the label, or any or all of several. */
export function isLabelled({ values }: AdObject, wanted: readonly string[], operator: 'ANY' | 'ALL'): boolean {
  const ids = new Set(labelsOf(values.adlabels).map(({ id }) => id))
  return operator === 'ALL' ? wanted.every((id) => ids.has(id)) : wanted.some((id) => ids.has(id))
}

/** A label as an object that carries it shows it. */
export interface StoredLabel {
  id: string
  name?: unknown
}

/** The labels of an object. */
export function labelsOf(value: unknown): StoredLabel[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((label: unknown) =>
    typeof label === 'object' && label !== null && 'id' in label ? [{ ...label, id: String(label.id) }] : [],
  )
}

/** A new label in an account; labels made along with an object come from here too. */
export function addLabel(account: AdAccount, name: string, nowMs: number): AdLabel {
  if (name.trim() === '') throw missingParam('name')
  const time = wireTime(nowMs, account.timezone)
  const label: AdLabel = {
    type: 'AdLabel',
    id: account.objects().newId('AdLabel'),
    values: { name, created_time: time, updated_time: time },
    isChanged: true,
  }
  account.objects().add(label)
  return label
}
