import { at, measureCount, type Measure } from '../world/facts.ts'
import { windowParts, type WindowPart } from './attribution-windows.ts'

/** Counts that are parts of other counts, made where somebody asks for them. */
export const derivedMeasures = [
  'outboundClicks',
  'profileVisits',
  'fullViews',
  'socialImpressions',
  'socialSpend',
  'playsBeyond',
  'shortViewsBeyond',
  'quarterViews',
  'halfViews',
  'threeQuarterViews',
  'nearFullViews',
  'fullVideoViews',
  'views15s',
  'views30s',
  'watchSeconds',
] as const

export type DerivedMeasure = (typeof derivedMeasures)[number]

/** How one number of a vector comes about, and how it is split over cells. */
export interface VectorPart {
  index: number
  /** Cells get parts in proportion to this number of theirs; -1 for the weights of the cells themselves. */
  by: number
  /** No cell may hold more of it than of this number, less what the reserved ones took; -1 without a limit. */
  cap: number
  reserved: readonly number[]
  taste: 'none' | 'click' | 'buy' | 'price'
  /** For derived numbers: the mean share of `by` that they are; 0 for those that facts hold. */
  rate: number
}

/** Which numbers are summed for a question, and where each lies in the vector. */
export interface Layout {
  size: number
  /** Parents before children. */
  parts: readonly VectorPart[]
  /** Those that have to be split for a breakdown: what is asked, and what that depends on. */
  splitParts: readonly VectorPart[]
  derived: ReadonlyMap<DerivedMeasure, number>
  /** Where a window's part of a measure lies. */
  windows: ReadonlyMap<Measure, ReadonlyMap<WindowPart, number>>
  /** Where the numbers lie that are measured off Meta. */
  offMeta: readonly number[]
}

/**
 * Lays out the numbers a question needs: facts always, derived counts and attribution windows if asked.
 *
 * @param needed - The facts that cells are asked for; all when absent.
 */
export function layoutOf(needsDerived: boolean, asked: readonly WindowPart[], needed?: ReadonlySet<Measure>): Layout {
  const parts: VectorPart[] = [...factParts]
  const derived = new Map<DerivedMeasure, number>()
  if (needsDerived) {
    for (const name of derivedMeasures) {
      derived.set(name, parts.length)
      parts.push(derivedPart(name, parts.length, derived))
    }
  }
  const windows = new Map<Measure, ReadonlyMap<WindowPart, number>>()
  if (asked.length > 0) {
    for (const measure of windowedMeasures) windows.set(measure, addWindows(parts, measure, asked))
    windows.set('purchaseValue', addValueWindows(parts, windows.get('purchases') ?? new Map()))
  }
  const offMeta = [...offMetaMeasures].flatMap((measure) => [at[measure], ...(windows.get(measure)?.values() ?? [])])
  const splitParts = needed ? withCauses(parts, needed) : parts
  return { size: parts.length, parts, splitParts, derived, windows, offMeta }
}

/** Some facts and what they are split by. */
function withCauses(parts: readonly VectorPart[], needed: ReadonlySet<Measure>): readonly VectorPart[] {
  const wanted = new Set([...needed].map((measure) => at[measure]))
  for (const { index, by } of parts.toReversed()) if (wanted.has(index) && by !== -1) wanted.add(by)
  return parts.filter(({ index }) => wanted.has(index))
}

const windowedMeasures: readonly Measure[] = [
  'linkClicks',
  'landingPageViews',
  'contentViews',
  'addsToCart',
  'checkouts',
  'purchases',
  'leads',
  'videoViews',
  'reactions',
  'comments',
  'saves',
]

/** What happens on Meta is counted by one-day windows only; the rest may take weeks. */
export const offMetaMeasures: ReadonlySet<Measure> = new Set([
  'contentViews',
  'addsToCart',
  'checkouts',
  'purchases',
  'purchaseValue',
])

