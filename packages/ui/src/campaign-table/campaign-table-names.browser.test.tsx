import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeBff, FAKE_ACCOUNT_ID } from '../testing/index.ts'
import { openTable } from './testing/open-table.tsx'
import { withAds, withRows } from './testing/with-rows.ts'

const named = (...names: string[]) =>
  withRows(createFakeBff().fetch, ([row]) => names.map((name, index) => ({ ...row, id: String(index + 1), name })))

describe('names from outside', () => {
  it('are text, never markup', async () => {
    const name = '<img src=x onerror="window.wasHacked = true">'
    await openTable({ fetch: named(name) })
    await expect.element(page.getByRole('button', { name })).toBeVisible()
    expect(document.querySelector('tbody img')).toBeNull()
    expect('wasHacked' in window).toBe(false)
  })

  it('keep their direction marks to themselves', async () => {
    await openTable({ fetch: named('Safe \u202Eegassem desrever', 'Next campaign') })
    const button = page.getByRole('button', { name: /^Safe/ })
    await expect.element(button).toBeVisible()
    const shown = button.element().firstElementChild
    expect(shown?.tagName).toBe('BDI')
    expect(getComputedStyle(shown as Element).unicodeBidi).toBe('isolate')
  })

  it('are cut in the middle and whole on hover', async () => {
    const name = `Winter ${'very '.repeat(40)}long | Nov 2026`
    await openTable({ fetch: named(name) })
    const button = page.getByRole('button', { name })
    await expect.element(button).toMatchTextContent(/^Winter .*….*\| Nov 2026$/)
    const element = button.element()
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth)
    await button.hover()
    await expect.element(page.getByRole('tooltip', { name })).toBeVisible()
  })

  it('are never empty', async () => {
    await openTable({ fetch: named('   ') })
    await expect.element(page.getByRole('button', { name: 'No name' })).toBeVisible()
  })
})

describe('thumbnails', () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  const shown = (thumbnailUrl: string) =>
    withAds(createFakeBff().fetch, ([row]) => [{ ...row, id: '1', name: 'Reel', thumbnailUrl }])

  it('give way to a glyph when they do not load', async () => {
    await openTable({ level: 'ad', fetch: shown('https://pictures.invalid/1.jpg') })
    await expect.element(page.getByRole('rowheader', { name: 'Reel' })).toBeVisible()
    await expect.poll(() => document.querySelector('tbody .ap-ct-tile svg')).not.toBeNull()
  })

  it('come from web addresses only', async () => {
    await openTable({ level: 'ad', fetch: shown(dot) })
    await expect.element(page.getByRole('rowheader', { name: 'Reel' })).toBeVisible()
    expect(document.querySelector('tbody img')).toBeNull()
  })
})

describe('long lists', () => {
  const many = (count: number) =>
    withRows(createFakeBff().fetch, ([row]) =>
      Array.from({ length: count }, (_, index) => ({ ...row, id: String(index + 1), name: `Campaign ${index + 1}` })),
    )

  it('draw only what is in sight, and still tell how many there are', async () => {
    await openTable({ accountId: FAKE_ACCOUNT_ID, pageSize: 1000, fetch: many(1000) })
    await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1002')
    expect(document.querySelectorAll('tbody tr[aria-rowindex]').length).toBeLessThan(80)
    const scroll = page.getByRole('region', { name: /^Campaigns/ }).element()
    scroll.scrollTop = scroll.scrollHeight
    await expect
      .element(page.getByRole('row').filter({ hasText: /^Campaign 1000/ }))
      .toHaveAttribute('aria-rowindex', '1001')
    await expect.element(page.getByRole('rowheader', { name: /^Total of 1,000 campaigns/ })).toBeVisible()
  })

  it('keep the focused row when it scrolls away', async () => {
    await openTable({ pageSize: 1000, fetch: many(1000) })
    const name = page.getByRole('button', { name: 'Campaign 3', exact: true })
    await expect.element(name).toBeVisible()
    ;(name.element() as HTMLElement).focus()
    const scroll = page.getByRole('region', { name: /^Campaigns/ }).element()
    scroll.scrollTop = 20_000
    await expect.element(page.getByRole('button', { name: 'Campaign 455', exact: true })).toBeInTheDocument()
    await expect.element(name).toHaveFocus()
  })
})
