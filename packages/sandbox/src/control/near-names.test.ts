import { expect, it } from 'vitest'
import { nearNames } from './near-names.ts'

const known = ['ads', 'adsets', 'adlabels', 'campaigns', 'insights', 'copies']

it.each([
  ['campaign', ['campaigns']],
  ['ad_sets', ['adsets']],
  ['insigths', ['insights']],
  ['adset', ['adsets']],
  ['ad', ['ads']],
  ['somewhere', []],
  ['', []],
])('takes %s for %j', (text, names) => {
  expect(nearNames(text, known)).toEqual(names)
})
