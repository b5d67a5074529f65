/** How an ad looks in one place: the kind of frame, and its size in pixels. */
export interface PreviewFormat {
  kind: 'feed' | 'column' | 'instagram' | 'tall' | 'wide' | 'square'
  width: number
  height: number
}

/** The frame of an `ad_format`; the name says most of it. */
export function previewFormat(adFormat: string): PreviewFormat {
  const found = frames.find(([pattern]) => pattern.test(adFormat))
  return found?.[1] ?? phoneFeed
}

const phoneFeed: PreviewFormat = { kind: 'feed', width: 320, height: 540 }

// First match wins. 274 × 213 is the size that Meta's reference prints; the others follow its proportions.
const frames: readonly (readonly [RegExp, PreviewFormat])[] = [
  [/^RIGHT_COLUMN/, { kind: 'column', width: 274, height: 213 }],
  [/BANNER_DESKTOP|INSTREAM.*DESKTOP|^AUDIENCE_NETWORK_INSTREAM_VIDEO$/, { kind: 'wide', width: 540, height: 304 }],
  [/DESKTOP|_WEB$/, { kind: 'feed', width: 540, height: 720 }],
  [/STORY|STORIES|STATUS|REELS(?!_POSTLOOP_FEED)|FULLSCREEN|IMMERSIVE|REWARDED|INTERSTITIAL/, tall()],
  [/^INSTAGRAM/, { kind: 'instagram', width: 320, height: 574 }],
  [/INSTREAM|INSTANT_ARTICLE/, { kind: 'wide', width: 320, height: 180 }],
  [/MOBILE_BANNER/, { kind: 'wide', width: 320, height: 80 }],
  [/MEDIUM_RECTANGLE|OUTSTREAM/, { kind: 'square', width: 320, height: 280 }],
  [/MARKETPLACE|SEARCH_GRID/, { kind: 'square', width: 320, height: 400 }],
]

function tall(): PreviewFormat {
  return { kind: 'tall', width: 320, height: 567 }
}
