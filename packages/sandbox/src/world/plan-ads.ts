import type { CampaignTemplate } from './campaign-templates.ts'
import { graphTime } from './clock.ts'
import type { EpochDay } from './day.ts'
import type { AdDelivery, AdSetDelivery } from './delivery.ts'
import type { Ad, AdSet, ConfiguredStatus, Creative } from './objects.ts'
import { objectId, pageId } from './object-ids.ts'
import { seasonLabel, type PlanContext } from './plan-context.ts'
import { createRandom, seedOf } from './random.ts'

/** The ads of one ad set: new ones come in waves and take over from tired ones. */
export function planAds(
  context: PlanContext,
  template: CampaignTemplate,
  adSet: AdSet,
  delivery: AdSetDelivery,
  firstIndex: number,
  count: number,
): { ad: Ad; delivery: AdDelivery }[] {
  return Array.from({ length: count }, (_, position) => {
    const index = firstIndex + position
    const seed = seedOf(context.seed, context.startDay, context.accountIndex, 'ad', index, count)
    const random = createRandom(seed)
    const life = lifeOf(context.startDay, delivery, position, count, index)
    const adDelivery: AdDelivery = {
      seed,
      adSet: delivery,
      firstDay: life.firstDay,
      lastDay: life.lastDay,
      weight: Math.exp(0.7 * random.normal()),
      quality: Math.exp(0.28 * random.normal()),
    }
    delivery.ads.push(adDelivery)
    return { ad: adOf(context, template, adSet, index, life), delivery: adDelivery }
  })
}

interface Life {
  firstDay: EpochDay
  /** Before `firstDay` when the ad never delivered. */
  lastDay: EpochDay
  status: ConfiguredStatus
  review?: 'PENDING_REVIEW' | 'IN_PROCESS' | 'DISAPPROVED' | 'WITH_ISSUES'
}

function lifeOf(startDay: EpochDay, adSet: AdSetDelivery, position: number, count: number, index: number): Life {
  const isOpen = adSet.lastDay === Number.POSITIVE_INFINITY
  const end = isOpen ? startDay : adSet.lastDay
  const length = Math.max(1, end - adSet.firstDay)
  const wave = (length * 0.85) / count
  const firstDay = adSet.firstDay + Math.floor(wave * position)
  // The newest of a full ad set is sometimes not through review; the one before it then runs on.
  if (isOpen && count >= 4 && position === count - 1 && index % 3 === 0) return notDelivering(startDay, index)
  if (position >= count - 2) return { firstDay, lastDay: adSet.lastDay, status: 'ACTIVE', ...issuesOf(isOpen, index) }
  const lastDay = Math.min(end - 1, firstDay + Math.ceil(wave * (1.7 + (index % 5) * 0.35)))
  if (isOpen && lastDay >= startDay - 2) return { firstDay, lastDay: adSet.lastDay, status: 'ACTIVE' }
  return {
    firstDay,
    lastDay,
    status: (['PAUSED', 'ARCHIVED', 'PAUSED', 'DELETED', 'PAUSED'] as const)[index % 5] ?? 'PAUSED',
  }
}

function notDelivering(startDay: EpochDay, index: number): Life {
  const review =
    (['PENDING_REVIEW', 'DISAPPROVED', 'IN_PROCESS'] as const)[Math.floor(index / 3) % 3] ?? 'PENDING_REVIEW'
  return { firstDay: startDay, lastDay: startDay - 1, status: 'ACTIVE', review }
}

function issuesOf(isOpen: boolean, index: number): Pick<Life, 'review'> {
  return isOpen && index % 29 === 2 ? { review: 'WITH_ISSUES' } : {}
}

function adOf(context: PlanContext, template: CampaignTemplate, adSet: AdSet, index: number, life: Life): Ad {
  const { timezone } = context.market
  const createdTime = graphTime(life.firstDay - 1, 620 + (index % 500), timezone)
  const creative = creativeOf(context, template, index, createdTime)
  const lastTouched = Math.min(context.startDay - 1, life.lastDay)
  return {
    type: 'Ad',
    id: objectId(context.accountIndex, 'Ad', index),
    adSet,
    creative,
    values: {
      name: `${creative.values.name} | ${seasonLabel(life.firstDay)}`,
      status: life.status,
      created_time: createdTime,
      updated_time: graphTime(Math.max(life.firstDay - 1, lastTouched), 700 + (index % 300), timezone),
    },
    ...troubleOf(context, life),
    statusChanges: [],
    isChanged: false,
  }
}

// Reviews of the plan last two days of the sandbox clock, so that a demo shows some.
const plannedReviewMs = 2 * 86_400_000

function troubleOf({ startDay }: PlanContext, { review }: Life): Pick<Ad, 'review' | 'issue'> {
  if (review === undefined) return {}
  if (review === 'IN_PROCESS' || review === 'WITH_ISSUES') return { issue: review }
  const isPending = review === 'PENDING_REVIEW'
  const startMs = startDay * 86_400_000
  return {
    review: {
      endsAtMs: isPending ? startMs + plannedReviewMs : startMs,
      outcome: isPending ? 'APPROVED' : 'DISAPPROVED',
    },
  }
}

const formats = ['UGC video', 'Static', 'Carousel', 'Studio video', 'Reel', 'Founder story'] as const

function creativeOf(
  { accountIndex, business }: PlanContext,
  template: CampaignTemplate,
  index: number,
  createdTime: string,
): Creative {
  const pick = <T>(list: readonly T[], salt: string) => list[seedOf(business.slug, index, salt) % list.length]
  const product = pick(business.products, 'product') ?? business.name
  const hook = pick(business.hooks, 'hook') ?? ''
  const format = pick(formats, 'format') ?? 'Static'
  const title = `${product}: ${hook.toLowerCase()}`
  const body = `${hook}. Meet the ${product} by ${business.name}.`
  const link = `https://${business.site}/${product.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
  const action = callToActionOf(template)
  return {
    type: 'AdCreative',
    id: objectId(accountIndex, 'AdCreative', index),
    values: {
      name: `${product} | ${format} | ${hook}`,
      title,
      body,
      status: 'ACTIVE',
      object_type: format.includes('video') || format === 'Reel' ? 'VIDEO' : 'SHARE',
      call_to_action_type: action,
      link_url: link,
      object_story_spec: {
        page_id: pageId(accountIndex),
        link_data: { link, message: body, name: title, call_to_action: { type: action } },
      },
      created_time: createdTime,
      updated_time: createdTime,
    },
    picture: { subject: pick(business.subjects, 'product') ?? 'bag', seed: seedOf(business.slug, product, index % 9) },
    isChanged: false,
  }
}

function callToActionOf({ objective }: CampaignTemplate): string {
  if (objective === 'OUTCOME_LEADS') return 'SIGN_UP'
  return objective === 'OUTCOME_SALES' ? 'SHOP_NOW' : 'LEARN_MORE'
}
