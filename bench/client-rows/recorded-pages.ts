export const pageCount = 20
export const rowsPerPage = 500

const adCount = 200
const firstDay = Date.UTC(2025, 0, 1)

/** The fields both sides ask for. */
export const recordedFields = [
  'account_id',
  'campaign_id',
  'campaign_name',
  'adset_id',
  'adset_name',
  'ad_id',
  'ad_name',
  'impressions',
  'reach',
  'frequency',
  'clicks',
  'spend',
  'ctr',
  'cpc',
  'cpm',
  'inline_link_clicks',
  'actions',
  'action_values',
] as const

/** 10,000 rows: 200 ads over 50 days, newest metrics differing row by row, always the same. */
export function recordPages(nextUrl: (after: string) => string): string[] {
  return Array.from({ length: pageCount }, (_, page) => {
    const data = Array.from({ length: rowsPerPage }, (__, row) => recordRow(page * rowsPerPage + row))
    const after = cursor(page + 1)
    const cursors = { before: cursor(page), after }
    return JSON.stringify({ data, paging: { cursors, ...(page + 1 < pageCount && { next: nextUrl(after) }) } })
  })
}

/** The page a cursor leads to. */
export function pageAt(after: string | null): number {
  return after === null ? 0 : Number(Buffer.from(after, 'base64url').toString())
}

function cursor(page: number): string {
  return Buffer.from(String(page)).toString('base64url')
}

function recordRow(index: number) {
  const ad = index % adCount
  const day = new Date(firstDay + Math.floor(index / adCount) * 86_400_000).toISOString().slice(0, 10)
  const random = randomFrom(index)
  const impressions = 500 + Math.floor(random() * 20_000)
  const reach = Math.floor(impressions / (1.1 + random()))
  const clicks = Math.floor(impressions * (0.005 + random() * 0.03))
  const linkClicks = Math.floor(clicks * 0.7)
  const spend = (impressions / 1000) * (4 + random() * 9)
  return {
    account_id: '1283901774920113',
    campaign_id: String(120_210_000_000_000 + (ad % 10)),
    campaign_name: `Spring collection ${ad % 10} | Prospecting | DACH`,
    adset_id: String(120_211_000_000_000 + (ad % 40)),
    adset_name: `Broad 25-54 | Placement set ${ad % 40}`,
    ad_id: String(120_212_000_000_000 + ad),
    ad_name: `Carousel ${ad} | Hiking boots | v${(ad % 3) + 1}`,
    impressions: String(impressions),
    reach: String(reach),
    frequency: (impressions / reach).toFixed(6),
    clicks: String(clicks),
    spend: spend.toFixed(2),
    ctr: ((clicks / impressions) * 100).toFixed(6),
    cpc: (spend / Math.max(1, clicks)).toFixed(6),
    cpm: ((spend / impressions) * 1000).toFixed(6),
    inline_link_clicks: String(linkClicks),
    actions: [
      { action_type: 'link_click', value: String(linkClicks) },
      { action_type: 'landing_page_view', value: String(Math.floor(linkClicks * 0.8)) },
      { action_type: 'post_engagement', value: String(clicks + 12) },
      { action_type: 'purchase', value: String(Math.floor(linkClicks * 0.03)) },
      { action_type: 'offsite_conversion.fb_pixel_purchase', value: String(Math.floor(linkClicks * 0.03)) },
    ],
    action_values: [{ action_type: 'purchase', value: (Math.floor(linkClicks * 0.03) * 61.9).toFixed(2) }],
    date_start: day,
    date_stop: day,
  }
}

/** Mulberry32: small, seeded, good enough for believable spread. */
function randomFrom(seed: number): () => number {
  let state = seed + 0x6d2b79f5
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
