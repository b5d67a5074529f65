import type { CampaignTemplate } from './campaign-templates.ts'
import { graphTime } from './clock.ts'
import type { EpochDay } from './day.ts'
import type { AdDelivery, AdSetDelivery } from './delivery.ts'
import type { Ad, AdSet, ConfiguredStatus, Creative, EffectiveStatus } from './objects.ts'
import { objectId } from './object-ids.ts'
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
  const creative = creativeOf(context, template, index)
  const lastTouched = Math.min(context.startDay - 1, life.lastDay)
  return {
    id: objectId(context.accountIndex, 'ad', index),
    name: `${creative.name} | ${seasonLabel(life.firstDay)}`,
    adSet,
    creative,
    status: life.status,
    effectiveStatus: effectiveStatusOf(life, adSet),
    createdTime: graphTime(life.firstDay - 1, 620 + (index % 500), timezone),
    updatedTime: graphTime(Math.max(life.firstDay - 1, lastTouched), 700 + (index % 300), timezone),
  }
}

function effectiveStatusOf({ status, review }: Life, adSet: AdSet): EffectiveStatus {
  const { effectiveStatus: parent } = adSet
  if (parent === 'ARCHIVED' || parent === 'DELETED') return parent
  if (status !== 'ACTIVE') return status
  if (parent === 'CAMPAIGN_PAUSED') return parent
  return parent === 'PAUSED' ? 'ADSET_PAUSED' : (review ?? 'ACTIVE')
}

const formats = ['UGC video', 'Static', 'Carousel', 'Studio video', 'Reel', 'Founder story'] as const

function creativeOf({ accountIndex, business }: PlanContext, template: CampaignTemplate, index: number): Creative {
  const pick = <T>(list: readonly T[], salt: string) => list[seedOf(business.slug, index, salt) % list.length]
  const product = pick(business.products, 'product') ?? business.name
  const hook = pick(business.hooks, 'hook') ?? ''
  const format = pick(formats, 'format') ?? 'Static'
  return {
    id: objectId(accountIndex, 'creative', index),
    name: `${product} | ${format} | ${hook}`,
    title: `${product}: ${hook.toLowerCase()}`,
    body: `${hook}. Meet the ${product} by ${business.name}.`,
    callToAction:
      template.objective === 'OUTCOME_LEADS'
        ? 'SIGN_UP'
        : template.objective === 'OUTCOME_SALES'
          ? 'SHOP_NOW'
          : 'LEARN_MORE',
    linkUrl: `https://${business.site}/${product.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    objectType: format.includes('video') || format === 'Reel' ? 'VIDEO' : 'SHARE',
    picture: { subject: pick(business.subjects, 'product') ?? 'bag', seed: seedOf(business.slug, product, index % 9) },
  }
}
