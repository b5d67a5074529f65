/** Where ads may appear, as targeting spells it (Meta's placement page of September 2026). */
export const publisherPlatforms: readonly string[] = [
  'facebook',
  'instagram',
  'threads',
  'messenger',
  'audience_network',
  'whatsapp',
]

/** Allowed values of each list of positions. @param version - Major version; v26 added connected TV. */
export function positionsOf(version: number): Readonly<Record<string, readonly string[]>> {
  return { ...positions, device_platforms: ['desktop', 'mobile', ...(version >= 26 ? ['connected_tv'] : [])] }
}

const positions: Readonly<Record<string, readonly string[]>> = {
  facebook_positions: [
    'feed',
    'right_hand_column',
    'marketplace',
    'video_feeds',
    'story',
    'search',
    'instream_video',
    'facebook_reels',
    'facebook_reels_overlay',
    'profile_feed',
    'notification',
  ],
  instagram_positions: [
    'stream',
    'story',
    'explore',
    'explore_home',
    'reels',
    'profile_feed',
    'ig_search',
    'profile_reels',
  ],
  threads_positions: ['threads_stream'],
  messenger_positions: ['sponsored_messages', 'story'],
  audience_network_positions: ['classic', 'rewarded_video'],
  whatsapp_positions: ['status'],
}
