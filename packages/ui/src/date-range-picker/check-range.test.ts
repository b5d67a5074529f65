import { expect, it } from 'vitest'
import { checkRange, firstKnownDay } from './check-range.ts'

const today = '2026-11-23'

it.each([
  ['a first day left empty', '', '2026-11-01', { field: 'since', problem: 'missing' }],
  ['a last day left empty', '2026-11-01', '', { field: 'until', problem: 'missing' }],
  ['a first day after today', '2026-11-24', '2026-11-25', { field: 'since', problem: 'in_future' }],
  ['a last day after today', '2026-11-01', '2026-11-24', { field: 'until', problem: 'in_future' }],
  ['a last day before the first', '2026-11-05', '2026-11-04', { field: 'until', problem: 'reversed' }],
  ['a day Meta no longer keeps', '2020-01-01', '2026-11-04', { field: 'since', problem: 'too_early' }],
])('names %s', (_, since, until, problem) => {
  expect(checkRange(since, until, today)).toEqual(problem)
})

it('allows everything Meta keeps, up to today', () => {
  expect(checkRange(firstKnownDay(today), today, today)).toBeUndefined()
  expect(checkRange(today, today, today)).toBeUndefined()
})
