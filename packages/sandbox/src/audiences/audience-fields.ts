import { accountNode, businessNode, type ObjectNode } from '../graph/node.ts'
import type { CustomAudience } from '../world/objects.ts'
import { recordOf, recordsOf, textOf } from '../objects/loose-values.ts'
import { estimatedPeople } from '../account-edges/estimated-people.ts'
import { sentenceLines } from '../account-edges/targeting-sentences.ts'
import { audienceSize, isPopulating, sizeBounds, smallestAudience } from './audience-size.ts'
import { sharedWith } from './audience-sharing.ts'

interface ReadContext {
  now: Date
}

type Node = ObjectNode<'CustomAudience'>
type SavedNode = ObjectNode<'SavedAudience'>
type Reader<N> = (node: N, context: ReadContext) => unknown

const customFields: Readonly<Record<string, Reader<Node>>> = {
  approximate_count_lower_bound: ({ object }, { now }) => sizeBounds(audienceSize(object, now)).lower,
  approximate_count_upper_bound: ({ object }, { now }) => sizeBounds(audienceSize(object, now)).upper,
  delivery_status: ({ object }, { now }) => deliveryStatus(object, now),
  operation_status: ({ object }, { now }) => operationStatus(object, now),
  data_source: ({ object }) => dataSource(object),
  time_content_updated: ({ object }) =>
    Math.floor(Number(object.values.content_updated_ms ?? Number(object.values.time_content_updated) * 1000) / 1000),
  lookalike_audience_ids: (node) => lookalikesOf(node),
  owner_business: ({ account }) => businessNode(account),
  permission_for_actions: ({ object }) => ({
    can_edit: true,
    can_see_insight: object.values.subtype !== 'LOOKALIKE',
    can_share: true,
    subtype_supports_lookalike: object.values.subtype !== 'LOOKALIKE',
    supports_recipient_lookalike: false,
  }),
  sharing_status: ({ object }) =>
    sharedWith(object).length > 0 ? { sharing_relationship_id: 0, status: 'shared' } : undefined,
  is_value_based: ({ object }) => object.values.is_value_based ?? false,
  is_household: () => false,
  is_snapshot: ({ object }) => object.values.is_snapshot ?? false,
  is_eligible_for_sac_campaigns: ({ object }) => object.values.subtype !== 'LOOKALIKE',
  retention_days: ({ object }) => object.values.retention_days ?? 0,
}

const savedFields: Readonly<Record<string, Reader<SavedNode>>> = {
  account: ({ account }) => accountNode(account),
  approximate_count_lower_bound: ({ account, object }, { now }) => savedBounds(account, object, now).lower,
  approximate_count_upper_bound: ({ account, object }, { now }) => savedBounds(account, object, now).upper,
  operation_status: () => ({ code: 200, description: 'Normal' }),
  owner_business: ({ account }) => businessNode(account),
  permission_for_actions: () => ({ can_edit: true, can_see_insight: true, can_share: true }),
  run_status: () => 'ACTIVE',
  sentence_lines: ({ object }) => sentenceLines(object.values.targeting),
  time_created: ({ object }) => object.values.created_time,
  time_updated: ({ object }) => object.values.updated_time,
}

/** Fields of custom and saved audiences that are computed on reading. */
export const audienceFields = { CustomAudience: customFields, SavedAudience: savedFields }

function savedBounds(account: SavedNode['account'], object: SavedNode['object'], now: Date) {
  const findAudience = (id: string) =>
    account
      .objects()
      .all('CustomAudience')
      .find((audience) => audience.id === id)
  return sizeBounds(estimatedPeople(findAudience, object.values.targeting, now))
}

// Codes and texts of Meta's reference of CustomAudienceStatus.
function deliveryStatus(audience: CustomAudience, now: Date): unknown {
  const size = audienceSize(audience, now)
  if (size !== undefined && size < smallestAudience) {
    return { code: 300, description: 'This audience is too small to be used for ads. Add more people to it.' }
  }
  return { code: 200, description: 'This audience is ready for use.' }
}

function operationStatus(audience: CustomAudience, now: Date): unknown {
  const { subtype, people, invalid_entries: invalid } = audience.values
  if (isPopulating(audience, now)) {
    return subtype === 'LOOKALIKE'
      ? { code: 433, description: 'Creating your lookalike audience. This can take up to 24 hours.' }
      : { code: 441, description: "We're finding people who fit your audience criteria." }
  }
  if (subtype === 'CUSTOM' && people === undefined) {
    return { code: 410, description: 'No users have been uploaded to this custom audience.' }
  }
  const share = Number(invalid ?? 0) / Math.max(1, Number(invalid ?? 0) + Number(people ?? 0))
  if (share > 0.5) return { code: 412, description: 'Many entries of the last upload could not be read.' }
  return { code: 200, description: 'Normal' }
}

function dataSource({ values }: CustomAudience): unknown {
  const [type, subType] = dataSources[String(values.subtype)] ?? ['UNKNOWN', 'ANYTHING']
  return { type, sub_type: subType, creation_params: '[]' }
}

const dataSources: Readonly<Record<string, readonly [string, string]>> = {
  CUSTOM: ['FILE_IMPORTED', 'HASHES_OR_USER_IDS'],
  LOOKALIKE: ['SEED_BASED', 'LOOKALIKE_PLATFORM'],
  WEBSITE: ['EVENT_BASED', 'WEB_PIXEL_HITS'],
  ENGAGEMENT: ['EVENT_BASED', 'ENGAGEMENT_EVENT_USERS'],
  VIDEO: ['EVENT_BASED', 'VIDEO_EVENT_USERS'],
  APP: ['EVENT_BASED', 'MOBILE_APP_EVENTS'],
}

function lookalikesOf({ account, id }: Node): string[] {
  return account
    .objects()
    .all('CustomAudience')
    .filter(({ values }) => originIds(values.lookalike_spec).includes(id))
    .map((audience) => audience.id)
}

function originIds(spec: unknown): string[] {
  return recordsOf(recordOf(spec).origin).map(({ id }) => textOf(id))
}
