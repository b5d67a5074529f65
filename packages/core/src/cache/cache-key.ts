declare const brand: unique symbol

/** Where an answer is kept. Only {@link cacheKey} makes one, so that none lacks its tenant. */
export type CacheKey = string & { readonly [brand]: 'CacheKey' }

/** All that is kept for a tenant, or for one of its ad accounts. */
export interface CacheScope {
  tenantId: string
  accountId?: string
}

/**
 * Builds `meta:insights:${tenantId}:${accountId}:…`.
 *
 * Two different lists of parts never give the same key: a part that is empty or holds `:`, a space or a control
 * character is refused. Encode free text first (`encodeURIComponent`, a hash).
 *
 * @param parts - At least one: what of the account is kept, such as the query.
 * @throws {RangeError} A part is refused.
 */
export function cacheKey(tenantId: string, accountId: string, ...parts: readonly [string, ...string[]]): CacheKey {
  const all = [tenantId, accountId, ...parts]
  all.forEach(refuseUnsafe)
  return `${ROOT}:${all.join(':')}` as CacheKey
}

/** Which tenant and account a key belongs to. */
export function scopeOf(key: CacheKey): Required<CacheScope> {
  const [tenantId = '', accountId = ''] = key.slice(ROOT.length + 1).split(':')
  return { tenantId, accountId }
}

/** What all keys of a scope begin with. It ends with the separator, so that `t1` is no part of `t10`. */
export function scopePrefix({ tenantId, accountId }: CacheScope): string {
  const all = accountId === undefined ? [tenantId] : [tenantId, accountId]
  all.forEach(refuseUnsafe)
  return `${ROOT}:${all.join(':')}:`
}

const ROOT = 'meta:insights'

function refuseUnsafe(part: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (part === '' || /[:\s\u0000-\u001f\u007f]/.test(part)) {
    throw new RangeError(`A cache key cannot hold the part ${JSON.stringify(part)}: no ":", no space, not empty.`)
  }
}
