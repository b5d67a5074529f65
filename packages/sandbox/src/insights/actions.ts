import { at, measures, type Measure } from '../world/facts.ts'
import type { ActionTotals } from './aggregate.ts'
import type { AttributionWindow, WindowPart } from './attribution-windows.ts'
import { windowValue } from './attribution-windows.ts'
import { cellText } from './cell-family.ts'
import type { InsightsRow } from './insights-row.ts'
import { offMetaMeasures } from './measure-layout.ts'
import { money, ratio } from './numbers.ts'

/** One entry of `actions` and its kin; every value a string, one key per asked window and dimension. */
export interface ActionStat {
  [key: string]: string
  value: string
}

/** What an action type counts. */
export interface ActionKind {
  type: string
  /** Its count is the sum of these. */
  counts: readonly Measure[]
  value?: Measure
  /** Another name for an action that is also reported under its plain one. */
  isAlias?: boolean
  /** A sum of other types. */
  isGroup?: boolean
}

const engagement: readonly Measure[] = ['linkClicks', 'reactions', 'comments', 'saves', 'videoViews']

// One purchase shows up under several types at once, as Meta reports it; summing the list double counts.
export const actionKinds: readonly ActionKind[] = [
  { type: 'link_click', counts: ['linkClicks'] },
  { type: 'landing_page_view', counts: ['landingPageViews'] },
  { type: 'omni_landing_page_view', counts: ['landingPageViews'], isAlias: true },
  { type: 'page_engagement', counts: engagement, isGroup: true },
  { type: 'post_engagement', counts: engagement, isGroup: true },
  { type: 'post_reaction', counts: ['reactions'] },
  { type: 'comment', counts: ['comments'] },
  { type: 'onsite_conversion.post_save', counts: ['saves'] },
  { type: 'video_view', counts: ['videoViews'] },
  { type: 'lead', counts: ['leads'] },
  { type: 'onsite_conversion.lead_grouped', counts: ['leads'], isAlias: true },
  ...webEvent('view_content', 'view_content', 'contentViews'),
  ...webEvent('add_to_cart', 'add_to_cart', 'addsToCart'),
  ...webEvent('initiate_checkout', 'initiated_checkout', 'checkouts'),
  ...webEvent('purchase', 'purchase', 'purchases', 'purchaseValue'),
]

function webEvent(name: string, omniName: string, measure: Measure, value?: Measure): ActionKind[] {
  const worth = value === undefined ? {} : { value }
  return [
    { type: name, counts: [measure], ...worth },
    { type: `omni_${omniName}`, counts: [measure], ...worth, isAlias: true },
    { type: `offsite_conversion.fb_pixel_${name}`, counts: [measure], ...worth, isAlias: true },
    { type: `onsite_web_${name}`, counts: [measure], ...worth, isAlias: true },
  ]
}

/** What an entry shows: how many, what they were worth, how many people, or a number made from its count. */
export type ActionView = (count: number, kind: ActionKind, row: InsightsRow) => string | undefined

/** `actions`: how many of each type. */
export const countView: ActionView = (count) => String(count)

/** Distinct people; somebody who acts at all often acts again. */
export const uniqueView: ActionView = (count, { counts, type }, row) => {
  if (type === 'link_click') return String(Math.min(count, row.people().followed))
  const again = counts.some((measure) => offMetaMeasures.has(measure)) ? 0.94 : 0.87
  return String(Math.ceil(count * again))
}

/** Spend for each action of a type. */
export const costView: ActionView = (count, _kind, row) => ratio(spendOf(row), count)

export const uniqueCostView: ActionView = (count, kind, row) =>
  ratio(spendOf(row), Number(uniqueView(count, kind, row)))

/**
 * One of the lists of action stats; undefined when there is none, for Meta leaves empty lists out.
 *
 * @param isListed - Which types the list is about at all.
 */
export function actionList(
  row: InsightsRow,
  view: ActionView,
  isListed: (kind: ActionKind) => boolean = () => true,
): ActionStat[] | undefined {
  return shown(
    row,
    reported(row, isListed).flatMap((kind) => entriesOf(row, kind, kind.counts)),
    view,
  )
}

/** `action_values`: what actions of each type were worth. */
export function valueList(
  row: InsightsRow,
  isListed: (kind: ActionKind) => boolean = () => true,
): ActionStat[] | undefined {
  const { known } = row
  const kinds = reported(row, (kind) => isListed(kind) && kind.value !== undefined && known.has(kind.value))
  const entries = kinds.flatMap((kind) => (kind.value === undefined ? [] : entriesOf(row, kind, [kind.value])))
  return shown(row, entries, (value) => money(value, row.account))
}

/** Return on ad spend: value ÷ spend. Unknown without values, without purchases and without spend. */
export function roasList(row: InsightsRow, actionType: string): ActionStat[] | undefined {
  const kind = actionKinds.find(({ type }) => type === 'purchase')
  if (!kind || !row.known.has('purchaseValue') || sumOf(row, 'purchaseValue') === 0) return undefined
  const spend = sumOf(row, 'spend')
  const named = { ...kind, type: actionType }
  return shown(row, entriesOf(row, named, ['purchaseValue']), (value) => ratio(value, spend))
}

