import type { Ad, AdAccount } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'
import type { AdCells, CellValues } from './cell-family.ts'
import { cellsFrom, type WeightedCell } from './weighted-cells.ts'

/** One action breakdown besides the type: its values for an ad, and which actions it tells apart. */
export interface ActionDimension {
  name: ActionBreakdown
  /** Absent for what no account here has; entries then come without it. */
  valuesOf?: (ad: Ad, account: AdAccount) => readonly (readonly [value: string, weight: number])[]
  appliesTo(action: ActionTraits): boolean
}

export interface ActionTraits {
  type: string
  isOffMeta: boolean
}

export const actionBreakdowns = [
  'action_device',
  'conversion_destination',
  'matched_persona_id',
  'matched_persona_name',
  'signal_source_bucket',
  'standard_event_content_type',
  'action_canvas_component_name',
  'action_carousel_card_id',
  'action_carousel_card_name',
  'action_destination',
  'action_reaction',
  'action_target_id',
  'action_type',
  'action_video_sound',
  'action_video_type',
  'is_business_ai_assisted',
] as const

export type ActionBreakdown = (typeof actionBreakdowns)[number]

/**
 * The dimensions of a question's action breakdowns.
 *
 * @param isOffMetaKnown - Web conversions come without device, destination and card, unless explicit windows are asked.
 */
export function actionDimensionsOf(names: readonly ActionBreakdown[], isOffMetaKnown: boolean): ActionDimension[] {
  return names
    .filter((name) => name !== 'action_type')
    .map((name) => {
      const dimension = dimensions[name]
      const isHidden = !isOffMetaKnown && hiddenOffMeta.includes(name)
      const appliesTo = (action: ActionTraits) =>
        !(isHidden && action.isOffMeta) && (dimension?.appliesTo(action) ?? false)
      return { name, ...(dimension?.valuesOf ? { valuesOf: dimension.valuesOf } : {}), appliesTo }
    })
}

// Meta's second type of restriction on actions that happen off Meta.
const hiddenOffMeta: readonly ActionBreakdown[] = [
  'action_device',
  'action_destination',
  'action_target_id',
  'action_carousel_card_id',
  'action_carousel_card_name',
  'action_canvas_component_name',
]

type Dimension = Omit<ActionDimension, 'name'>

const all = () => true
const offMeta = ({ isOffMeta }: ActionTraits) => isOffMeta
const clicks = ({ type, isOffMeta }: ActionTraits) => type === 'link_click' || isOffMeta
const videoViews = ({ type }: ActionTraits) => type === 'video_view'

const dimensions: Partial<Record<ActionBreakdown, Dimension>> = {
  action_device: {
    valuesOf: () => [
      ['iphone', 42],
      ['android_smartphone', 44],
      ['desktop', 9],
      ['ipad', 3],
      ['android_tablet', 2],
    ],
    appliesTo: all,
  },
  action_reaction: {
    valuesOf: () => [
      ['like', 78],
      ['love', 16],
      ['haha', 2],
      ['wow', 2],
      ['sorry', 1],
      ['anger', 1],
    ],
    appliesTo: ({ type }) => type === 'post_reaction',
  },
  action_video_sound: {
    valuesOf: () => [
      ['on', 38],
      ['off', 62],
    ],
    appliesTo: videoViews,
  },
  action_video_type: {
    valuesOf: () => [
      ['auto_play', 92],
      ['click_to_play', 8],
    ],
    appliesTo: videoViews,
  },
  action_destination: { valuesOf: ({ creative }) => [[siteOf(creative.values['link_url']), 1]], appliesTo: clicks },
  action_target_id: {
    valuesOf: ({ creative }) => [[String(310_000_000_000_000 + seedOf(siteOf(creative.values['link_url']))), 1]],
    appliesTo: clicks,
  },
  action_carousel_card_id: {
    valuesOf: ({ creative }) => cardsOf(creative.values).map(([, id, weight]) => [id, weight]),
    appliesTo: clicks,
  },
  action_carousel_card_name: {
    valuesOf: ({ creative }) => cardsOf(creative.values).map(([name, , weight]) => [name, weight]),
    appliesTo: clicks,
  },
  conversion_destination: { valuesOf: () => [['website', 1]], appliesTo: offMeta },
  signal_source_bucket: {
    valuesOf: () => [
      ['pixel', 55],
      ['conversions_api', 45],
    ],
    appliesTo: offMeta,
  },
  standard_event_content_type: {
    valuesOf: () => [
      ['product', 80],
      ['product_group', 20],
    ],
    appliesTo: offMeta,
  },
  is_business_ai_assisted: { valuesOf: () => [['false', 1]], appliesTo: all },
}

/** The joint cells of an ad's action dimensions. */
export function actionCellsOf(asked: readonly ActionDimension[], ad: Ad, account: AdAccount, adSeed: number): AdCells {
  // The id and the name of a card are two words for one thing.
  const isPaired = asked.some(({ name }) => name === 'action_carousel_card_id')
  let list: WeightedCell[] = [{ values: {}, weight: 1 }]
  for (const { name, valuesOf } of asked) {
    const values = valuesOf?.(ad, account) ?? []
    if (values.length === 0) continue
    if (isPaired && name === 'action_carousel_card_name') continue
    list = list.flatMap((cell) =>
      values.map(([value, weight], index) => ({
        values: { ...cell.values, [name]: value, ...partnerOf(asked, name, ad, account, index) },
        weight: cell.weight * weight,
      })),
    )
  }
  return cellsFrom(list, adSeed, 0.3)
}

function partnerOf(
  asked: readonly ActionDimension[],
  name: ActionBreakdown,
  ad: Ad,
  account: AdAccount,
  index: number,
): CellValues {
  if (name !== 'action_carousel_card_id') return {}
  const names = asked.find((other) => other.name === 'action_carousel_card_name')?.valuesOf?.(ad, account)
  const [value] = names?.[index] ?? []
  return value === undefined ? {} : { action_carousel_card_name: value }
}

function siteOf(url: unknown): string {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : 'unknown'
}

/** Cards of a carousel by headline; a creative without any has none. */
function cardsOf(
  values: Readonly<Record<string, unknown>>,
): readonly (readonly [name: string, id: string, weight: number])[] {
  const story: unknown = values['object_story_spec']
  const { link_data: data }: { link_data?: unknown } = typeof story === 'object' && story !== null ? story : {}
  const { child_attachments: children }: { child_attachments?: unknown } =
    typeof data === 'object' && data !== null ? data : {}
  const made = Array.isArray(children) ? children.map((child: unknown) => headlineOf(child)) : plannedCards(values)
  return made.map((name, index) => [
    `${name} (${index + 1})`,
    String(6_000_000_000_000 + seedOf(name, index)),
    1 / (index + 1),
  ])
}

function headlineOf(child: unknown): string {
  const { name }: { name?: unknown } = typeof child === 'object' && child !== null ? child : {}
  return typeof name === 'string' ? name : 'Card'
}

function plannedCards({ name, title }: Readonly<Record<string, unknown>>): string[] {
  if (!String(name).includes('Carousel')) return []
  return ['', ' in use', ' up close'].map((suffix) => `${String(title)}${suffix}`)
}
