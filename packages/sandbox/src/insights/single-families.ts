import type { Ad, AdAccount } from '../world/objects.ts'
import type { CellFamily } from './cell-family.ts'
import { cellsFrom, type WeightedCell } from './weighted-cells.ts'

/** Breakdowns that stand alone, each with a short list of values. */
export const singleFamilies: readonly CellFamily[] = [
  listFamily('user_segment_key', { new: 62, engaged: 21, existing: 14, unknown: 3 }),
  listFamily('landing_destination', { website: 100 }),
  listFamily('mdsa_landing_destination', { website: 100 }),
  listFamily('conversion_destination', { website: 100 }),
  listFamily('signal_source_bucket', { pixel: 55, conversions_api: 45 }),
  listFamily('standard_event_content_type', { product: 80, product_group: 20 }),
  listFamily('is_auto_advance', { '0': 90, '1': 10 }),
  listFamily('is_rendered_as_delayed_skip_ad', { '0': 100 }),
  listFamily('sot_channel', { paid_social: 100 }),
  listFamily('sot_source', { meta: 100 }),
  listFamily('sot_event_type', { purchase: 100 }),
  listFamily('sot_attribution_model_type', { last_click: 100 }),
  listFamily('sot_attribution_window', { '7d_click': 100 }),
  ownFamily('media_type', ({ creative }) => (creative.values['object_type'] === 'VIDEO' ? 'video' : 'image')),
  ownFamily('breakdown_ad_objective', ({ adSet }) => adSet.campaign.values.objective),
  ownFamily('breakdown_reporting_ad_id', ({ id }) => id),
  ownFamily('internal_campaign_id', ({ adSet }) => adSet.campaign.id),
]

function listFamily(column: string, shares: Readonly<Record<string, number>>): CellFamily {
  const list: readonly WeightedCell[] = Object.entries(shares).map(([value, weight]) => ({
    values: { [column]: value },
    weight,
  }))
  return { name: column, columns: [column], cellsOf: (_ad, _account, adSeed) => cellsFrom(list, adSeed, 0.3) }
}

/** A breakdown whose value follows from the ad itself. */
function ownFamily(column: string, valueOf: (ad: Ad, account: AdAccount) => string): CellFamily {
  return {
    name: column,
    columns: [column],
    cellsOf(ad, account, adSeed) {
      return cellsFrom([{ values: { [column]: valueOf(ad, account) }, weight: 1 }], adSeed, 0)
    },
  }
}
