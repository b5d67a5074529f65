import type { CampaignRow, CampaignsResponse } from '@adpane/contract'

type Fetch = typeof globalThis.fetch

/** Names a table must bear: endless, in two scripts, with marks of direction, with markup. */
export const stretchedNames = changing((rows) => {
  const names = [
    `US | Prospecting | ${'Advantage+ Sales | '.repeat(8)}Broad 25–54 | Nov 2026`,
    'شتاء ٢٠٢٦ | إعادة استهداف | كل المنتجات | عربة التسوق المتروكة خلال 14 يومًا',
    '<img src=x onerror="alert(1)"> | <b>bold</b> campaign',
    'Safe until here \u202Eeman siht fo dne eht',
    '冬のセール｜リターゲティング｜カタログ｜全商品｜2026年11月｜動画とカルーセル広告のテスト配信',
    'x',
    '👩‍👩‍👧‍👦'.repeat(30),
  ]
  return rows.map((row, index) => ({ ...row, name: names[index % names.length] ?? row.name }))
})

/** The first campaign alone. */
export const oneRow = changing((rows) => rows.slice(0, 1))

const PAGE = 1000
const ALL = 5000

/** The same campaigns over and over, a thousand a page. */
export const thousandsOfRows = changing((rows, cursor) =>
  Array.from({ length: Math.min(PAGE, ALL - cursor * PAGE) }, (_, index) => {
    const place = cursor * PAGE + index + 1
    const row = rows[index % rows.length]
    return row ? [{ ...row, id: `${row.id}${place}`, name: `${place} | ${row.name}` }] : []
  }).flat(),
)

/** Wraps a fake BFF's fetch so that its campaigns are other ones. */
function changing(change: (rows: readonly CampaignRow[], page: number) => CampaignRow[]): (fetch: Fetch) => Fetch {
  return (fetch) => async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    if (!url.pathname.endsWith('/campaigns')) return fetch(input, init)
    const page = Number(url.searchParams.get('cursor') ?? 0)
    url.searchParams.delete('cursor')
    url.searchParams.delete('limit')
    if (url.searchParams.get('filter')?.includes('"id"')) url.searchParams.delete('filter')
    const answer = (await (await fetch(url.href, init)).json()) as CampaignsResponse
    const rows = change(answer.rows, page)
    const of = rows.length === PAGE ? ALL : rows.length
    const paging = rows.length === PAGE && (page + 1) * PAGE < ALL ? { next: String(page + 1) } : {}
    return Response.json({ ...answer, rows, totals: { ...answer.totals, of }, paging })
  }
}
