/** Windows an advertiser may ask for; `value` stays the default one, 7 days after a click or 1 after a view. */
export const attributionWindows = [
  '1d_view',
  '7d_view',
  '28d_view',
  '1d_click',
  '7d_click',
  '28d_click',
  '1d_ev',
  'dda',
  'default',
  '7d_view_first_conversion',
  '28d_view_first_conversion',
  '7d_view_all_conversions',
  '28d_view_all_conversions',
  'skan_view',
  'skan_click',
  'skan_click_second_postback',
  'skan_view_second_postback',
  'skan_click_third_postback',
  'skan_view_third_postback',
  // In the guide's text and the published specs, though not in the reference's list.
  'incrementality',
  'incrementality_all_conversions',
  'incrementality_first_conversion',
  '1d_sequenced',
  '7d_sequenced',
  '28d_sequenced',
  'custom',
] as const

export type AttributionWindow = (typeof attributionWindows)[number]

/** Disjoint pieces that windows are made of; whole numbers, so that windows add up wherever counts do. */
export const windowPartNames = [
  'click1',
  'click2to7',
  'engagedView1',
  'incremental',
  'firstView',
  'click8to28',
  'view2to7',
  'view8to28',
] as const

export type WindowPart = (typeof windowPartNames)[number]

interface PartRule {
  /** Mean share of the default count, for actions on Meta and for those off it. */
  onMetaRate: number
  offMetaRate: number
  /** Comes on top of the default count instead of being a piece of it. */
  isBeyond: boolean
  /** Pieces of the default count that this one shares nothing with. */
  apartFrom: readonly WindowPart[]
}

export const windowParts: Record<WindowPart, PartRule> = {
  click1: { onMetaRate: 0.93, offMetaRate: 0.56, isBeyond: false, apartFrom: [] },
  click2to7: { onMetaRate: 0, offMetaRate: 0.22, isBeyond: false, apartFrom: ['click1'] },
  engagedView1: { onMetaRate: 0.01, offMetaRate: 0.04, isBeyond: false, apartFrom: ['click1', 'click2to7'] },
  incremental: { onMetaRate: 0.8, offMetaRate: 0.7, isBeyond: false, apartFrom: [] },
  firstView: { onMetaRate: 0.05, offMetaRate: 0.17, isBeyond: false, apartFrom: ['click1', 'click2to7'] },
  click8to28: { onMetaRate: 0, offMetaRate: 0.12, isBeyond: true, apartFrom: [] },
  view2to7: { onMetaRate: 0, offMetaRate: 0.15, isBeyond: true, apartFrom: [] },
  view8to28: { onMetaRate: 0, offMetaRate: 0.1, isBeyond: true, apartFrom: [] },
}

/** The pieces that the asked windows need; none when no window beyond the default is asked. */
export function partsOf(windows: readonly AttributionWindow[]): readonly WindowPart[] {
  return windows.some((window) => window !== 'default') ? windowPartNames : []
}

/**
 * A window's number from the default one and its pieces; undefined for windows that hold nothing here, such as those
 * of iOS postbacks.
 */
export function windowValue(
  window: AttributionWindow,
  value: number,
  part: (name: WindowPart) => number,
): number | undefined {
  const view1 = () => value - part('click1') - part('click2to7')
  switch (window) {
    case 'default':
    case 'dda':
      return value
    case '1d_click':
    case '1d_sequenced':
      return part('click1')
    case '7d_click':
    case '7d_sequenced':
      return part('click1') + part('click2to7')
    case '28d_click':
    case '28d_sequenced':
      return part('click1') + part('click2to7') + part('click8to28')
    case '1d_ev':
      return part('engagedView1')
    case '1d_view':
      return view1()
    case '7d_view':
    case '7d_view_all_conversions':
      return view1() + part('view2to7')
    case '28d_view':
    case '28d_view_all_conversions':
      return view1() + part('view2to7') + part('view8to28')
    case '7d_view_first_conversion':
      return part('firstView') + part('view2to7')
    case '28d_view_first_conversion':
      return part('firstView') + part('view2to7') + part('view8to28')
    case 'incrementality':
    case 'incrementality_all_conversions':
    case 'incrementality_first_conversion':
      return part('incremental')
    // Nothing here is told by iOS postbacks, and nobody has windows of their own.
    case 'skan_view':
    case 'skan_click':
    case 'skan_view_second_postback':
    case 'skan_click_second_postback':
    case 'skan_view_third_postback':
    case 'skan_click_third_postback':
    case 'custom':
      return undefined
  }
}
