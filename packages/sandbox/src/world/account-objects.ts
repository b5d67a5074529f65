import { objectId } from './object-ids.ts'
import type { Ad, AdObject, AdSet, Campaign, ObjectOf, ObjectType } from './objects.ts'

/** The objects of one ad account, by type, id and parent. Order is that of creation. */
export interface AccountObjects {
  all<Type extends ObjectType>(type: Type): readonly ObjectOf<Type>[]
  find(id: string): AdObject | undefined
  adSetsOf(campaign: Campaign): readonly AdSet[]
  adsOf(adSet: AdSet): readonly Ad[]
  /** An id that no object of this account has had; images have theirs from their bytes. */
  newId(type: Exclude<ObjectType, 'AdImage'>): string
  add(object: AdObject): void
  /** For what Graph forgets (images, labels, audiences); ads, ad sets and campaigns stay as `DELETED`. */
  remove(object: AdObject): void
  /** What was removed, in that order. */
  readonly removed: readonly AdObject[]
  /** True once anything was made, altered or removed; such an account is never built anew. */
  readonly isChanged: boolean
  /** Goes up with every change; answers that depend on the objects are stale when it has. */
  readonly revision: number
  /** Marks an object as altered. */
  touch(object: AdObject): void
}

export function createAccountObjects(accountIndex: number, planned: Iterable<AdObject>): AccountObjects {
  const byType = new Map<ObjectType, AdObject[]>()
  const byId = new Map<string, AdObject>()
  const children = new Map<string, AdObject[]>()
  const made = new Map<ObjectType, number>()
  const removed: AdObject[] = []
  let revision = 0
  const listOf = (type: ObjectType) => byType.get(type) ?? []
  const insert = (object: AdObject) => {
    byId.set(object.id, object)
    append(byType, object.type, object)
    const parentId = parentOf(object)?.id
    if (parentId !== undefined) append(children, parentId, object)
    made.set(object.type, (made.get(object.type) ?? 0) + 1)
  }
  for (const object of planned) insert(object)
  return {
    all: <Type extends ObjectType>(type: Type) => listOf(type) as ObjectOf<Type>[],
    find: (id) => byId.get(id),
    adSetsOf: (campaign) => (children.get(campaign.id) ?? []) as AdSet[],
    adsOf: (adSet) => (children.get(adSet.id) ?? []) as Ad[],
    newId(type) {
      for (let index = made.get(type) ?? 0; ; index++) {
        const id = objectId(accountIndex, type, index)
        if (!byId.has(id)) return id
      }
    },
    add(object) {
      revision++
      object.isChanged = true
      insert(object)
    },
    removed,
    remove(object) {
      revision++
      removed.push(object)
      byId.delete(object.id)
      byType.set(
        object.type,
        listOf(object.type).filter((other) => other !== object),
      )
    },
    get isChanged() {
      return revision > 0
    },
    get revision() {
      return revision
    },
    touch(object) {
      revision++
      object.isChanged = true
    },
  }
}

/** The campaign of an ad set, the ad set of an ad. */
export function parentOf(object: AdObject): Campaign | AdSet | undefined {
  if (object.type === 'Ad') return object.adSet
  return object.type === 'AdSet' ? object.campaign : undefined
}

function append<Key>(lists: Map<Key, AdObject[]>, key: Key, object: AdObject): void {
  const list = lists.get(key)
  if (list) list.push(object)
  else lists.set(key, [object])
}
