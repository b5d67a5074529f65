import { type AdsErrorCode, errorActions } from '@adpane/contract'
import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeBff } from '../testing/index.ts'
import { openTable } from './testing/open-table.tsx'

const numbers = () => page.getByText('24,318.42')

describe('CampaignTable states', () => {
  it('loads behind its real column names', async () => {
    await openTable({ scenario: 'loading' })
    await expect.element(page.getByText('Loading Campaigns')).toBeInTheDocument()
    await expect.poll(() => document.querySelector('table thead')?.textContent).toContain('Purchases')
    await expect.element(page.getByRole('tab', { name: 'Campaigns' })).toBeVisible()
  })

  it('says when there is nothing yet, with one way on', async () => {
    await openTable({ scenario: 'empty' })
    await expect.element(page.getByText('No campaigns yet')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Refresh' })).toBeVisible()
  })

  it('says when nothing matches, and clears the filters', async () => {
    await openTable()
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('no such name')
    await expect.element(page.getByText('No campaigns match the filter')).toBeVisible()
    await page.getByRole('tabpanel').getByRole('button', { name: 'Clear filters' }).click()
    await expect.element(numbers()).toBeVisible()
    await expect.element(page.getByRole('searchbox')).toHaveValue('')
  })

  it('names the request that failed, and tries again', async () => {
    const { bff } = await openTable({ scenario: 'error' })
    await expect.element(page.getByText('Campaigns didn’t load')).toBeVisible()
    await expect.element(page.getByText(/^req_/)).toBeVisible()
    bff.setScenario('ready')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(numbers()).toBeVisible()
  })

  it('shows no numbers without permission', async () => {
    const onAskForAccess = vi.fn<(accountId: string) => void>()
    await openTable({ scenario: 'no-permission', provider: { onAskForAccess } })
    await expect.element(page.getByRole('button', { name: 'Ask for access' })).toBeVisible()
    expect(document.body.textContent).not.toMatch(/\d{1,3},\d{3}/)
    await page.getByRole('button', { name: 'Ask for access' }).click()
    expect(onAskForAccess).toHaveBeenCalledOnce()
  })

  it.each([
    ['account-disabled', 'Disabled by Meta.'],
    ['rate-limited', /^Meta asked us to slow down/],
    ['partial', /loaded$/],
  ] as const)('keeps the numbers when %s, and says so', async (scenario, text) => {
    await openTable({ scenario })
    await expect.element(page.getByText(text).first()).toBeVisible()
    await expect.element(numbers().first()).toBeVisible()
  })

  it('calls totals of an unfinished answer so far', async () => {
    await openTable({ scenario: 'partial' })
    await expect.element(page.getByRole('rowheader', { name: /^Total so far/ })).toBeVisible()
  })

  it('turns its clock amber when the numbers are old', async () => {
    await openTable({ scenario: 'stale' })
    await expect.element(page.getByText(/^as of /).first()).toBeVisible()
    await expect.element(numbers()).toBeVisible()
  })

  it.each([
    ['connection_broken', 'Disconnected.'],
    ['rate_limited', /^Meta asked us to slow down/],
    ['session_expired', 'Signed out for safety.'],
    ['unreachable', 'Offline.'],
  ] as const)('keeps the last numbers when a new question meets %s', async (failure, text) => {
    const server = breakable(createFakeBff().fetch)
    await openTable({ fetch: server.fetch })
    await expect.element(numbers()).toBeVisible()
    server.breakWith(failure)
    await page.getByRole('button', { name: 'ROAS' }).click()
    await expect.element(page.getByText(text)).toBeVisible()
    await expect.element(numbers()).toBeVisible()
  })
})

/** A server that starts to fail while the table is open. */
function breakable(fetch: typeof globalThis.fetch) {
  let failure: AdsErrorCode | 'unreachable' | undefined
  return {
    breakWith: (code: AdsErrorCode | 'unreachable') => {
      failure = code
    },
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      if (failure === 'unreachable') throw new TypeError('Failed to fetch')
      if (!failure) return fetch(input, init)
      const error = {
        code: failure,
        message: 'It failed.',
        action: errorActions[failure],
        requestId: 'req_1',
        retryAfterMs: 90_000,
      }
      return Response.json({ error }, { status: failure === 'session_expired' ? 401 : 409 })
    },
  }
}
