import { errorActions } from '@adpane/contract'
import { describe, expect, it } from 'vitest'
import { readRefusal } from './refusal.ts'

/**
 * Every code and subcode that Meta's pages and practice name, by what to do about it. Written `code`, `code/subcode`, or
 * with the words that tell it apart.
 *
 * @see https://developers.facebook.com/docs/marketing-api/error-reference
 */
const facts = {
  // Wait: a quota is used up.
  rate_limited:
    '4 4/1504022 4/1504039 17 17/2446079 17/1885172 32 341 613 613/1996 613/1487742 613/1487632 613/1487225 613/5044001 ' +
    '80000/2446079 80001 80002 80003/2446079 80004/2446079 80005 80006 80008 80009 80014 80014/2446079 100/1504022',
  // Ask for less.
  too_much_data: '100/1487534 100/1504018 2/1504038 -3/1504045',
  // Connect again.
  connection_broken:
    '190 190/458 190/459 190/460 190/463 190/464 190/467 190/492 102 102/458 102/463 104 457 100/36007 100/36008 100/36009',
  // Grant what is missing.
  permission_missing: '3 10 200 200/4841013 273 294 299 100/3191001 100/1815199 100/1815694 2654/1713092',
  // Gone, or hidden from this connection.
  not_found: '100/33 803',
  // Ask again later.
  meta_unavailable:
    '1 1/99 2 2/1504043 2/1504044 -1 -2/2490547 960 1150 2601/1815107 3902 5000 6001 ' +
    '1404078 100/1404078 2859015 100/2859015 3910001 100/3910001',
  // Something in the call, the account or at Meta's has to be mended by whoever asked.
  meta_rejected:
    // A call.
    '100 100/1487694 100/1752129 100/1815946 101 105 105/1815630 191 194 222 300 351 352 382 389 500 506 801 900 1500 2500 2606 ' +
    '2607 2615 2620 2635 2641 2642 2654 2695 2703/2490336 3001 3018 3944 6000 6200 6202 1609005 2/1504041 2/1504042 ' +
    // A person.
    '31/3858013 200/1870034 200/1870047 200/1870090 368 415 3936 3979 3980 3994 23007 ' +
    // Validation, as subcodes.
    '100/1340029 100/1373054 100/1404163 100/1443048 100/1487007 100/1487033 100/1487056 100/1487079 100/1487390 ' +
    '100/1487472 100/1487566 100/1487678 100/1487756 100/1487831 100/1487901 100/1487929 100/1487990 100/1713230 ' +
    '100/1772103 100/1784018 100/1815001 100/1815045 100/1815198 100/1815573 100/1815629 100/1815715 100/1815857 ' +
    '100/1870047 100/1870065 100/1870088 100/1870092 100/1870165 100/1870188 100/1870189 100/1870199 100/1870219 ' +
    '100/1870220 100/1870227 100/1885014 100/1885029 100/1885088 100/1885154 100/1885183 100/1885194 100/1885204 ' +
    '100/1885252 100/1885272 100/1885316 100/1885364 100/1885501 100/1885557 100/1885621 100/1885650 100/1885737 ' +
    '100/1885998 100/2061015 100/2238055 100/2446149 100/2446173 100/2446289 100/2446307 100/2446347 100/2446383 ' +
    '100/2446394 100/2446509 100/2446580 100/2446603 100/2446712 100/2446811 100/2446814 100/2446867 100/2446880 ' +
    '100/2490085 100/2490155 100/2490372 100/2490408 100/2490427 100/2490468 100/2490487 100/2490562 100/2708008 ' +
    '100/3858064 100/3858082 100/3858152 100/3858258 100/3858504 100/3867105 100/4834005 100/4834009 100/4834011 ' +
    // Validation, as codes of their own.
    '1340029 1373054 1404163 1487007 1487033 1815629 1870047 1870165 1885272 2238055 2446307 2490427 2708008 3858152',
} as const

const rows = Object.entries(facts).flatMap(([code, list]) => list.split(' ').map((written) => [written, code] as const))

describe('facts', () => {
  it.each(rows)('%s is %s, and says who acts next', (written, code) => {
    const [first, subcode] = written.split('/').map(Number)
    const envelope = { code: first, error_subcode: subcode, message: 'Invalid parameter', type: 'OAuthException' }
    const { error, executed, isTransient } = readRefusal(envelope, aContext())
    expect(error).toMatchObject({
      code,
      action: errorActions[code as keyof typeof errorActions],
      meta: { code: first },
    })
    // Only trouble of Meta's own leaves open whether a write was done, and only that is worth asking again at once.
    if (code !== 'meta_unavailable') expect({ executed, isTransient }).toEqual({ executed: 'no', isTransient: false })
    if (isTransient) expect(executed).toBe('unknown')
  })

  it('are told apart by words where Meta gives nothing else', () => {
    const words: readonly [code: number, message: string, expected: string][] = [
      [1, "Please reduce the amount of data you're asking for, then retry your request", 'too_much_data'],
      [1, 'An unknown error occurred', 'meta_unavailable'],
      [1, 'Error validating client secret.', 'meta_rejected'],
      [100, '(#100) Missing permissions', 'permission_missing'],
      [100, '(#100) Requires business_management permission to access the field.', 'permission_missing'],
      [100, 'Invalid appsecret_proof provided in the API argument', 'meta_rejected'],
      [2500, 'An active access token must be used to query information about the current user.', 'connection_broken'],
      [2500, 'Unknown path components: /foo', 'meta_rejected'],
    ]
    for (const [code, message, expected] of words) expect(codeOf({ code, message })).toBe(expected)
  })

  it('of Meta’s blocks say that nothing was done, although they end by themselves', () => {
    expect(readRefusal({ code: 100, error_subcode: 2_859_015 }, aContext())).toMatchObject({ executed: 'no' })
    expect(readRefusal({ code: 2 }, aContext())).toMatchObject({ executed: 'unknown' })
  })

  it('take a refusal without any code for what its type or its status says', () => {
    expect(codeOf({ message: 'Error validating access token', type: 'OAuthException' })).toBe('connection_broken')
    expect(codeOf({ message: 'Too many requests in batch message.', type: 'GraphBatchException' })).toBe(
      'meta_rejected',
    )
    expect(codeOf({ message: 'x' }, 503)).toBe('meta_unavailable')
  })
})

function codeOf(envelope: Record<string, unknown>, status = 400): string {
  return readRefusal(envelope, { ...aContext(), status }).error.code
}

function aContext() {
  return { subject: 'act_1', status: 400, redact: (text: string) => text }
}