const factTree: readonly [Measure, by: Measure | undefined, taste: VectorPart['taste'], isCapped: boolean][] = [
  ['impressions', undefined, 'none', false],
  ['clicks', 'impressions', 'click', true],
  ['linkClicks', 'clicks', 'none', true],
  ['spend', 'impressions', 'price', false],
  ['landingPageViews', 'linkClicks', 'none', true],
  ['contentViews', 'landingPageViews', 'none', true],
  ['addsToCart', 'landingPageViews', 'buy', true],
  ['checkouts', 'addsToCart', 'none', true],
  ['purchases', 'checkouts', 'none', true],
  ['purchaseValue', 'purchases', 'price', false],
  ['leads', 'linkClicks', 'buy', true],
  ['videoViews', 'impressions', 'none', true],
  ['thruplays', 'videoViews', 'none', true],
  ['reactions', 'clicks', 'none', false],
  ['comments', 'reactions', 'none', false],
  ['saves', 'reactions', 'none', false],
]

const factParts: readonly VectorPart[] = factTree.map(([name, by, taste, isCapped]) => ({
  index: at[name],
  by: by === undefined ? -1 : at[by],
  cap: isCapped && by !== undefined ? at[by] : -1,
  reserved: [],
  taste,
  rate: 0,
}))

if (factParts.length !== measureCount) throw new Error('Every measure needs its place in the tree.')

function derivedPart(name: DerivedMeasure, index: number, derived: ReadonlyMap<DerivedMeasure, number>): VectorPart {
  const { of, rate, isFree, reserved } = derivations[name]
  const by = of in at ? at[of as Measure] : (derived.get(of as DerivedMeasure) ?? 0)
  return { index, by, cap: isFree ? -1 : by, reserved: reserved ? [at[reserved]] : [], taste: 'none', rate }
}

interface Derivation {
  of: Measure | DerivedMeasure
  /** Mean share; each ad has its own, within a fifth of it. */
  rate: number
  /** May exceed what it is a share of. */
  isFree?: true
  /** Counted apart: the part excludes it. */
  reserved?: Measure
}

// Shares as advertisers report them; a video loses about half of its viewers at each quarter.
const derivations: Record<DerivedMeasure, Derivation> = {
  outboundClicks: { of: 'linkClicks', rate: 0.8 },
  profileVisits: { of: 'clicks', rate: 0.05 },
  fullViews: { of: 'impressions', rate: 0.6 },
  socialImpressions: { of: 'impressions', rate: 0.04 },
  socialSpend: { of: 'spend', rate: 0.04 },
  playsBeyond: { of: 'impressions', rate: 0.5, reserved: 'videoViews' },
  shortViewsBeyond: { of: 'playsBeyond', rate: 0.12 },
  quarterViews: { of: 'videoViews', rate: 0.75 },
  halfViews: { of: 'quarterViews', rate: 0.55 },
  threeQuarterViews: { of: 'halfViews', rate: 0.62 },
  nearFullViews: { of: 'threeQuarterViews', rate: 0.68 },
  fullVideoViews: { of: 'nearFullViews', rate: 0.75 },
  views15s: { of: 'thruplays', rate: 0.78 },
  views30s: { of: 'views15s', rate: 0.42 },
  watchSeconds: { of: 'videoViews', rate: 6.5, isFree: true },
}

function addWindows(
  parts: VectorPart[],
  measure: Measure,
  asked: readonly WindowPart[],
): ReadonlyMap<WindowPart, number> {
  const places = new Map<WindowPart, number>()
  const isOffMeta = offMetaMeasures.has(measure)
  for (const name of asked) {
    const { onMetaRate, offMetaRate, isBeyond, apartFrom } = windowParts[name]
    const index = parts.length
    const reserved = apartFrom.flatMap((other) => places.get(other) ?? [])
    places.set(name, index)
    parts.push({
      index,
      by: at[measure],
      cap: isBeyond ? -1 : at[measure],
      reserved,
      taste: 'none',
      rate: isOffMeta ? offMetaRate : onMetaRate,
    })
  }
  return places
}

/** The value of purchases in a window follows their number; see `deriveParts`. */
function addValueWindows(
  parts: VectorPart[],
  purchases: ReadonlyMap<WindowPart, number>,
): ReadonlyMap<WindowPart, number> {
  const places = new Map<WindowPart, number>()
  for (const [name, by] of purchases) {
    const { isBeyond, apartFrom } = windowParts[name]
    const index = parts.length
    const reserved = apartFrom.flatMap((other) => places.get(other) ?? [])
    places.set(name, index)
    parts.push({ index, by, cap: isBeyond ? -1 : at.purchaseValue, reserved, taste: 'none', rate: -1 })
  }
  return places
}
