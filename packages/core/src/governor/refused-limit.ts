import type { GovernedCall } from './governor.ts'

interface RefusalRow {
  code: number | readonly [from: number, to: number]
  subcode?: number
  /** Which limit said no; `none` where it is about one object, and its neighbours may go on. */
  limit: 'app' | 'app insights' | 'score' | 'use case' | 'mutations' | 'none'
}

/**
 * Which limit a refusal is about, first match wins.
 *
 * @see https://developers.facebook.com/docs/marketing-api/overview/rate-limiting
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
const rows: readonly RefusalRow[] = [
  { code: 4, subcode: 1504022, limit: 'app insights' },
  { code: 4, subcode: 1504039, limit: 'app insights' },
  { code: 100, subcode: 1504022, limit: 'app insights' },
  { code: 4, limit: 'app' },
  { code: 341, limit: 'app' },
  // Ten changes of the spend cap a day, four of a budget an hour, ads by spend limit.
  { code: 17, subcode: 1885172, limit: 'none' },
  { code: 613, subcode: 1487632, limit: 'none' },
  { code: 613, subcode: 1487225, limit: 'none' },
  { code: 17, limit: 'score' },
  { code: 613, subcode: 1487742, limit: 'score' },
  { code: 613, subcode: 5044001, limit: 'mutations' },
  { code: 613, limit: 'use case' },
  { code: 32, limit: 'use case' },
  { code: 80_000, limit: 'use case' },
  { code: 80_003, limit: 'use case' },
  { code: 80_004, limit: 'use case' },
  // Pages, Instagram, lead forms, catalogs: other quotas of other objects than ad accounts.
  { code: [80_001, 80_014], limit: 'none' },
]

const useCasesByCode: Readonly<Record<number, string>> = {
  80_000: 'ads_insights',
  80_003: 'custom_audience',
  80_004: 'ads_management',
}

/**
 * Name of the limit that Meta refused a call by; undefined when it did not refuse for a limit we keep, or for one of an
 * ad account that nobody knows: the app must not stand still for it.
 */
export function refusedLimit(
  { adAccountId, useCase }: Pick<GovernedCall, 'adAccountId' | 'useCase'>,
  { status, code, subcode }: { status?: number | undefined; code?: number | undefined; subcode?: number | undefined },
): string | undefined {
  const limit = code === undefined && status === 429 ? 'use case' : find(code, subcode)
  if (limit === undefined || limit === 'none') return undefined
  if (limit === 'app insights') return useCase === 'ads_insights' ? 'app:ads_insights' : 'app'
  if (limit === 'app' || useCase === 'app') return 'app'
  if (adAccountId === undefined) return undefined
  if (limit === 'use case') return `${adAccountId}:${useCasesByCode[code ?? 0] ?? useCase}`
  // Insights are not scored; if Meta says otherwise, their own quota takes the blame.
  return useCase === 'ads_insights' ? `${adAccountId}:ads_insights` : `${adAccountId}:${limit}`
}

function find(code: number | undefined, subcode: number | undefined): RefusalRow['limit'] | undefined {
  if (code === undefined) return undefined
  return rows.find(
    (row) =>
      (typeof row.code === 'number' ? row.code === code : row.code[0] <= code && code <= row.code[1]) &&
      (row.subcode === undefined || row.subcode === subcode),
  )?.limit
}
