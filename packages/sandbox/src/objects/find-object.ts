import { unknownObject } from '../graph/graph-error.ts'
import type { AdAccount, ObjectOf, ObjectType } from '../world/objects.ts'
import { textOf } from './loose-values.ts'

/**
 * The object of a given type that a parameter names.
 *
 * @throws {GraphError} 100/33 when the account has none of that id and type.
 */
export function findObject<Type extends ObjectType>(account: AdAccount, type: Type, id: unknown): ObjectOf<Type> {
  const found = account.objects().find(textOf(id))
  if (found?.type !== type) throw unknownObject(textOf(id), 'POST')
  return found as ObjectOf<Type>
}
