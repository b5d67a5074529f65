import type { AdAccount, Creative } from '../world/objects.ts'
import type { Scene } from './draft.ts'
import { fingerprint, listOf, recordOf, recordsOf, textOf } from './loose-values.ts'
import { wireTime } from './wire-time.ts'
import { wireValues } from './wire-values.ts'

type Values = Record<string, unknown>

/** What a new creative stores: what was sent, and what Graph takes out of the story it makes of it. */
export function newCreativeValues({ account, nowMs }: Scene, sent: Readonly<Values>): Values {
  const values = wireValues('AdCreative', sent, account)
  const now = wireTime(nowMs, account.timezone)
  const shown = { ...contentOf(values), ...values }
  return {
    ...shown,
    name:
      textOf(values['name']) || `${textOf(shown['title']) || 'Creative'} ${now.slice(0, 10)}-${fingerprint(values)}`,
    status: 'ACTIVE',
    object_type: values['object_type'] ?? objectTypeOf(values),
    created_time: now,
    updated_time: now,
  }
}

/** Text, picture and action of the story, which a creative shows in fields of its own. */
function contentOf(values: Readonly<Values>): Values {
  const spec = recordOf(values['object_story_spec'])
  const [link, video, photo, template, text] = [
    'link_data',
    'video_data',
    'photo_data',
    'template_data',
    'text_data',
  ].map((name) => recordOf(spec[name]))
  const feed = recordOf(values['asset_feed_spec'])
  const content = { ...text, ...template, ...photo, ...video, ...link }
  const action = recordOf(
    content['call_to_action'] ?? recordsOf(feed['call_to_actions'])[0] ?? values['call_to_action'],
  )
  return defined({
    actor_id: spec['page_id'],
    instagram_user_id: spec['instagram_user_id'],
    title: content['title'] ?? content['name'] ?? recordsOf(feed['titles'])[0]?.['text'],
    body: content['message'] ?? recordsOf(feed['bodies'])[0]?.['text'],
    call_to_action_type: action['type'] ?? listOf(feed['call_to_action_types'])[0],
    image_hash: content['image_hash'],
    image_url: content['picture'] ?? content['image_url'],
    video_id: content['video_id'],
    link_url: content['link'] ?? recordOf(action['value'])['link'],
  })
}

function defined(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function objectTypeOf(values: Readonly<Values>): string {
  const spec = recordOf(values['object_story_spec'])
  if (spec['video_data'] !== undefined || values['video_id'] !== undefined) return 'VIDEO'
  if (spec['photo_data'] !== undefined) return 'PHOTO'
  return spec['text_data'] === undefined ? 'SHARE' : 'STATUS'
}

// What the drawn pictures can show.
const subjects = ['backpack', 'cup', 'bag', 'bottle', 'mug', 'tent', 'lamp', 'jar', 'screen']

/** A drawn picture that stands for the media of a creative; the same media are the same picture. */
export function pictureFor(values: Readonly<Values>): Creative['picture'] {
  const media =
    values['image_hash'] ?? values['video_id'] ?? values['image_url'] ?? values['object_story_spec'] ?? values['name']
  const seed = Number.parseInt(fingerprint(media).slice(0, 7), 16)
  return { subject: subjects[seed % subjects.length] ?? 'bag', seed }
}

/** The Page post behind a creative: the promoted one, or the unpublished one Graph makes of its spec. */
export function storyIdOf({ id, values }: Creative): string | undefined {
  const given = textOf(values['object_story_id'])
  if (given !== '') return given
  const pageId = textOf(recordOf(values['object_story_spec'])['page_id'])
  // Post ids look like 122 and twelve digits; these follow from the creative's.
  return pageId === '' ? undefined : `${pageId}_122${id.slice(-12).padStart(12, '0')}`
}

/** The creative of this account that already promotes a post. */
export function creativeOfStory(account: AdAccount, storyId: string): Creative | undefined {
  const creatives = account.objects().all('AdCreative')
  return creatives.find(({ values }) => values['object_story_id'] === storyId && values['status'] !== 'DELETED')
}
