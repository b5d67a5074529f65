import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cacheKey, scopeOf, scopePrefix } from './cache-key.ts'

const safePart = fc.stringMatching(/^[A-Za-z0-9_.,%=-]+$/)
const partsOf = (part: fc.Arbitrary<string>) =>
  fc.tuple(part, part, part, fc.array(part, { maxLength: 3 })).map(([a, b, c, rest]) => [a, b, c, ...rest] as const)

describe('cacheKey', () => {
  it('names tenant and account first', () => {
    expect(cacheKey('fieldnote', 'act_1', '2025-03-01')).toBe('meta:insights:fieldnote:act_1:2025-03-01')
  })

  it('can be taken apart again, so that different parts never give the same key', () => {
    fc.assert(
      fc.property(partsOf(fc.oneof(safePart, fc.string())), (parts) => {
        const key = keyOrRefusal(parts)
        if (key !== undefined) expect(key.split(':')).toEqual(['meta', 'insights', ...parts])
      }),
    )
    expect.hasAssertions()
  })

  it.each([':', 'a:b', '', ' ', 'a b', 'a\nb', '\u0000'])('refuses the part %j', (part) => {
    expect(() => cacheKey(part, 'act_1', 'x')).toThrow(RangeError)
    expect(() => cacheKey('tenant', part, 'x')).toThrow(RangeError)
    expect(() => cacheKey('tenant', 'act_1', part)).toThrow(RangeError)
    expect(() => scopePrefix({ tenantId: part })).toThrow(RangeError)
  })

  it('begins with the prefix of its own scope and of no other tenant', () => {
    fc.assert(
      fc.property(partsOf(safePart), safePart, (parts, otherTenant) => {
        const key = cacheKey(...parts)
        expect(scopeOf(key)).toEqual({ tenantId: parts[0], accountId: parts[1] })
        expect(key.startsWith(scopePrefix(scopeOf(key)))).toBe(true)
        expect(key.startsWith(scopePrefix({ tenantId: otherTenant }))).toBe(otherTenant === parts[0])
      }),
    )
  })
})

function keyOrRefusal(parts: readonly [string, string, string, ...string[]]): string | undefined {
  try {
    return cacheKey(...parts)
  } catch {
    return undefined
  }
}
