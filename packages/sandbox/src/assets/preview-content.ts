import type { AdAccount, Creative } from '../world/objects.ts'
import { imageByHash } from './image-object.ts'
import { picturePath } from './planned-images.ts'

/** All that a preview shows. */
export interface PreviewContent {
  advertiser: string
  message: string
  title: string
  description: string
  /** Host of the link, as an ad shows it. */
  domain: string
  callToAction: string
  /** Paths on this sandbox; several for a carousel, none when the picture is elsewhere. */
  pictures: readonly string[]
  cardTitles: readonly string[]
  isVideo: boolean
}

/** What a stored creative shows. */
export function creativeContent(account: AdAccount, { values, picture }: Creative): PreviewContent {
  const drawn = values.image_hash === undefined ? picturePath(picture, 1080) : undefined
  return specContent(account, values, drawn)
}

/**
 * What a creative would show.
 *
 * @param spec - Fields of a creative as they would be posted.
 * @param fallbackPicture - Path of the picture when the spec names none of the account's images.
 */
export function specContent(
  account: AdAccount,
  spec: Readonly<Record<string, unknown>>,
  fallbackPicture?: string,
): PreviewContent {
  const story = objectOf(spec.object_story_spec)
  const data = firstOf(story, ['link_data', 'video_data', 'photo_data', 'template_data', 'text_data'])
  const feed = objectOf(spec.asset_feed_spec)
  const cards = listOf(data.child_attachments).map(objectOf)
  const link = textOf(data.link, spec.link_url, objectOf(objectOf(data.call_to_action).value).link, urlIn(feed))
  const hashes = [
    ...cards.map((card) => card.image_hash),
    data.image_hash,
    spec.image_hash,
    firstItem(feed.images).hash,
  ]
  const pictures = hashes.flatMap((hash) => picturesOf(account, hash))
  return {
    advertiser: account.business.name,
    message: textOf(data.message, spec.body, firstItem(feed.bodies).text),
    title: textOf(data.name, data.title, spec.title, firstItem(feed.titles).text),
    description: textOf(data.description, data.link_description, firstItem(feed.descriptions).text),
    domain: textOf(data.caption, hostOf(link)),
    callToAction: actionLabel(
      textOf(objectOf(data.call_to_action).type, spec.call_to_action_type, listOf(feed.call_to_action_types)[0]),
    ),
    pictures: (pictures.length > 0 ? pictures : [fallbackPicture ?? '']).filter(Boolean).slice(0, maxCards),
    cardTitles: cards.slice(0, maxCards).map((card) => textOf(card.name)),
    isVideo: story.video_data !== undefined || spec.object_type === 'VIDEO' || listOf(feed.videos).length > 0,
  }
}

const maxCards = 10

function picturesOf(account: AdAccount, hash: unknown): string[] {
  const image = hash === undefined ? undefined : imageByHash(account, hash)
  return image ? [String(image.values.media_path)] : []
}

/** `SHOP_NOW` as a button says it. */
function actionLabel(type: string): string {
  if (type === '' || type === 'NO_BUTTON') return ''
  const words = type.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : ''
}

function urlIn(feed: Record<string, unknown>): unknown {
  return firstItem(feed.link_urls).website_url
}

function firstOf(story: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return objectOf(names.map((name) => story[name]).find((value) => value !== undefined))
}

function firstItem(list: unknown): Record<string, unknown> {
  return objectOf(listOf(list)[0])
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The first text that is not empty. A link that carries the whole preview can only be so long. */
function textOf(...values: readonly unknown[]): string {
  const found = values.find((value): value is string => typeof value === 'string' && value !== '')
  return (found ?? '').slice(0, 1200)
}
