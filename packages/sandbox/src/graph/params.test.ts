import { expect, it } from 'vitest'
import { joinParams } from './params.ts'

const join = (query: string) => Object.fromEntries(joinParams(new URLSearchParams(query)))

it.each([
  ['a=1&b=2', { a: '1', b: '2' }],
  ['a[]=1&a[]=2', { a: '["1","2"]' }],
  ['a[0]=1&a[1]=2', { a: '["1","2"]' }],
  [
    'time_range[since]=2026-10-01&time_range[until]=2026-10-31',
    { time_range: '{"since":"2026-10-01","until":"2026-10-31"}' },
  ],
  [
    'filtering[0][field]=name&filtering[0][operator]=IN&filtering[0][value][]=a&filtering[0][value][]=b',
    { filtering: '[{"field":"name","operator":"IN","value":["a","b"]}]' },
  ],
  ['a[b]=1&a[b][c]=2', { a: '{"b":{"c":"2"}}' }],
  ['a[__proto__]=1', { a: '{"__proto__":"1"}' }],
  ['a[b=1&[c]=2', { 'a[b': '1', '[c]': '2' }],
])('%s is read as PHP writes it', (query, params) => {
  expect(join(query)).toEqual(params)
})
