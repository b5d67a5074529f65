import { assetFields } from '../assets/asset-fields.ts'
import { imageByHash, imageUrl } from '../assets/image-object.ts'
import { pictureHash } from '../assets/planned-images.ts'
import { audienceFields } from '../audiences/audience-fields.ts'
import { accountNode, objectNode, type Node, type ObjectNode } from '../graph/node.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { Ad, AdAccount, Creative, DeliveringObject, ObjectType } from '../world/objects.ts'
import { conversionSpecs, trackingSpecs } from './action-specs.ts'
import { advantageState } from './advantage-state.ts'
import { budgetRemaining } from './budget-remaining.ts'
import { storyIdOf } from './creative-values.ts'
import { readLabels } from './object-labels.ts'
import { learningStage } from './learning.ts'

/** What computing a field may need besides the node. */
export interface ReadContext {
  now: Date
  /** Where this sandbox is reached, without a trailing slash. */
  origin: string
}

type Computed<Type extends ObjectType> = Readonly<
  Record<string, (node: ObjectNode<Type>, context: ReadContext) => unknown>
>

/** Fields that Graph computes on reading instead of storing. A value may itself be a node. */
export const computedFields: { readonly [Type in ObjectType]?: Computed<Type> } = {
  Campaign: {
    ...statusFields<'Campaign'>(),
    budget_remaining: ({ account, object }, { now }) => budgetRemaining(account, object, now),
    can_use_spend_cap: () => true,
    advantage_state_info: (node) => stateOf(node),
    smart_promotion_type: (node) => node.object.values['smart_promotion_type'] ?? guidedCreation(node),
    source_campaign: ({ account, object }) => sourceNode(account, object.values['source_campaign_id']),
    adlabels: ({ account, object }) => readLabels(account, object),
  },
  AdSet: {
    ...statusFields<'AdSet'>(),
    campaign_id: ({ object }) => object.campaign.id,
    campaign: ({ account, object }) => objectNode(account, object.campaign),
    budget_remaining: ({ account, object }, { now }) => budgetRemaining(account, object, now),
    learning_stage_info: ({ account, object }, { now }) => learningStage(account, object, now),
    source_adset: ({ account, object }) => sourceNode(account, object.values['source_adset_id']),
    adlabels: ({ account, object }) => readLabels(account, object),
  },
  Ad: {
    ...statusFields<'Ad'>(),
    adset_id: ({ object }) => object.adSet.id,
    campaign_id: ({ object }) => object.adSet.campaign.id,
    adset: ({ account, object }) => objectNode(account, object.adSet),
    campaign: ({ account, object }) => objectNode(account, object.adSet.campaign),
    creative: ({ account, object }) => objectNode(account, object.creative),
    issues_info: ({ object }, { now }) => issuesOf(object, now),
    ad_review_feedback: ({ object }, { now }) => feedbackOf(object, now),
    conversion_specs: ({ object }) => conversionSpecs(object),
    tracking_specs: ({ object }) => trackingSpecs(object),
    source_ad: ({ account, object }) => sourceNode(account, object.values['source_ad_id']),
    adlabels: ({ account, object }) => readLabels(account, object),
  },
  AdCreative: {
    thumbnail_url: (node, { origin }) => uploadedUrl(node, origin, 128) ?? pictureUrl(node.object, origin, 160),
    image_url: (node, { origin }) =>
      node.object.values['image_url'] ?? uploadedUrl(node, origin) ?? pictureUrl(node.object, origin, 1080),
    image_hash: ({ account, object }) => object.values['image_hash'] ?? drawnHash(account, object),
    effective_object_story_id: ({ object }) => storyIdOf(object),
    adlabels: ({ account, object }) => readLabels(account, object),
  },
  ...assetFields,
  ...audienceFields,
}

function stateOf({ account, object }: ObjectNode<'Campaign'>): Readonly<Record<string, string>> {
  return advantageState(object, account.objects().adSetsOf(object))
}

// Campaigns whose settings make them Advantage+ say so here too.
function guidedCreation(node: ObjectNode<'Campaign'>): string | undefined {
  return stateOf(node)['advantage_state'] === 'DISABLED' ? undefined : 'GUIDED_CREATION'
}

function sourceNode(account: AdAccount, id: unknown): Node | undefined {
  const source = typeof id === 'string' ? account.objects().find(id) : undefined
  return source && objectNode(account, source)
}

function statusFields<Type extends 'Campaign' | 'AdSet' | 'Ad'>(): Computed<Type> {
  return {
    account: ({ account }: { account: ObjectNode['account'] }) => accountNode(account),
    configured_status: ({ object }: { object: DeliveringObject }) => object.values.status,
    effective_status: ({ object }: { object: DeliveringObject }, { now }: ReadContext) =>
      effectiveStatus(object, now.getTime()),
  }
}

function uploadedUrl({ account, object }: ObjectNode<'AdCreative'>, origin: string, size?: number): string | undefined {
  const hash = object.values['image_hash']
  const image = hash === undefined ? undefined : imageByHash(account, hash)
  return image && imageUrl(image, origin, size)
}

/** Planned creatives show pictures of the account's image library. */
function drawnHash(account: AdAccount, { picture }: Creative): string | undefined {
  const hash = pictureHash(picture)
  return imageByHash(account, hash) && hash
}

function pictureUrl({ picture }: Creative, origin: string, size: number): string {
  return `${origin}/__media/${picture.subject}-${picture.seed}-${size}.svg`
}

function feedbackOf(ad: Ad, now: Date): unknown {
  if (effectiveStatus(ad, now.getTime()) !== 'DISAPPROVED') return undefined
  return { global: { 'Ad rejected': 'The ad was rejected in review. Edit it or ask for another review.' } }
}

function issuesOf(ad: Ad, now: Date): unknown {
  const status = effectiveStatus(ad, now.getTime())
  if (status === 'DISAPPROVED') {
    return [
      issue('HARD_ERROR', 1815869, 'Ad rejected', 'The ad was rejected in review. Edit it or ask for another review.'),
    ]
  }
  if (status !== 'WITH_ISSUES') return undefined
  return [issue('SOFT_ERROR', 1815859, 'Landing page is slow', 'Some people leave before the landing page has loaded.')]
}

function issue(errorType: string, code: number, summary: string, message: string): Record<string, unknown> {
  return { level: 'AD', error_code: code, error_type: errorType, error_summary: summary, error_message: message }
}
