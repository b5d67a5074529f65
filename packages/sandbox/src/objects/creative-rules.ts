import { notOneOf, type GraphError } from '../graph/graph-error.ts'
import { enumValues, structFields } from '../schema/graph-schema.ts'
import type { Draft, Rule } from './draft.ts'
import { isRecord, listOf, recordOf, recordsOf, textOf } from './loose-values.ts'
import { refusal } from './refusals.ts'
import { imageByHash } from '../assets/image-object.ts'
import { isPageId, pageId } from '../world/object-ids.ts'

/** Everything a creative must satisfy, in the order Graph complains. Videos are taken on trust. */
export const creativeRules: readonly Rule<Draft>[] = [
  { about: '', check: hasSource },
  { about: '', check: storyIdFormed },
  { about: '', check: storySpecFormed },
  { about: '', check: mayUsePage },
  { about: '', check: linksGiven },
  { about: '', check: cardsFit },
  { about: '', check: actionsExist },
  { about: '', check: featuresFit },
  { about: '', check: cropsFit },
  { about: '', check: imagesExist },
]

type Values = Readonly<Record<string, unknown>>

// One content source is what matters.
const sources = [
  'object_story_spec',
  'object_story_id',
  'source_instagram_media_id',
  'source_facebook_post_id',
  'asset_feed_spec',
  'instagram_permalink_url',
  'image_hash',
  'image_url',
  'image_file',
  'product_set_id',
  'object_id',
  'link_url',
  'object_url',
]

// 1487390
function hasSource({ values, sent }: Draft): GraphError | undefined {
  const isGiven = sources.some(
    (name) => textOf(values[name] ?? sent[name]) !== '' || Object.keys(recordOf(values[name])).length > 0,
  )
  return isGiven
    ? undefined
    : refusal('creativeIncomplete', { problem: 'it has no content, such as object_story_spec.' })
}

// A post of a Page: `<page>_<post>`.
function storyIdFormed({ values }: Draft): GraphError | undefined {
  const id = textOf(values['object_story_id'])
  return id === '' || /^\d+_\d+$/.test(id)
    ? undefined
    : refusal('creativeIncomplete', { problem: `${id.slice(0, 60)} is not the id of a post.` })
}

const dataBlocks = ['link_data', 'video_data', 'photo_data', 'template_data', 'text_data', 'product_data'] as const

// 1443048
function storySpecFormed({ values }: Draft): GraphError | undefined {
  const spec = values['object_story_spec']
  if (spec === undefined) return undefined
  const illFormed = (problem: string) => refusal('storySpecInvalid', { problem })
  if (!isRecord(spec)) return illFormed('it must be an object')
  if (!/^\d+$/.test(textOf(spec['page_id']))) return illFormed('page_id is required')
  const known = structFields('AdCreativeObjectStorySpec')
  const unknown = Object.keys(spec).find((name) => !known?.has(name) && !newerFields.has(name))
  if (unknown !== undefined) return illFormed(`unknown field ${unknown.slice(0, 60)}`)
  const given = dataBlocks.filter((name) => spec[name] !== undefined)
  if (given.some((name) => !isRecord(spec[name]) && !Array.isArray(spec[name])))
    return illFormed(`${given[0]} must be an object`)
  if (given.length > 1) return illFormed(`only one of ${given.join(' and ')} can be given`)
  // A feed brings its own content; the spec then only says who speaks.
  if (given.length === 0 && values['asset_feed_spec'] === undefined) return illFormed('it holds no content')
  const video = spec['video_data']
  return isRecord(video) && textOf(video['video_id']) === '' ? illFormed('video_id is required') : undefined
}

// 1815694. Pages of nobody here are taken on trust, as videos are.
function mayUsePage({ values, account }: Draft): GraphError | undefined {
  const page = textOf(specOf(values)['page_id'])
  const isOwn = account.siblings.some(({ index }) => pageId(index) === page)
  return isPageId(page) && !isOwn ? refusal('noPageAccess') : undefined
}

const newerFields = new Set(['threads_user_id', 'instagram_actor_id'])

function specOf(values: Values): Values {
  return recordOf(values['object_story_spec'])
}

// 2061015. Posts for instant experiences and offers still link somewhere.
function linksGiven({ values }: Draft): GraphError | undefined {
  const link = specOf(values)['link_data']
  if (!isRecord(link)) return undefined
  const cards = recordsOf(link['child_attachments'])
  const isMissing = textOf(link['link']) === '' || cards.some((card) => textOf(card['link']) === '')
  return isMissing ? refusal('linkMissing') : undefined
}

function cardsFit({ values }: Draft): GraphError | undefined {
  const link = recordOf(specOf(values)['link_data'])
  if (link['child_attachments'] === undefined) return undefined
  const cards = listOf(link['child_attachments'])
  if (cards.length < 2 || cards.length > 10)
    return refusal('storySpecInvalid', { problem: 'a carousel has 2 to 10 cards' })
  const bare = recordsOf(cards).some((card) => textOf(card['picture']) === '' && textOf(card['image_hash']) === '')
  return bare ? refusal('storySpecInvalid', { problem: 'each card needs picture or image_hash' }) : undefined
}

// 1373054
function actionsExist({ values }: Draft): GraphError | undefined {
  const known = new Set(enumValues('AdCreative.call_to_action_type'))
  const blocks = dataBlocks.map((name) => recordOf(specOf(values)[name]))
  const cards = blocks.flatMap((block) => recordsOf(block['child_attachments']))
  for (const holder of [values, ...blocks, ...cards]) {
    const action = holder['call_to_action']
    if (action === undefined) continue
    const type = textOf(recordOf(action)['type'])
    if (!known.has(type)) return refusal('actionUnknown', { type: type.slice(0, 60) || 'none' })
  }
  return undefined
}

// 3858504, 3858082
function featuresFit({ values }: Draft): GraphError | undefined {
  const features = recordOf(recordOf(values['degrees_of_freedom_spec'])['creative_features_spec'])
  if (features['standard_enhancements'] !== undefined) return refusal('standardEnhancementsRetired')
  for (const [name, feature] of Object.entries(features)) {
    const status = textOf(recordOf(feature)['enroll_status'])
    if (status === '') return refusal('enrollStatusMissing')
    if (!enrolled.includes(status)) return notOneOf(`creative_features_spec[${name}][enroll_status]`, enrolled, status)
  }
  return undefined
}

const enrolled = ['OPT_IN', 'OPT_OUT']

// 2490085
function cropsFit({ values }: Draft): GraphError | undefined {
  return recordOf(values['image_crops'])['191x100'] === undefined ? undefined : refusal('cropRetired')
}

// Pictures come from the account's own library; those of a media URL are fetched by Meta.
function imagesExist({ account, values }: Draft): GraphError | undefined {
  const blocks = dataBlocks.map((name) => recordOf(specOf(values)[name]))
  const cards = blocks.flatMap((block) => recordsOf(block['child_attachments']))
  const hashes = [
    ...[values, ...blocks, ...cards].map((holder) => holder['image_hash']),
    ...recordsOf(recordOf(values['asset_feed_spec'])['images']).map((image) => image['hash']),
  ]
  const unknown = hashes.find((hash) => textOf(hash) !== '' && !imageByHash(account, hash))
  return unknown === undefined
    ? undefined
    : refusal('creativeIncomplete', { problem: `the image ${textOf(unknown).slice(0, 60)} is not in the library.` })
}
