import { cellsFrom, type WeightedCell } from './weighted-cells.ts'
import type { CellFamily } from './cell-family.ts'

/** Platform, position and device of an impression, counted jointly. */
export const placementFamily: CellFamily = {
  name: 'placement',
  columns: ['publisher_platform', 'platform_position', 'impression_device', 'device_platform'],
  isShared: true,
  cellsOf: (ad, _account, adSeed) =>
    cellsFrom(placementCells, adSeed, 0.35, (cell) => isTargeted(ad.adSet.values, cell)),
}

// Insights has names of its own: targeting's `stream` is `feed` here. The two feeds share theirs.
const positions: readonly [platform: string, position: string, weight: number, desktopShare: number][] = [
  ['facebook', 'feed', 30, 0.12],
  ['facebook', 'facebook_reels', 11, 0],
  ['facebook', 'facebook_stories', 4, 0],
  ['facebook', 'marketplace', 3, 0.1],
  ['facebook', 'video_feeds', 2.5, 0.1],
  ['facebook', 'instream_video', 2, 0.1],
  ['facebook', 'search', 0.6, 0.2],
  ['facebook', 'facebook_profile_feed', 0.8, 0.1],
  ['facebook', 'facebook_notification', 0.3, 0],
  ['facebook', 'facebook_reels_overlay', 0.5, 0],
  ['facebook', 'right_hand_column', 0.8, 1],
  ['facebook', 'biz_disco_feed', 0.2, 0],
  ['instagram', 'feed', 17, 0.04],
  ['instagram', 'instagram_stories', 12, 0],
  ['instagram', 'instagram_reels', 13, 0],
  ['instagram', 'instagram_explore', 1.2, 0],
  ['instagram', 'instagram_explore_grid_home', 0.8, 0],
  ['instagram', 'instagram_profile_feed', 0.8, 0],
  ['instagram', 'instagram_search', 0.2, 0],
  ['audience_network', 'an_classic', 3, 0],
  ['audience_network', 'rewarded_video', 1.6, 0],
  ['messenger', 'messenger_inbox', 0.4, 0],
  ['messenger', 'messenger_stories', 0.3, 0],
  ['threads', 'threads_feed', 0.6, 0],
]

const devices: readonly [device: string, platform: string, weight: number][] = [
  ['android_smartphone', 'mobile_app', 0.49],
  ['iphone', 'mobile_app', 0.42],
  ['android_smartphone', 'mobile_web', 0.025],
  ['ipad', 'mobile_app', 0.035],
  ['android_tablet', 'mobile_app', 0.02],
  ['other', 'mobile_web', 0.01],
]

export const placementCells: readonly WeightedCell[] = positions.flatMap(([platform, position, weight, desktop]) => {
  const place = { publisher_platform: platform, platform_position: position }
  const mobile = devices.map(([device, carrier, share]) => ({
    values: { ...place, impression_device: device, device_platform: carrier },
    weight: weight * (1 - desktop) * share,
  }))
  const big = {
    values: { ...place, impression_device: 'desktop', device_platform: 'desktop' },
    weight: weight * desktop,
  }
  return [...mobile, big].filter((cell) => cell.weight > 0)
})

function isTargeted({ targeting }: Readonly<Record<string, unknown>>, { values }: WeightedCell): boolean {
  const { publisher_platforms: wanted }: { publisher_platforms?: unknown } =
    typeof targeting === 'object' && targeting !== null ? targeting : {}
  return !Array.isArray(wanted) || wanted.length === 0 || wanted.includes(values['publisher_platform'])
}
