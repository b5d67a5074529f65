import { expect, it } from 'vitest'
import { type PageAddress, readPageAddress, writePageAddress } from './page-address.ts'

it('keeps store, account, range and comparison over a reload', () => {
  const address: PageAddress = {
    page: 'advertising',
    store: 'fieldnote',
    account: 'act_12',
    range: { since: '2026-10-25', until: '2026-11-23' },
    compare: false,
  }

  expect(readPageAddress(writePageAddress(address))).toEqual(address)
})

it('writes a preset by its name, so that the link still means last month next month', () => {
  expect(writePageAddress({ page: 'advertising', range: { preset: 'last_month' } })).toBe(
    '/advertising?range=last_month',
  )
})

it.each([
  ['a day that is none', '/advertising?since=2026-02-30&until=2026-03-01'],
  ['a range that ends before it begins', '/advertising?since=2026-03-02&until=2026-03-01'],
  ['a preset nobody knows', '/advertising?range=last_eon'],
])('leaves out %s', (_, href) => {
  expect(readPageAddress(href).range).toBeUndefined()
})

it('opens Advertising at an unknown path', () => {
  expect(readPageAddress('/nowhere').page).toBe('advertising')
})
