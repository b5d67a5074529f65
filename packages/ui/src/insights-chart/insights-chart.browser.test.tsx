import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { FAKE_ACCOUNT_ID, FAKE_LEADS_ACCOUNT_ID } from '../testing/fake-accounts.ts'
import type { FakeScenario } from '../testing/fake-bff.ts'
import { renderWithFakeBff } from '../testing/render-with-fake-bff.tsx'
import { InsightsChart, type InsightsChartProps } from './insights-chart.tsx'

const month = { accountId: FAKE_ACCOUNT_ID, since: '2026-10-25', until: '2026-11-23' }

it('draws a bar for each day, the unfinished one as an outline', async () => {
  const page = await renderChart({ compare: true })
  await expect.element(page.getByRole('slider', { name: 'Spend and ROAS' })).toBeVisible()
  await eventually(() => expect(page.container.querySelectorAll('.ap-bar')).toHaveLength(29))
  expect(page.container.querySelectorAll('.ap-bar-live')).toHaveLength(1)
  expect(page.container.querySelectorAll('.ap-rule')).toHaveLength(30)
  expect(page.container.querySelectorAll('.ap-line-end')).toHaveLength(1)
  expect(page.container).toMatchTextContent(/Today to 14:05/)
})

it('says each day in a table for screen readers, beside the day it is compared with', async () => {
  const page = await renderChart({ compare: true })
  const table = page.getByRole('table', { name: 'Spend and ROAS, Oct 25 – Nov 23' })
  await expect.element(table.getByRole('row')).toHaveLength(31)
  await expect.element(table.getByRole('rowheader', { name: 'Mon Nov 23, unfinished' })).toBeInTheDocument()
  await expect.element(table.getByRole('columnheader', { name: 'Spend, previous period' })).toBeInTheDocument()
})

it('moves the crosshair with the arrow keys and says what it meets', async () => {
  const page = await renderChart({ compare: true })
  const plot = page.getByRole('slider', { name: 'Spend and ROAS' })
  await expect.element(plot).toBeVisible()
  plot.element().focus()
  await userEvent.keyboard('{Home}{ArrowRight}')
  await expect
    .element(plot)
    .toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^Mon Oct 26: Spend \$[\d,.]+, vs \$[\d,.]+; ROAS \d\.\d\d, vs/),
    )
  await userEvent.keyboard('{End}')
  await expect.element(plot).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Mon Nov 23, unfinished: Spend/))
})

it('mirrors the arrow keys with the direction of reading', async () => {
  const page = await renderChart({}, { provider: { direction: 'rtl' } })
  const plot = page.getByRole('slider')
  await expect.element(plot).toBeVisible()
  plot.element().focus()
  await userEvent.keyboard('{Home}{ArrowLeft}')
  await expect.element(plot).toHaveAttribute('aria-valuenow', '1')
})

it('switches a series off with a click and isolates it with two', async () => {
  const page = await renderChart({ compare: true })
  const spend = page.getByRole('button', { name: /^Spend/ })
  const roas = page.getByRole('button', { name: /^ROAS/ })
  await expect.element(spend).toHaveAttribute('aria-pressed', 'true')
  await spend.click()
  await expect.element(spend).toHaveAttribute('aria-pressed', 'false')
  await eventually(() => expect(page.container.querySelectorAll('.ap-bar')).toHaveLength(0))
  await roas.dblClick()
  await expect.element(roas).toHaveAttribute('aria-pressed', 'true')
  await expect.element(page.getByRole('button', { name: 'Previous period' })).toHaveAttribute('aria-pressed', 'false')
  await roas.dblClick()
  await expect.element(spend).toHaveAttribute('aria-pressed', 'true')
})

it('asks for weeks when Week is chosen', async () => {
  const page = await renderChart({})
  await page.getByRole('button', { name: 'Week' }).click()
  const table = page.getByRole('table')
  await expect.element(table.getByRole('rowheader', { name: 'Oct 25 – Oct 31' })).toBeInTheDocument()
  expect(page.bff.calls.at(-1)?.params.get('increment')).toBe('7')
})

it('says why there is no return where no purchase value is tracked', async () => {
  const page = await renderChart({ accountId: FAKE_LEADS_ACCOUNT_ID })
  const unknown = page.getByRole('button', { name: /^unknown: No purchase value/ })
  await expect.element(unknown).toHaveTextContent('—')
  await eventually(() => expect(page.container.querySelectorAll('.ap-bar').length).toBeGreaterThan(20))
  expect(page.container.querySelectorAll('.ap-line')).toHaveLength(0)
  page
    .getByRole('button', { name: /^Spend/ })
    .element()
    .focus()
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByText('No purchase value is tracked, so there is no return to count.')).toBeVisible()
})

it('docks the tooltip and writes three dates when it is small', async () => {
  const page = await renderChart({ compare: true }, { width: 390 })
  await vi.waitFor(() => expect(page.container.querySelectorAll('.ap-axis-date')).toHaveLength(3))
  await expect.element(page.getByText('vs Fri Oct 23')).toBeVisible()
})

