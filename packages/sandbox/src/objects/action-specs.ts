import type { Ad } from '../world/objects.ts'
import { storyIdOf } from './creative-values.ts'
import { isRecord, listOf, recordOf, textOf } from './loose-values.ts'

type Spec = Readonly<Record<string, readonly string[]>>

/** What an ad is charged and optimised for: follows from the goal of its ad set. */
export function conversionSpecs(ad: Ad): readonly Spec[] {
  const { post, page, pixel, application } = partsOf(ad)
  switch (textOf(ad.adSet.values.optimization_goal)) {
    case 'OFFSITE_CONVERSIONS':
    case 'VALUE':
      return [application ? spec('app_custom_event', { application }) : spec('offsite_conversion', { fb_pixel: pixel })]
    case 'LINK_CLICKS':
    case 'LANDING_PAGE_VIEWS':
      return [spec('link_click', { post, 'post.wall': page })]
    case 'PAGE_LIKES':
      return [spec('like', { page })]
    case 'EVENT_RESPONSES':
      return [{ ...spec('rsvp', {}), response: ['yes'] }]
    case 'APP_INSTALLS':
      return [spec('mobile_app_install', { application })]
    case 'LEAD_GENERATION':
    case 'QUALITY_LEAD':
      return [spec('leadgen', { page })]
    case 'THRUPLAY':
      return [spec('video_view', { post, 'post.wall': page })]
    default:
      return [spec('post_engagement', { page, post })]
  }
}

/**
 * What is reported beside the goal: the promoted pixel, engagement with the post, and what the caller added. For app
 * installs and engagement the caller's specs replace Graph's own.
 */
export function trackingSpecs(ad: Ad): readonly unknown[] {
  const given = ad.values['tracking_specs']
  const own = isRecord(given) ? [given] : listOf(given)
  const { objective } = ad.adSet.campaign.values
  const replaces = objective === 'APP_INSTALLS' || objective === 'OUTCOME_ENGAGEMENT'
  if (replaces && own.length > 0) return own
  const known = new Set(own.map((item) => JSON.stringify(item)))
  return [...defaultTracking(ad).filter((item) => !known.has(JSON.stringify(item))), ...own]
}

function defaultTracking(ad: Ad): readonly Spec[] {
  const { post, page, pixel } = partsOf(ad)
  return [
    ...(pixel ? [spec('offsite_conversion', { fb_pixel: pixel })] : []),
    ...(post && page ? [spec('post_engagement', { page, post })] : []),
  ]
}

interface Parts {
  post: string
  page: string
  pixel: string
  application: string
}

function partsOf({ creative, adSet }: Ad): Parts {
  const promoted = recordOf(adSet.values['promoted_object'])
  const [page = '', post = ''] = (storyIdOf(creative) ?? '').split('_')
  return {
    post,
    page: page || textOf(promoted['page_id']),
    pixel: textOf(promoted['pixel_id']),
    application: textOf(promoted['application_id']),
  }
}

function spec(actionType: string, keys: Readonly<Record<string, string>>): Spec {
  const filled = Object.entries(keys).filter(([, id]) => id !== '')
  return { 'action.type': [actionType], ...Object.fromEntries(filled.map(([name, id]) => [name, [id]])) }
}
