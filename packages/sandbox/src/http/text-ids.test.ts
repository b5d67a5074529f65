import { expect, it } from 'vitest'
import { withTextIds } from './text-ids.ts'

it('makes texts of numbers that are too long to stay exact', () => {
  expect(withTextIds('{"id":120210000030104729,"ids":[120210000030104729, 7]}')).toBe(
    '{"id":"120210000030104729","ids":["120210000030104729", 7]}',
  )
})

it('leaves strings, fractions and powers as they are', () => {
  const json = String.raw`{"a":"120210000030104729","b":"\"120210000030104729","c":0.120210000030104729,"d":12345678901234567e3}`

  expect(withTextIds(json)).toBe(json)
})

it('takes a picture of ten million letters', () => {
  const json = `{"bytes":"${'A'.repeat(10_700_000)}","id":120210000030104729}`

  expect(withTextIds(json).endsWith('"id":"120210000030104729"}')).toBe(true)
})

it('is done at once with a string that never ends', () => {
  const json = `"${'\\"'.repeat(1_000_000)}`

  expect(withTextIds(json)).toBe(json)
})
