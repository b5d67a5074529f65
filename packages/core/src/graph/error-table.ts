/** What a refusal of Meta's means for the caller; each becomes one error class. */
export type RefusalKind =
  | 'rate_limited'
  | 'too_much_data'
  | 'connection_broken'
  | 'permission_missing'
  | 'not_found'
  | 'unavailable'
  | 'rejected'

export interface RefusalRule {
  /** One code, or a range with both ends included. */
  code: number | readonly [from: number, to: number]
  subcode?: number
  /** For the few refusals Meta marks by words alone: must match its message or title. */
  says?: RegExp
  kind: RefusalKind
  /** A read may be sent again at once. */
  isTransient?: true
  /** It sounds like trouble of Meta's own, and yet a write that got it was not done. */
  isRefusal?: true
  /** Milliseconds to wait when no header says; Meta publishes few of these, the rest are cautious guesses. */
  waitMs?: number
  /** Why, as a clause, for people. */
  reason?: string
}

const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes

/**
 * Code and subcode to meaning, first match wins, so narrow rows stand above wide ones.
 *
 * @see https://developers.facebook.com/docs/marketing-api/error-reference
 * @see https://developers.facebook.com/docs/graph-api/guides/error-handling
 * @see https://developers.facebook.com/docs/marketing-api/insights/error-codes
 */
