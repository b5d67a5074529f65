import { describe, expect, it } from 'vitest'
import { refusalRules } from './error-table.ts'
import { readRefusal } from './refusal.ts'

/** Every row of the table once: what Meta sends, what the caller gets, and how long to wait where no header says. */
const rows: readonly [envelope: string, code: string, retryAfterMs?: number][] = [
  ['100/1487534', 'too_much_data'],
  ['100/1504018', 'too_much_data'],
  ['2/1504038', 'too_much_data'],
  ['-3/1504045', 'too_much_data'],
  ["1 Please reduce the amount of data you're asking for, then retry your request", 'too_much_data'],
  ['4/1504022', 'rate_limited', 60_000],
  ['4/1504039', 'rate_limited', 60_000],
  ['100/1504022', 'rate_limited', 60_000],
  ['4', 'rate_limited', 300_000],
  ['17/1885172', 'rate_limited', 86_400_000],
  ['17/2446079', 'rate_limited', 300_000],
  ['32', 'rate_limited', 300_000],
  ['341', 'rate_limited', 300_000],
  ['613/5044001', 'rate_limited', 1000],
  ['613/1487632', 'rate_limited', 3_600_000],
  ['613/1487742', 'rate_limited', 300_000],
  ['80000/2446079', 'rate_limited', 300_000],
  ['80004', 'rate_limited', 300_000],
  ['80014', 'rate_limited', 300_000],
  ['1404078', 'meta_unavailable'],
  ['100/1404078', 'meta_unavailable'],
  ['2859015', 'meta_unavailable'],
  ['200/2859015', 'meta_unavailable'],
  ['3910001', 'meta_unavailable'],
  ['368/3910001', 'meta_unavailable'],
  [
    "190 Any of the pages_read_engagement permission(s) must be granted before impersonating a user's page.",
    'permission_missing',
  ],
  ['2500 An active access token must be used to query information about the current user.', 'connection_broken'],
  ['100/36007', 'connection_broken'],
  ['100/36008', 'connection_broken'],
  ['100/36009', 'connection_broken'],
  ['1 Error validating client secret.', 'meta_rejected'],
  ['190/458', 'connection_broken'],
  ['190/459', 'connection_broken'],
  ['190/460', 'connection_broken'],
  ['190/463', 'connection_broken'],
  ['190/464', 'connection_broken'],
  ['190/467', 'connection_broken'],
  ['190/492', 'connection_broken'],
  ['190', 'connection_broken'],
  ['102', 'connection_broken'],
  ['104', 'connection_broken'],
  ['457', 'connection_broken'],
  ['200/1870034', 'meta_rejected'],
  ['200/1870047', 'meta_rejected'],
  ['200/1870090', 'meta_rejected'],
  ['3', 'permission_missing'],
  ['10', 'permission_missing'],
  ['222', 'meta_rejected'],
  ['200', 'permission_missing'],
  ['273', 'permission_missing'],
  ['299', 'permission_missing'],
  ['100/3191001', 'permission_missing'],
  ['100/1815199', 'permission_missing'],
  ['100/1815694', 'permission_missing'],
  ['2654/1713092', 'permission_missing'],
  ['100 (#100) Missing permissions', 'permission_missing'],
  ['100 (#100) Requires business_management permission to access the field.', 'permission_missing'],
  ['100/33', 'not_found'],
  ['803', 'not_found'],
  ['2/1504041', 'meta_rejected'],
  ['2/1504042', 'meta_rejected'],
  ['1', 'meta_unavailable'],
  ['2', 'meta_unavailable'],
  ['-1', 'meta_unavailable'],
  ['-2/2490547', 'meta_unavailable'],
  ['960', 'meta_unavailable'],
  ['1150', 'meta_unavailable'],
  ['2601/1815107', 'meta_unavailable'],
  ['3902', 'meta_unavailable'],
  ['5000', 'meta_unavailable'],
  ['6001', 'meta_unavailable'],
  // No row speaks of these; the caller has to change something.
  ['100', 'meta_rejected'],
  ['100/1885272', 'meta_rejected'],
  ['2635', 'meta_rejected'],
  ['3018', 'meta_rejected'],
  ['80015', 'meta_rejected'],
]

