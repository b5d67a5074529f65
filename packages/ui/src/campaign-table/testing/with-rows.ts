import type { AdRow, AdsResponse, CampaignRow, CampaignsResponse } from '@adpane/contract'

type Fetch = typeof globalThis.fetch

/** A fetch whose campaigns are other ones, made from the rows that would have come. */
export function withRows(
  fetch: Fetch,
  change: (rows: readonly CampaignRow[]) => readonly Partial<CampaignRow>[],
): Fetch {
  return changing(fetch, '/campaigns', (answer) => change(answer.rows as CampaignRow[]))
}

/** The same for ads. */
export function withAds(fetch: Fetch, change: (rows: readonly AdRow[]) => readonly Partial<AdRow>[]): Fetch {
  return changing(fetch, '/ads', (answer) => change(answer.rows as AdRow[]))
}

function changing(
  fetch: Fetch,
  path: string,
  change: (answer: CampaignsResponse | AdsResponse) => readonly object[],
): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const url = input instanceof Request ? input.url : String(input)
    if (!response.ok || !new URL(url).pathname.endsWith(path)) return response
    const answer = (await response.json()) as CampaignsResponse | AdsResponse
    const rows = change(answer)
    return Response.json({ ...answer, rows, totals: { ...answer.totals, of: rows.length } })
  }
}
