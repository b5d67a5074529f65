import type { EdgeHandlers } from '../graph/graph-call.ts'
import { createImages, deleteImage } from './ad-images.ts'
import { createLabel, deleteLabel, updateLabel } from './ad-labels.ts'
import { createPixel, updatePixel } from './ads-pixels.ts'
import { pixelStats, receiveEvents } from './pixel-events.ts'
import { adPreviews, creativePreviews, generatePreviews } from './previews.ts'

/** Images, labels, pixels and previews. */
export const assetHandlers: EdgeHandlers = {
  'AdAccount POST adimages': createImages,
  'AdAccount DELETE adimages': deleteImage,
  'AdAccount POST adlabels': createLabel,
  'AdLabel POST .': updateLabel,
  'AdLabel DELETE .': deleteLabel,
  'AdAccount POST adspixels': createPixel,
  'AdsPixel POST .': updatePixel,
  'AdsPixel POST events': receiveEvents,
  'AdsPixel GET stats': pixelStats,
  'AdAccount GET generatepreviews': generatePreviews,
  'Ad GET previews': adPreviews,
  'AdCreative GET previews': creativePreviews,
}
