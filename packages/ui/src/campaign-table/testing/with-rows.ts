import type { CampaignRow, CampaignsResponse } from '@adpane/contract'

/** A fetch whose campaigns are other ones, made from the rows that would have come. */
export function withRows(
  fetch: typeof globalThis.fetch,
  change: (rows: readonly CampaignRow[]) => readonly Partial<CampaignRow>[],
): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const url = input instanceof Request ? input.url : String(input)
    if (!response.ok || !new URL(url).pathname.endsWith('/campaigns')) return response
    const answer = (await response.json()) as CampaignsResponse
    const rows = change(answer.rows)
    return Response.json({ ...answer, rows, totals: { ...answer.totals, of: rows.length } })
  }
}
