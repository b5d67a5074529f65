import type { ObjectNode } from '../graph/node.ts'
import { accountNode, objectNode } from '../graph/node.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { Ad, AdSet, Campaign, Creative, DeliveringObject, ObjectType, StoredValues } from '../world/objects.ts'

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
  Campaign: { ...statusFields<'Campaign'>(), budget_remaining: ({ object }) => remaining(object.values) },
  AdSet: {
    ...statusFields<'AdSet'>(),
    campaign_id: ({ object }) => object.campaign.id,
    campaign: ({ account, object }) => objectNode(account, object.campaign),
    budget_remaining: ({ object }) => remaining(object.values),
    learning_stage_info: ({ object }) => learningStage(object),
  },
  Ad: {
    ...statusFields<'Ad'>(),
    adset_id: ({ object }) => object.adSet.id,
    campaign_id: ({ object }) => object.adSet.campaign.id,
    adset: ({ account, object }) => objectNode(account, object.adSet),
    campaign: ({ account, object }) => objectNode(account, object.adSet.campaign),
    creative: ({ account, object }) => objectNode(account, object.creative),
    issues_info: ({ object }, { now }) => issuesOf(object, now),
  },
  AdCreative: {
    thumbnail_url: ({ object }, { origin }) => pictureUrl(object, origin, 160),
    image_url: ({ object }, { origin }) => pictureUrl(object, origin, 1080),
  },
}

function statusFields<Type extends 'Campaign' | 'AdSet' | 'Ad'>(): Computed<Type> {
  return {
    account: ({ account }: { account: ObjectNode['account'] }) => accountNode(account),
    configured_status: ({ object }: { object: DeliveringObject }) => object.values.status,
    effective_status: ({ object }: { object: DeliveringObject }, { now }: ReadContext) =>
      effectiveStatus(object, now.getTime()),
  } as Computed<Type>
}

function pictureUrl({ picture }: Creative, origin: string, size: number): string {
  return `${origin}/__media/${picture.subject}-${picture.seed}-${size}.svg`
}

// The sandbox does not bill: what is left of a budget is all of it.
function remaining(values: StoredValues & Partial<Campaign['values']>): string {
  const daily = values['daily_budget']
  return String(daily !== undefined && daily !== '0' ? daily : (values['lifetime_budget'] ?? 0))
}

function learningStage({ learning }: AdSet): unknown {
  return learning && { status: learning }
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
