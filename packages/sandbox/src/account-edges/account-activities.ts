import type { Caller } from '../identity/caller.ts'
import { wireTime } from '../objects/wire-time.ts'
import type { AdAccount, AdObject, ObjectType } from '../world/objects.ts'

/** One thing that was done in an account. */
export interface Activity {
  atMs: number
  category: ObjectType
  row: Record<string, unknown>
}

/** Everything that the times of an account's objects tell of, newest first. */
export function accountActivities(account: AdAccount, caller: Caller, now: Date): readonly Activity[] {
  const activities = types.flatMap((type) =>
    account
      .objects()
      .all(type)
      .flatMap((object) => activitiesOf(account, object, caller)),
  )
  return activities
    .filter(({ atMs }) => atMs <= now.getTime())
    .sort((a, b) => b.atMs - a.atMs || String(a.row['object_id']).localeCompare(String(b.row['object_id'])))
}

/** The values of `category` under which the activities of a type are found. */
export function activityCategories(type: ObjectType): readonly string[] {
  return categories[type] ?? []
}

const types = ['Campaign', 'AdSet', 'Ad', 'AdImage', 'CustomAudience'] as const

const categories: { readonly [Type in ObjectType]?: readonly string[] } = {
  Campaign: ['CAMPAIGN', 'STATUS', 'BUDGET'],
  AdSet: ['AD_SET', 'STATUS', 'BUDGET', 'BID', 'DATE', 'TARGETING'],
  Ad: ['AD', 'STATUS'],
  AdImage: ['ACCOUNT'],
  CustomAudience: ['AUDIENCE'],
}

interface Wording {
  created: readonly [type: string, text: string]
  changed: readonly [type: string, text: string]
  objectType: string
}

const wordings: { readonly [Type in (typeof types)[number]]: Wording } = {
  Campaign: {
    created: ['create_campaign_group', 'Campaign created'],
    changed: ['update_campaign_run_status', 'Campaign status updated'],
    objectType: 'CAMPAIGN',
  },
  AdSet: {
    created: ['create_ad_set', 'Ad set created'],
    changed: ['update_ad_set_run_status', 'Ad set status updated'],
    objectType: 'AD_SET',
  },
  Ad: {
    created: ['create_ad', 'Ad created'],
    changed: ['update_ad_run_status', 'Ad status updated'],
    objectType: 'AD',
  },
  AdImage: {
    created: ['add_images', 'Images added'],
    changed: ['edit_images', 'Images edited'],
    objectType: 'ACCOUNT',
  },
  CustomAudience: {
    created: ['create_audience', 'Audience created'],
    changed: ['update_audience', 'Audience updated'],
    objectType: 'AUDIENCE',
  },
}

function activitiesOf(account: AdAccount, object: AdObject, caller: Caller): Activity[] {
  if (!isTold(object)) return []
  const { created, changed } = wordings[object.type]
  const createdMs = msOf(object.values.created_time)
  const changes = 'statusChanges' in object ? object.statusChanges.map(({ atMs }) => atMs) : []
  const updatedMs = msOf(object.values.updated_time)
  const others = [...new Set([...changes.map(toSecond), updatedMs])].filter((atMs) => atMs > createdMs)
  return [
    activityOf(account, object, caller, createdMs, created),
    ...others.map((atMs) => activityOf(account, object, caller, atMs, changed)),
  ]
}

function activityOf(
  account: AdAccount,
  object: AdObject & { type: (typeof types)[number] },
  caller: Caller,
  atMs: number,
  [eventType, text]: readonly [string, string],
): Activity {
  const values: Record<string, unknown> = object.values
  const change = eventType.endsWith('run_status')
    ? { type: 'run_status', new_value: values['status'] }
    : { type: 'object' }
  return {
    atMs,
    category: object.type,
    row: {
      actor_id: caller.id,
      actor_name: caller.name,
      application_id: caller.appId,
      application_name: 'Adpane Sandbox',
      date_time_in_timezone: wireTime(atMs, account.timezone),
      event_time: wireTime(atMs, 'UTC'),
      event_type: eventType,
      translated_event_type: text,
      extra_data: JSON.stringify(change),
      object_id: object.id,
      object_name: object.values.name,
      object_type: wordings[object.type].objectType,
    },
  }
}

function isTold(object: AdObject): object is AdObject & { type: (typeof types)[number] } {
  return types.some((type) => type === object.type)
}

function msOf(time: string): number {
  return Date.parse(time.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
}

function toSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}
