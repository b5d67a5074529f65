import { type ReactElement, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import { AdpaneProvider } from '../provider/adpane-provider.tsx'
import { createFakeBff, FAKE_ENDPOINT } from '../testing/index.ts'
import { type DateRange, rangeOfPreset } from './date-presets.ts'
import { DateRangePicker } from './date-range-picker.tsx'

const today = '2026-11-23'

it('says the range by name and by days, and offers the days before for comparison', async () => {
  const { page } = await renderPicker()

  await expect.element(page.getByRole('button', { name: 'Dates: Last 30 days, Oct 25 – Nov 23' })).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Compare with Sep 25 – Oct 24' }))
    .toHaveAttribute('aria-pressed', 'true')
})

it('chooses a preset, closes, and gives the focus back', async () => {
  const { page, onValueChange } = await renderPicker()

  await page.getByRole('button', { name: /^Dates:/ }).click()
  await page.getByRole('button', { name: 'Last 7 days' }).click()

  expect(onValueChange).toHaveBeenLastCalledWith({ preset: 'last_7_days', since: '2026-11-17', until: '2026-11-23' })
  await expect.element(page.getByRole('button', { name: 'Dates: Last 7 days, Nov 17 – Nov 23' })).toHaveFocus()
  await expect.element(page.getByRole('button', { name: 'Last month' })).not.toBeInTheDocument()
})

it('chooses a custom range', async () => {
  const { page, onValueChange } = await renderPicker()

  await page.getByRole('button', { name: /^Dates:/ }).click()
  await page.getByLabelText('First day').fill('2026-09-01')
  await page.getByLabelText('Last day').fill('2026-09-10')
  await page.getByRole('button', { name: 'Show these days' }).click()

  expect(onValueChange).toHaveBeenLastCalledWith({ since: '2026-09-01', until: '2026-09-10' })
  await expect.element(page.getByRole('button', { name: 'Dates: Custom range, Sep 1 – Sep 10' })).toBeVisible()
})

it('names the wrong field and keeps what was typed', async () => {
  const { page, onValueChange } = await renderPicker()

  await page.getByRole('button', { name: /^Dates:/ }).click()
  await page.getByLabelText('First day').fill('2026-11-10')
  await page.getByLabelText('Last day').fill('2026-11-02')
  await page.getByRole('button', { name: 'Show these days' }).click()

  await expect.element(page.getByRole('alert')).toHaveTextContent('Last day: choose Nov 10, 2026 or later.')
  await expect.element(page.getByLabelText('Last day')).toBeInvalid()
  await expect.element(page.getByLabelText('First day')).toHaveValue('2026-11-10')
  expect(onValueChange).not.toHaveBeenCalled()

  await page.getByLabelText('Last day').fill('2026-11-20')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

it('turns the comparison off and on', async () => {
  const { page } = await renderPicker()
  const compare = page.getByRole('button', { name: 'Compare with Sep 25 – Oct 24' })

  await compare.click()
  await expect.element(compare).toHaveAttribute('aria-pressed', 'false')
  await compare.click()
  await expect.element(compare).toHaveAttribute('aria-pressed', 'true')
})

it('is worked by keyboard alone', async () => {
  const { page, onValueChange } = await renderPicker()

  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('button', { name: 'Today', exact: true })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: /^Dates:/ })).toHaveFocus()
  expect(onValueChange).not.toHaveBeenCalled()
})

async function renderPicker() {
  const onValueChange = vi.fn<(range: DateRange) => void>()
  const { fetch, fetchSession } = createFakeBff()
  const page = await render(
    <AdpaneProvider endpoint={FAKE_ENDPOINT} fetch={fetch} fetchSession={fetchSession}>
      <Held onValueChange={onValueChange} />
    </AdpaneProvider>,
  )
  return { page, onValueChange }
}

function Held({ onValueChange }: { onValueChange: (range: DateRange) => void }): ReactElement {
  const [value, setValue] = useState(rangeOfPreset('last_30_days', today))
  const [compare, setCompare] = useState(true)
  return (
    <DateRangePicker
      value={value}
      onValueChange={(range) => {
        onValueChange(range)
        setValue(range)
      }}
      today={today}
      timezone="America/New_York"
      compare={compare}
      onCompareChange={setCompare}
    />
  )
}