it('keeps its size in every state', async () => {
  const height = async (scenario: FakeScenario) => {
    const page = await renderChart({}, { scenario })
    await vi.waitFor(() => expect(page.container.querySelector('.ap-plot-area')).toBeTruthy())
    const { height: pixels } = page.container.querySelector('.ap-chart')?.getBoundingClientRect() ?? { height: 0 }
    await page.unmount()
    return Math.round(pixels)
  }
  const ready = await height('ready')
  for (const scenario of [
    'loading',
    'empty',
    'error',
    'no-permission',
    'rate-limited',
    'partial',
    'account-disabled',
  ] as const)
    expect([scenario, await height(scenario)]).toEqual([scenario, ready])
})

it('is busy while it loads, and shows no spinner', async () => {
  const page = await renderChart({}, { scenario: 'loading' })
  await expect.element(page.getByRole('region', { name: 'Spend and ROAS' })).toHaveAttribute('aria-busy', 'true')
  await vi.waitFor(() => expect(page.container.querySelector('.ap-sk-box:not(.ap-sk-held)')).toBeTruthy())
})

it('suggests a longer range when there was no spend', async () => {
  const onRangeSuggested = vi.fn()
  const page = await renderChart({ onRangeSuggested }, { scenario: 'empty' })
  await expect.element(page.getByText('No spend in these 30 days')).toBeVisible()
  await page.getByRole('button', { name: 'Show last 90 days' }).click()
  expect(onRangeSuggested).toHaveBeenCalledExactlyOnceWith({ since: '2026-08-26', until: '2026-11-23' })
})

it('offers another try and the request id when it failed', async () => {
  const page = await renderChart({}, { scenario: 'error' })
  const alert = page.getByRole('alert')
  await expect.element(alert).toMatchTextContent(/Results didn’t load.*req_/)
  await expect.element(alert.getByRole('button', { name: 'Copy request id' })).toBeVisible()
  page.bff.setScenario('ready')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByRole('slider')).toBeVisible()
})

it('shows no number to those who may not see them', async () => {
  const onAskForAccess = vi.fn()
  const page = await renderChart({}, { scenario: 'no-permission', provider: { onAskForAccess } })
  await expect.element(page.getByText('You can’t see ad results here')).toBeVisible()
  expect(page.container.textContent).not.toMatch(/\$\d/)
  await page.getByRole('button', { name: 'Ask for access' }).click()
  expect(onAskForAccess).toHaveBeenCalledExactlyOnceWith(FAKE_ACCOUNT_ID)
})

it('keeps the history of an account Meta disabled', async () => {
  const page = await renderChart({}, { scenario: 'account-disabled' })
  await expect.element(page.getByText('Disabled by Meta.')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Request review' })).toBeVisible()
  await expect.element(page.getByRole('slider')).toBeVisible()
})

it('keeps the last numbers when the connection breaks, and leads to mend it', async () => {
  const onReconnect = vi.fn()
  const page = await renderChart({}, { scenario: 'connection-broken', provider: { onReconnect } })
  await expect.element(page.getByText('Disconnected.'), { timeout: 8000 }).toBeVisible()
  await expect.element(page.getByText('as of Nov 22, 23:40')).toBeVisible()
  await expect.element(page.getByRole('slider')).toBeVisible()
  await page.getByRole('button', { name: 'Reconnect' }).click()
  expect(onReconnect).toHaveBeenCalledExactlyOnceWith(FAKE_ACCOUNT_ID)
})

it('counts down while Meta limits the account', async () => {
  const page = await renderChart({}, { scenario: 'rate-limited' })
  await expect.element(page.getByText(/Meta asked us to slow down/)).toMatchTextContent(/2:4\d|2:3\d/)
  await expect.element(page.getByRole('slider')).toBeVisible()
})

it('leaves a gap where days are on their way', async () => {
  const page = await renderChart({}, { scenario: 'partial' })
  await expect.element(page.getByText(/days loaded/)).toHaveTextContent('26 of 30 days loaded')
  await expect.element(page.getByRole('progressbar', { name: '87% loaded' })).toBeInTheDocument()
  expect(page.container.querySelectorAll('.ap-gap')).toHaveLength(1)
})

it('says how old stale numbers are', async () => {
  const page = await renderChart({}, { scenario: 'stale' })
  await expect.element(page.getByText(/as of 11:20, refreshing/)).toBeVisible()
})

it('stays readable offline', async () => {
  const page = await renderChart({}, { scenario: 'offline' })
  await expect.element(page.getByText('Offline.'), { timeout: 10_000 }).toBeVisible()
  await expect.element(page.getByRole('slider')).toBeVisible()
})

it('stays readable when the session ended, and continues when asked', async () => {
  const page = await renderChart({}, { scenario: 'session-expired' })
  await expect.element(page.getByText('Signed out for safety.'), { timeout: 10_000 }).toBeVisible()
  page.bff.setScenario('ready')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.element(page.getByText('Signed out for safety.')).not.toBeInTheDocument()
})

function renderChart(props: Partial<InsightsChartProps>, options: Parameters<typeof renderWithFakeBff>[1] = {}) {
  return renderWithFakeBff(<InsightsChart {...month} {...props} />, options)
}

/** Recharts comes over the network the first time. */
function eventually(claim: () => void): Promise<void> {
  return vi.waitFor(claim, { timeout: 10_000 })
}