/** The types a row has anything of. */
function reported(row: InsightsRow, isListed: (kind: ActionKind) => boolean): ActionKind[] {
  const { known } = row
  // An account of loaded results reports plain types only, since the file says no more.
  const hasAliases = row.account.facts().known.size === measures.length
  return actionKinds.filter(
    (kind) =>
      (hasAliases || !kind.isAlias) &&
      kind.counts.every((measure) => known.has(measure)) &&
      isListed(kind) &&
      row.asked.isActionWanted(kind.type) &&
      countOf(row.totals.sums, kind.counts) > 0,
  )
}

export function sumOf({ totals, known }: InsightsRow, measure: Measure): number {
  return known.has(measure) ? (totals.sums[at[measure]] ?? 0) : 0
}

/** Spend in whole units of the currency. */
export function spendOf(row: InsightsRow): number {
  return sumOf(row, 'spend') / 10 ** row.account.facts().moneyDecimals
}

/** The counts behind one entry, before they are written. */
export interface ActionEntry {
  kind: ActionKind
  values: TextValues
  count: number
  windows: ReadonlyMap<AttributionWindow, number>
}

/** The entries of one type: one, or one for each value of the action breakdowns that tell it apart. */
export function entriesOf(row: InsightsRow, kind: ActionKind, counts: readonly Measure[]): ActionEntry[] {
  return cellsOf(row, kind).flatMap(({ values, sums }) => {
    const count = countOf(sums, counts)
    return count === 0 ? [] : [{ kind, values, count, windows: windowsOf(row, sums, counts) }]
  })
}

/** Entries in Meta's form; undefined when there are none. */
export function shown(row: InsightsRow, entries: readonly ActionEntry[], view: ActionView): ActionStat[] | undefined {
  const { isTyped } = row.asked
  const stats = (isTyped ? entries : untyped(entries)).flatMap(({ kind, values, count, windows }) => {
    const value = view(count, kind, row)
    if (value === undefined) return []
    const stat: ActionStat = { ...(isTyped ? { action_type: kind.type } : {}), ...values, value }
    for (const [window, part] of windows) {
      const text = part === 0 ? undefined : view(part, kind, row)
      if (text !== undefined) stat[window] = text
    }
    return [stat]
  })
  return stats.length === 0 ? undefined : stats
}

/** Without types, what is left is the total over the types that are part of no other. */
function untyped(entries: readonly ActionEntry[]): ActionEntry[] {
  const merged = new Map<string, ActionEntry>()
  for (const entry of entries) {
    if (entry.kind.isAlias || entry.kind.isGroup) continue
    const key = JSON.stringify(entry.values)
    const known = merged.get(key)
    merged.set(key, known ? joined(known, entry) : entry)
  }
  return [...merged.values()]
}

function joined(a: ActionEntry, b: ActionEntry): ActionEntry {
  const windows = new Map(a.windows)
  for (const [window, count] of b.windows) windows.set(window, (windows.get(window) ?? 0) + count)
  return { ...a, count: a.count + b.count, windows }
}

type TextValues = Readonly<Record<string, string>>

function cellsOf({ totals, asked }: InsightsRow, kind: ActionKind): { values: TextValues; sums: Float64Array }[] {
  const { actions, sums } = totals
  const isOffMeta = kind.counts.some((measure) => offMetaMeasures.has(measure))
  const names = asked.actionDimensions
    .filter((dimension) => dimension.appliesTo({ type: kind.type, isOffMeta }))
    .map(({ name }) => name)
  if (!actions || names.length === 0) return [{ values: {}, sums }]
  return [
    ...Map.groupBy(actions.values(), ({ values }) => names.map((name) => cellText(values[name])).join('|')).values(),
  ].map((cells) => ({ values: textsOf(cells[0], names), sums: added(cells) }))
}

function textsOf(cell: ActionTotals | undefined, names: readonly string[]): TextValues {
  const texts: Record<string, string> = {}
  for (const name of names) if (cell?.values[name] !== undefined) texts[name] = cellText(cell.values[name])
  return texts
}

function added(cells: readonly ActionTotals[]): Float64Array {
  const [first, ...rest] = cells
  const sums = Float64Array.from(first?.sums ?? [])
  for (const cell of rest) cell.sums.forEach((value, index) => (sums[index] = (sums[index] ?? 0) + value))
  return sums
}

function windowsOf(
  { asked: { windows, layout } }: InsightsRow,
  sums: Float64Array,
  counts: readonly Measure[],
): ReadonlyMap<AttributionWindow, number> {
  const found = new Map<AttributionWindow, number>()
  for (const window of windows) {
    if (window === 'default') continue
    const part = (name: WindowPart) =>
      counts.reduce((sum, measure) => sum + (sums[layout.windows.get(measure)?.get(name) ?? -1] ?? 0), 0)
    const count = windowValue(window, countOf(sums, counts), part)
    if (count !== undefined) found.set(window, count)
  }
  return found
}

function countOf(sums: Float64Array, counts: readonly Measure[]): number {
  return counts.reduce((total, measure) => total + (sums[at[measure]] ?? 0), 0)
}
