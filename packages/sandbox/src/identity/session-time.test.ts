import { expect, it } from 'vitest'
import { sessionTime } from './session-time.ts'

it('writes times as Meta does in its token errors, in Pacific time of the season', () => {
  expect(sessionTime(new Date('2023-08-01T17:12:14Z'))).toBe('Tuesday, 01-Aug-23 10:12:14 PDT')
  expect(sessionTime(new Date('2024-01-29T00:01:17Z'))).toBe('Sunday, 28-Jan-24 16:01:17 PST')
  expect(sessionTime(new Date('2024-01-29T08:00:00Z'))).toBe('Monday, 29-Jan-24 00:00:00 PST')
})
