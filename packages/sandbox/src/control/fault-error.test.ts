import { expect, it } from 'vitest'
import { faultError } from './fault-error.ts'
import type { Fault } from './faults.ts'

const now = new Date('2026-11-23T15:00:00Z')

it.each<[Fault, number, number, number | undefined, string]>([
  [{ kind: 'throttle', code: 17 }, 400, 17, 2446079, '(#17) User request limit reached'],
  [{ kind: 'throttle', code: 80000 }, 400, 80000, 2446079, '(#80000) There have been too many calls'],
  [{ kind: 'throttle', code: 4 }, 400, 4, undefined, '(#4) Application request limit reached'],
  [{ kind: 'throttle', code: 4, subcode: 1504022 }, 400, 4, 1504022, 'There have been too many calls from this app'],
  [{ kind: 'throttle', code: 613 }, 400, 613, undefined, '(#613) Calls to this api have exceeded the rate limit.'],
  [{ kind: 'throttle', code: 80009, subcode: 5 }, 400, 80009, 5, '(#80009) There have been too many calls'],
  [{ kind: 'server_error', status: 500 }, 500, 1, 99, 'An unknown error occurred'],
  [{ kind: 'server_error', status: 503 }, 503, 2, undefined, '(#2) Service temporarily unavailable'],
  [{ kind: 'ok_with_error' }, 200, 2, undefined, 'An unexpected error has occurred'],
  [
    { kind: 'expired_token' },
    400,
    190,
    463,
    'Error validating access token: Session has expired on Monday, 23-Nov-26 06:59:59 PST.',
  ],
])('%j is status %i, code %i/%s', (fault, status, code, subcode, text) => {
  const error = faultError(fault, now)
  expect([error?.status, error?.fields.code, error?.fields.subcode]).toEqual([status, code, subcode])
  expect(error?.message).toContain(text)
})

it('leaves to the connection what no Graph error can say', () => {
  for (const kind of ['reset', 'truncated', 'reply_lost', 'null_entry'] as const) {
    expect(faultError({ kind }, now)).toBeUndefined()
  }
})
