import { expect, it, vi } from 'vitest'
import { FAKE_ACCOUNT_ID, FAKE_LEADS_ACCOUNT_ID, fakeAccounts } from '../testing/fake-accounts.ts'
import { createFakeBff } from '../testing/fake-bff.ts'
import { renderWithFakeBff } from '../testing/render-with-fake-bff.tsx'
import { InsightsTiles, type InsightsTilesProps } from './insights-tiles.tsx'

const month = { accountId: FAKE_ACCOUNT_ID, since: '2026-10-25', until: '2026-11-23' }

it('shows totals whole and says them exactly', async () => {
  const page = await renderTiles({})
  const spend = page.getByRole('listitem').filter({ hasText: 'Spend' })
  await expect.element(spend).toMatchTextContent(/\$72,255/)
  await expect.element(spend.getByTitle('$72,255.24')).toBeInTheDocument()
  await expect.element(page.getByRole('listitem')).toHaveLength(5)
})

it('gives every digit of a shortened number to whoever asks for it', async () => {
  const page = await renderTiles({ metrics: ['impressions'] })
  const short = page.getByRole('button')
  await expect.element(short).toMatchTextContent(/^[\d.]+M/)
  await short.click()
  await expect.element(page.getByRole('tooltip')).toMatchTextContent(/^\d{1,3}(,\d{3}){2}$/)
})

it('shows no zeros for a range that a report has yet to begin with', async () => {
  const unread = async (...asked: Parameters<typeof fetch>) => {
    const response = await createFakeBff().fetch(...asked)
    if (!new Request(...asked).url.includes('/insights')) return response
    const totals = { metrics: { spend: '0.00' }, of: 0 }
    const answer = { ...(await response.json()), rows: [], totals, pending: { reportId: 'r1', progress: 0 } }
    return Response.json(answer)
  }
  const page = await renderWithFakeBff(<InsightsTiles {...month} metrics={['spend']} />, {
    provider: { fetch: unread },
  })
  await expect.element(page.getByRole('region')).toHaveAttribute('aria-busy', 'true')
  await expect.element(page.getByText('0.00')).not.toBeInTheDocument()
})

it('compares finished days only, and names them', async () => {
  const page = await renderTiles({})
  const roas = page.getByRole('listitem').filter({ hasText: 'ROAS' })
  await expect.element(roas).toMatchTextContent(/up [\d.]+%, better/)
  await expect.element(roas.getByTitle('Finished days only: Oct 25 – Nov 22 against Sep 25 – Oct 23')).toBeVisible()
})

it('says neither better nor worse about spend', async () => {
  const page = await renderTiles({ metrics: ['spend'] })
  await expect.element(page.getByRole('listitem')).toMatchTextContent(/up [\d.]+%/)
  await expect.element(page.getByRole('listitem')).not.toMatchTextContent(/better|worse/)
})

it('says why a return is unknown', async () => {
  const page = await renderTiles({ accountId: FAKE_LEADS_ACCOUNT_ID, metrics: ['leads', 'roas'] })
  await expect
    .element(page.getByRole('button', { name: /^unknown: No purchase value is tracked/ }))
    .toHaveTextContent('—')
})

it('asks Meta for people over the whole range instead of adding days', async () => {
  const page = await renderTiles({ metrics: ['impressions', 'reach'] })
  await expect.element(page.getByRole('listitem').filter({ hasText: 'Reach' })).toMatchTextContent(/\d,\d{3}/)
  expect(page.bff.calls.some(({ params }) => params.get('metrics') === 'reach' && !params.has('increment'))).toBe(true)
})

it('prints yen without decimals', async () => {
  const page = await renderTiles({ accountId: fakeAccounts[2].id, metrics: ['spend'] })
  await expect.element(page.getByRole('listitem')).toMatchTextContent(/¥[\d.,]+M/)
})

it.each([
  ['error', /Totals didn’t load/],
  ['no-permission', /You can’t see ad results here/],
] as const)('shows a message and no number in state %s', async (scenario, message) => {
  const page = await renderTiles({}, { scenario })
  await expect.element(page.getByText(message)).toBeVisible()
  expect(page.container.textContent).not.toMatch(/\$\d/)
})

it.each([
  ['account-disabled', /Disabled by Meta/],
  ['rate-limited', /Meta asked us to slow down/],
  ['partial', /87% loaded/],
  ['connection-broken', /Disconnected/],
  ['session-expired', /Signed out for safety/],
  ['offline', /Offline/],
] as const)('keeps its numbers in state %s', async (scenario, message) => {
  const page = await renderTiles({}, { scenario })
  await expect.element(page.getByText(message).first(), { timeout: 10_000 }).toBeVisible()
  expect(page.container.textContent).toMatch(/\$\d/)
})

it('takes its place before the numbers arrive', async () => {
  const page = await renderTiles({}, { scenario: 'loading' })
  const tiles = page.getByRole('region', { name: 'Totals' })
  await expect.element(tiles).toHaveAttribute('aria-busy', 'true')
  const loading = tiles.element().getBoundingClientRect().height
  page.bff.setScenario('ready')
  const ready = await renderTiles({})
  await vi.waitFor(() => expect(ready.container.querySelector('.ap-spark')).toBeTruthy())
  expect(ready.getByRole('region', { name: 'Totals' }).last().element().getBoundingClientRect().height).toBeCloseTo(
    loading,
    -1,
  )
})

function renderTiles(props: Partial<InsightsTilesProps>, options: Parameters<typeof renderWithFakeBff>[1] = {}) {
  return renderWithFakeBff(<InsightsTiles {...month} {...props} />, options)
}