describe('refusals', () => {
  it.each(rows)('%s is %s', (written, code, retryAfterMs) => {
    const { error } = readRefusal(anEnvelope(written), { subject: 'act_1', status: 400, redact: (text) => text })
    expect(error).toMatchObject({ code, ...(retryAfterMs !== undefined && { retryAfterMs }) })
  })

  it('covers every row of the table', () => {
    const unmet = refusalRules.filter((rule) => !rows.some(([written]) => matches(rule, anEnvelope(written))))
    expect(unmet).toEqual([])
  })

  it.each([
    [500, 'meta_unavailable', true],
    [503, 'meta_unavailable', true],
    [429, 'rate_limited', false],
    [401, 'connection_broken', false],
    [400, 'meta_rejected', false],
  ])('falls back on HTTP %i for a code it does not know', (status, code, isTransient) => {
    const failure = readRefusal({ code: 987_654 }, { subject: 'act_1', status, redact: (text) => text })
    expect(failure).toMatchObject({ error: { code }, isTransient })
  })

  it('lets a header overrule the wait of the table', () => {
    const context = { subject: 'act_1', status: 400, regainMs: 42_000, redact: (text: string) => text }
    expect(readRefusal({ code: 17 }, context).error.retryAfterMs).toBe(42_000)
  })

  it("carries Meta's words for people and its trace id", () => {
    const envelope = {
      code: 100,
      error_subcode: 1_885_272,
      message: 'Invalid parameter',
      error_user_title: 'Budget too low',
      error_user_msg: 'Raise the budget.',
      fbtrace_id: 'AbC',
    }
    const { error } = readRefusal(envelope, { subject: 'act_1', status: 400, redact: (text) => text })
    expect(error.message).toBe('Meta rejected the request. Budget too low: Raise the budget.')
    expect(error.meta).toEqual({
      code: 100,
      subcode: 1_885_272,
      fbtraceId: 'AbC',
      userTitle: 'Budget too low',
      userMessage: 'Raise the budget.',
    })
  })

  it.each([
    { blame_field_specs: [['daily_budget'], ['targeting', 'age_min']] },
    '{"blame_field_specs":[["daily_budget"],["targeting","age_min"]]}',
  ])('names the fields Meta blames, however they are sent: %j', (errorData) => {
    const envelope = { code: 100, message: 'Invalid parameter', error_data: errorData }
    const { error } = readRefusal(envelope, { subject: 'act_1', status: 400, redact: (text) => text })
    expect(error.fields?.map(({ field }) => field)).toEqual(['daily_budget', 'targeting.age_min'])
  })

  it.each([
    {},
    { code: null, message: 7, error_subcode: {}, error_data: 'not json' },
    { code: '190', error_subcode: '463' },
    { error_data: { blame_field_specs: 'x' } },
  ])('survives the odd envelope %j', (envelope) => {
    const { error } = readRefusal(envelope, { subject: 'act_1', status: 400, redact: (text) => text })
    expect(['meta_rejected', 'connection_broken']).toContain(error.code)
  })
})

/** `100/33 words` as Meta would send it. */
function anEnvelope(written: string) {
  const [, code, subcode, message] = /^(-?\d+)(?:\/(\d+))?(?: (.*))?$/.exec(written) ?? []
  return {
    code: Number(code),
    ...(subcode !== undefined && { error_subcode: Number(subcode) }),
    message: message ?? 'Refused.',
  }
}

function matches(rule: (typeof refusalRules)[number], envelope: ReturnType<typeof anEnvelope>): boolean {
  const [from, to] = typeof rule.code === 'number' ? [rule.code, rule.code] : rule.code
  const isCovered = from <= envelope.code && envelope.code <= to
  const isSame = rule.subcode === undefined || rule.subcode === envelope.error_subcode
  return isCovered && isSame && (rule.says === undefined || rule.says.test(envelope.message))
}
