import { isRecord } from '../objects/loose-values.ts'
import { seedOf } from '../world/random.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import type { CellFamily } from './cell-family.ts'
import { cellsFrom, type WeightedCell } from './weighted-cells.ts'

/** The assets of a creative: those of its asset feed, or its only one. Each kind is counted for itself. */
export const assetFamilies: readonly CellFamily[] = [
  assetFamily('body_asset', 'bodies', ({ body }) => body && { text: body }, textOf),
  assetFamily('title_asset', 'titles', ({ title }) => title && { text: title }, textOf),
  assetFamily('description_asset', 'descriptions', () => undefined, textOf),
  assetFamily(
    'link_url_asset',
    'link_urls',
    ({ link_url: url }) => url && { website_url: url },
    (item) => ({
      website_url: item['website_url'],
      ...optional('display_url', item['display_url']),
    }),
  ),
  assetFamily(
    'call_to_action_asset',
    'call_to_action_types',
    ({ call_to_action_type: name }) => name && { name },
    (item) => ({
      name: item['name'] ?? item['text'],
    }),
  ),
  assetFamily('image_asset', 'images', imageOf, (item) => ({
    ...optional('hash', item['hash']),
    ...optional('url', item['url']),
    ...optional('image_name', item['name']),
  })),
  assetFamily('video_asset', 'videos', videoOf, (item) => ({
    video_id: item['video_id'],
    ...optional('thumbnail_url', item['thumbnail_url']),
  })),
  {
    name: 'ad_format_asset',
    columns: ['ad_format_asset'],
    cellsOf: ({ creative }, _account, adSeed) => cellsFrom(formatCells(creative.values), adSeed, 0.3),
  },
]

type Values = Readonly<Record<string, unknown>>

function assetFamily(
  column: string,
  listName: string,
  ownAsset: (values: Values, ad: Ad) => unknown,
  assetOf: (item: Values) => Values,
): CellFamily {
  return {
    name: column,
    columns: [column],
    cellsOf(ad, account, adSeed) {
      const assets = assetsOf(ad, listName, ownAsset, assetOf)
      const list: WeightedCell[] = assets.map((asset, index) => ({
        values: { [column]: { ...asset, id: assetId(account, column, asset) } },
        weight: 1 / (index + 1),
      }))
      return list.length === 0 ? undefined : cellsFrom(list, adSeed, 0.5)
    },
  }
}

function assetsOf(
  ad: Ad,
  listName: string,
  ownAsset: (values: Values, ad: Ad) => unknown,
  assetOf: (item: Values) => Values,
): Values[] {
  const { values } = ad.creative
  const feed = isRecord(values['asset_feed_spec']) ? values['asset_feed_spec'][listName] : undefined
  if (Array.isArray(feed) && feed.length > 0) {
    return feed.map((item: unknown) => assetOf(isRecord(item) ? item : { text: String(item), name: String(item) }))
  }
  const own = ownAsset(values, ad)
  return isRecord(own) ? [own] : []
}

function textOf(item: Values): Values {
  return { text: item['text'] }
}

function imageOf(values: Values): Values | undefined {
  if (values['object_type'] === 'VIDEO') return undefined
  const hash = values['image_hash'] ?? nested(values, 'object_story_spec', 'link_data', 'image_hash')
  return { hash: hash ?? hashOf(values['name']), ...optional('url', values['image_url']) }
}

function videoOf(values: Values): Values | undefined {
  const id = values['video_id'] ?? nested(values, 'object_story_spec', 'video_data', 'video_id')
  if (id !== undefined) return { video_id: id }
  return values['object_type'] === 'VIDEO'
    ? { video_id: String(10_100_000_000_000_000 + seedOf(String(values['name']))) }
    : undefined
}

function nested(values: Values, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), values)
}

function formatCells(values: Values): readonly WeightedCell[] {
  const feed = nested(values, 'asset_feed_spec', 'ad_formats')
  const own = values['object_type'] === 'VIDEO' ? 'SINGLE_VIDEO' : 'SINGLE_IMAGE'
  const formats: unknown[] = Array.isArray(feed) && feed.length > 0 ? feed : [own]
  return formats.map((format, index) => ({ values: { ad_format_asset: String(format) }, weight: 1 / (index + 1) }))
}

function hashOf(value: unknown): string {
  return [1, 2, 3, 4].map((part) => seedOf(String(value), part).toString(16).padStart(8, '0')).join('')
}

// The same text in two ads is one asset with one id.
function assetId(account: AdAccount, column: string, asset: Values): string {
  return String(23_850_000_000_000_000 + seedOf(account.id, column, JSON.stringify(asset)))
}

function optional(name: string, value: unknown): Values {
  return value === undefined ? {} : { [name]: value }
}
