import { enumValues } from '../schema/graph-schema.ts'

// In the guide, though newer published specs list them no more or never did.
const guideOnly = ['product_group_id', 'product_set_id_breakdown', 'product_vendor_id_breakdown', 'user_segment_key']

/** Every breakdown Meta accepts by name. */
export const breakdownNames: readonly string[] = [
  ...new Set([...enumValues('AdReportRun.breakdowns'), ...guideOnly]),
].sort()

/** Breakdowns Meta answers as unknown fields for ordinary accounts. */
export const hiddenBreakdowns: ReadonlySet<string> = new Set([
  'media_asset_url',
  'media_creator',
  'media_destination_url',
  'media_format',
  'media_origin_url',
  'media_text_content',
])