export const refusalRules: readonly RefusalRule[] = [
  // Too much asked at once. Meta spreads this over four codes; none is worth repeating at the same size.
  { code: 100, subcode: 1487534, kind: 'too_much_data' },
  { code: 100, subcode: 1504018, kind: 'too_much_data' },
  { code: 2, subcode: 1504038, kind: 'too_much_data' },
  { code: -3, subcode: 1504045, kind: 'too_much_data' },
  { code: 1, says: /reduce the amount of data/i, kind: 'too_much_data' },

  // Quotas.
  { code: 4, subcode: 1504022, kind: 'rate_limited', waitMs: 1 * minutes },
  { code: 4, subcode: 1504039, kind: 'rate_limited', waitMs: 1 * minutes },
  { code: 100, subcode: 1504022, kind: 'rate_limited', waitMs: 1 * minutes },
  { code: 4, kind: 'rate_limited', waitMs: 5 * minutes },
  { code: 17, subcode: 1885172, kind: 'rate_limited', waitMs: 24 * hours },
  { code: 17, kind: 'rate_limited', waitMs: 5 * minutes },
  { code: 32, kind: 'rate_limited', waitMs: 5 * minutes },
  { code: 341, kind: 'rate_limited', waitMs: 5 * minutes },
  { code: 613, subcode: 5044001, kind: 'rate_limited', waitMs: 1 * seconds },
  { code: 613, subcode: 1487632, kind: 'rate_limited', waitMs: 1 * hours },
  { code: 613, kind: 'rate_limited', waitMs: 5 * minutes },
  { code: [80_000, 80_014], kind: 'rate_limited', waitMs: 5 * minutes },

  // Blocks that end by themselves, whatever code they come under.
  ...blocked(1_404_078, 'the account is blocked for a while'),
  ...blocked(2_859_015, 'the account is blocked for a while'),
  ...blocked(3_910_001, 'something is wrong with the account'),

  // The token.
  { code: 190, says: /must be granted before impersonating/i, kind: 'permission_missing' },
  { code: 190, subcode: 458, kind: 'connection_broken', reason: 'the app was removed from the account' },
  { code: 190, subcode: 459, kind: 'connection_broken', reason: 'Meta asks the person to log in and check something' },
  { code: 190, subcode: 460, kind: 'connection_broken', reason: 'the password was changed' },
  { code: 190, subcode: 463, kind: 'connection_broken', reason: 'the token has expired' },
  { code: 190, subcode: 464, kind: 'connection_broken', reason: 'the person has not confirmed their account' },
  { code: 190, subcode: 467, kind: 'connection_broken', reason: 'the person logged out' },
  { code: 190, subcode: 492, kind: 'connection_broken', reason: 'the person lost their role on the page' },
  { code: 190, kind: 'connection_broken', reason: 'Meta no longer accepts the token' },
  { code: 102, kind: 'connection_broken', reason: 'the session has ended' },
  { code: 2500, says: /access token must be used/i, kind: 'connection_broken', reason: 'Meta saw no token' },
  { code: 104, kind: 'connection_broken', reason: 'Meta saw no valid token' },
  { code: 100, subcode: 36_007, kind: 'connection_broken', reason: 'the login took too long' },
  { code: 100, subcode: 36_008, kind: 'connection_broken', reason: 'the login came back to another address' },
  { code: 100, subcode: 36_009, kind: 'connection_broken', reason: 'the login was used before' },
  { code: 457, kind: 'connection_broken', reason: 'the session came from an origin Meta does not trust' },

  // Permissions. Terms to accept and audiences too small come under 200, but reconnecting cures neither.
  { code: 200, subcode: 1870034, kind: 'rejected' },
  { code: 200, subcode: 1870047, kind: 'rejected' },
  { code: 200, subcode: 1870090, kind: 'rejected' },
  { code: 3, kind: 'permission_missing' },
  { code: 10, kind: 'permission_missing' },
  { code: 222, kind: 'rejected' },
  { code: [200, 299], kind: 'permission_missing' },
  { code: 100, subcode: 3191001, kind: 'permission_missing' },
  { code: 100, subcode: 1815199, kind: 'permission_missing' },
  { code: 100, subcode: 1815694, kind: 'permission_missing' },
  { code: 2654, subcode: 1713092, kind: 'permission_missing' },
  { code: 100, says: /missing permissions$|requires \w+ permission/im, kind: 'permission_missing' },

  // Objects that are gone or hidden.
  { code: 100, subcode: 33, kind: 'not_found' },
  { code: 803, kind: 'not_found' },

  // Meta's own trouble. Two of these look like trouble and are the caller's mistake.
  { code: 2, subcode: 1504041, kind: 'rejected' },
  { code: 2, subcode: 1504042, kind: 'rejected' },
  { code: 1, says: /validating client secret/i, kind: 'rejected' },
  { code: 1, kind: 'unavailable', isTransient: true },
  { code: 2, kind: 'unavailable', isTransient: true },
  { code: -1, kind: 'unavailable', isTransient: true },
  { code: -2, subcode: 2490547, kind: 'unavailable', reason: 'generating the report failed' },
  { code: 960, kind: 'unavailable', isTransient: true, reason: 'it ran out of time for a call in a batch' },
  { code: 1150, kind: 'unavailable' },
  { code: 2601, subcode: 1815107, kind: 'unavailable', reason: 'the report cannot be read yet' },
  { code: 3902, kind: 'unavailable' },
  { code: 5000, kind: 'unavailable' },
  { code: 6001, kind: 'unavailable' },
]

/** Some refusals come as a code of their own on one page of Meta's, as a subcode of others in practice. */
function blocked(code: number, reason: string): readonly RefusalRule[] {
  const rule = { kind: 'unavailable', isRefusal: true, reason } as const
  return [
    { code, ...rule },
    { code: [100, 368], subcode: code, ...rule },
  ]
}

/** The row that speaks about a refusal; undefined leaves it to the HTTP status. */
export function findRefusalRule(
  code: number | undefined,
  subcode: number | undefined,
  words: string,
): RefusalRule | undefined {
  if (code === undefined) return undefined
  return refusalRules.find(
    (rule) =>
      covers(rule.code, code) &&
      (rule.subcode === undefined || rule.subcode === subcode) &&
      (rule.says === undefined || rule.says.test(words)),
  )
}

function covers(rule: RefusalRule['code'], code: number): boolean {
  return typeof rule === 'number' ? rule === code : rule[0] <= code && code <= rule[1]
}
