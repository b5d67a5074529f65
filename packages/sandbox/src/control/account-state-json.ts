import { parentOf, type AccountObjects } from '../world/account-objects.ts'
import type { Ad, AdAccount, AdObject, AdSet, Campaign, ObjectOf, ObjectType } from '../world/objects.ts'
import { ControlError } from './control-error.ts'
import type { FromSchema, JsonSchema } from './json-schema.ts'

const anyValues = { type: 'object', properties: {}, additionalProperties: {} } as const satisfies JsonSchema

// Parents and what ads refer to come first, so that a reader can build each object as it comes.
const types = [
  'AdImage',
  'AdLabel',
  'AdsPixel',
  'CustomAudience',
  'SavedAudience',
  'AdCreative',
  'Campaign',
  'AdSet',
  'Ad',
] as const satisfies readonly ObjectType[]

const objectSchema = {
  type: 'object',
  required: ['type', 'id', 'values'],
  properties: {
    type: { type: 'string', enum: types },
    id: { type: 'string', maxLength: 200 },
    values: { ...anyValues, description: 'Fields as Graph names and writes them.' },
    isRemoved: { type: 'boolean', description: 'Gone, but its id is used up.' },
    parent: { type: 'string', maxLength: 200, description: 'Campaign of an ad set, ad set of an ad.' },
    creative: { type: 'string', maxLength: 200 },
    state: {
      ...anyValues,
      description: 'What the sandbox knows of it besides: status changes, review, learning, picture.',
    },
  },
} as const

export const accountStateSchema = {
  type: 'object',
  required: ['id', 'values', 'objects'],
  properties: {
    id: { type: 'string', maxLength: 40 },
    values: { ...anyValues, description: 'Fields of the account itself that calls have set.' },
    objects: { type: 'array', items: objectSchema, description: 'Made, altered and removed objects.' },
  },
} as const

type ObjectJson = FromSchema<typeof objectSchema>
export type AccountStateJson = FromSchema<typeof accountStateSchema>

/** What calls have made of an account; everything else follows from the seed. */
export function accountStateJson(account: AdAccount): AccountStateJson {
  const objects = account.objects()
  const changed = types.flatMap((type) => objects.all(type).filter(({ isChanged }) => isChanged))
  return {
    id: account.id,
    values: account.values,
    objects: [
      ...objects.removed.map((object) => ({ ...objectJson(object), isRemoved: true })),
      ...changed.map(objectJson),
    ],
  }
}

/**
 * Brings an untouched account to an exported state.
 *
 * @param field - Where the state stands in the body, for messages.
 * @throws {ControlError} An object refers to one that is not there.
 */
export function restoreAccount(account: AdAccount, state: AccountStateJson, field: string): void {
  Object.assign(account.values, state.values)
  const objects = account.objects()
  for (const [index, json] of state.objects.entries()) restoreObject(objects, json, `${field}.objects[${index}]`)
}

function restoreObject(objects: AccountObjects, json: ObjectJson, field: string): void {
  const planned = objects.find(json.id)
  if (planned && planned.type !== json.type) {
    throw new ControlError('invalid_field', `${field}.type must be ${planned.type}, as planned.`, `${field}.type`)
  }
  checkState(json, field)
  const object = Object.assign(planned ?? builtObject(objects, json, field), changeable(objects, json, field))
  if (planned) objects.touch(object)
  else objects.add(object)
  if (json.isRemoved === true) objects.remove(object)
}

function checkState({ state = {} }: ObjectJson, field: string): void {
  const foreign = Object.keys(state).find((name) => fixed.has(name))
  if (foreign !== undefined) {
    throw new ControlError(
      'invalid_field',
      `${field}.state.${foreign} cannot be set here.`,
      `${field}.state.${foreign}`,
    )
  }
  const { statusChanges } = state as Record<string, unknown>
  if (statusChanges === undefined || Array.isArray(statusChanges)) return
  throw new ControlError(
    'invalid_field',
    `${field}.state.statusChanges must be a list.`,
    `${field}.state.statusChanges`,
  )
}

function objectJson(object: AdObject): ObjectJson {
  const { type, id, values, isChanged: _, ...rest } = object
  const parent = parentOf(object)
  const state = Object.entries(rest).filter(([name]) => !references.has(name))
  return {
    type,
    id,
    values,
    ...(parent ? { parent: parent.id } : {}),
    ...(object.type === 'Ad' ? { creative: object.creative.id } : {}),
    ...(state.length > 0 ? { state: Object.fromEntries(state) } : {}),
  }
}

// Other objects stand in an export by their ids.
const references: ReadonlySet<string> = new Set(['campaign', 'adSet', 'creative'])
const fixed: ReadonlySet<string> = new Set(['type', 'id', 'values', 'isChanged', ...references])

// What never changes of an object, and what the rest of the sandbox counts on; `changeable` adds the rest.
function builtObject(objects: AccountObjects, { type, id, parent }: ObjectJson, field: string): AdObject {
  const base = { type, id, isChanged: true }
  const delivering = { ...base, statusChanges: [] }
  if (type === 'Campaign') return delivering as unknown as Campaign
  if (type === 'AdSet') {
    return { ...delivering, campaign: referred(objects, 'Campaign', parent, `${field}.parent`) } as unknown as AdSet
  }
  if (type === 'Ad')
    return { ...delivering, adSet: referred(objects, 'AdSet', parent, `${field}.parent`) } as unknown as Ad
  return (type === 'AdCreative' ? { ...base, picture: { subject: 'bag', seed: 0 } } : base) as unknown as AdObject
}

function changeable(objects: AccountObjects, { type, values, state, creative }: ObjectJson, field: string): object {
  return {
    ...structuredClone({ ...state, values }),
    ...(type === 'Ad' ? { creative: referred(objects, 'AdCreative', creative, `${field}.creative`) } : {}),
  }
}

function referred<Type extends ObjectType>(
  objects: AccountObjects,
  type: Type,
  id: string | undefined,
  field: string,
): ObjectOf<Type> {
  const found = objects.find(id ?? '') ?? objects.removed.find((object) => object.id === id)
  if (found?.type === type) return found as ObjectOf<Type>
  throw new ControlError('invalid_field', `${field} must be the id of a ${type} of this account.`, field)
}
