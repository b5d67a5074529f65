import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cellOf, openTable } from './testing/open-table.tsx'

describe('CampaignTable', () => {
  it('shows campaigns, biggest spender first, with exact numbers', async () => {
    const { table } = await openTable()
    await expect.element(table()).toHaveAccessibleName('Campaigns, Oct 25 – Nov 23, amounts in USD')
    await expect.element(page.getByRole('columnheader', { name: 'Spend $' })).toHaveAttribute('aria-sort', 'descending')
    await expect.element(cellOf('US | Prospecting | Advantage+', 'Spend $')).toMatchTextContent(/24,318\.42/)
  })

  it('says which level it shows, and how many rows each has', async () => {
    await openTable()
    await expect.element(page.getByRole('tab', { name: 'Campaigns 12' })).toHaveAttribute('aria-selected', 'true')
    await expect.element(page.getByRole('tab', { name: 'Ad sets 41' })).toBeVisible()
    await expect.element(page.getByRole('tab', { name: 'Ads 168' })).toBeVisible()
  })

  describe('sorting', () => {
    it('asks the server, tells it on the header, and says it aloud', async () => {
      const { bff, firstName } = await openTable()
      await page.getByRole('button', { name: 'Reach' }).click()
      await expect.element(page.getByRole('columnheader', { name: 'Reach' })).toHaveAttribute('aria-sort', 'descending')
      await expect.element(page.getByRole('columnheader', { name: 'Spend $' })).not.toHaveAttribute('aria-sort')
      expect(bff.calls.some(({ params }) => params.get('sort') === '-reach')).toBe(true)
      await expect.element(page.getByText('12 campaigns shown. Sorted by Reach, descending')).toBeInTheDocument()
      await page.getByRole('button', { name: 'Campaign', exact: true }).click()
      await expect.poll(firstName).toMatch(/^NYC/)
    })
  })

  describe('drilling', () => {
    it('goes from a campaign to its ad sets, to the ads of one, and back, keeping the sort', async () => {
      const onLevelChange = vi.fn<(level: string) => void>()
      const { table, bff } = await openTable({ onLevelChange })
      await page.getByRole('button', { name: 'ROAS' }).click()
      await page.getByRole('button', { name: /^US \| Retargeting/ }).click()
      await expect.element(table()).toHaveAccessibleName(/^Ad sets/)
      await expect.element(page.getByRole('tab', { name: 'Ad sets 3' })).toHaveAttribute('aria-selected', 'true')
      await expect.element(page.getByRole('tabpanel', { name: /^Ad sets/ })).toHaveFocus()
      expect(onLevelChange).toHaveBeenLastCalledWith('adset')

      await table().getByRole('rowheader').first().getByRole('button').click()
      await expect.element(table()).toHaveAccessibleName(/^Ads/)
      await expect.element(page.getByRole('columnheader', { name: 'ROAS' })).toHaveAttribute('aria-sort', 'descending')
      const asked = bff.calls.findLast(({ path }) => path.endsWith('/ads'))?.params.get('filter')
      expect(asked).toContain('adset.id')

      await page.getByRole('button', { name: /^Remove filter: ad set/ }).click()
      await expect.element(page.getByRole('button', { name: /^Remove filter: ad set/ })).not.toBeInTheDocument()
      await expect.element(table()).toHaveAccessibleName(/^Ads/)
      await page.getByRole('tab', { name: 'Campaigns 12' }).click()
      await expect.element(page.getByRole('button', { name: /^Remove filter/ })).not.toBeInTheDocument()
      await expect.element(cellOf('US | Retargeting', 'Spend $')).toMatchTextContent(/11,902\.17/)
    })

    it('works with the keyboard alone', async () => {
      const { table } = await openTable()
      const name = page.getByRole('button', { name: /^US \| Retargeting/ })
      ;(name.element() as HTMLElement).focus()
      await userEvent.keyboard('{Enter}')
      await expect.element(table()).toHaveAccessibleName(/^Ad sets/)
      ;(page.getByRole('tab', { name: /^Ad sets/ }).element() as HTMLElement).focus()
      await userEvent.keyboard('{ArrowRight}')
      await expect.element(page.getByRole('tab', { name: /^Ads/ })).toHaveFocus()
      await expect.element(table()).toHaveAccessibleName(/^Ads/)
    })
  })

  describe('totals', () => {
    it('say what they are of, sum what adds up, and divide what does not', async () => {
      await openTable()
      await expect
        .element(page.getByRole('rowheader', { name: 'Total of 12 campaigns archived included' }))
        .toBeVisible()
      await expect.element(cellOf('Total of 12', 'Spend $')).toMatchTextContent(/72,255\.24/)
      await expect.element(cellOf('Total of 12', 'Purchases')).toMatchTextContent(/1,882/)
      await expect.element(cellOf('Total of 12', 'ROAS')).toMatchTextContent(/3\.37/)
    })

    it('do not add up people or mixed budgets, and say why', async () => {
      await openTable()
      const reach = cellOf('Total of 12', 'Reach').getByRole('button')
      await expect.element(reach).toHaveAccessibleName(/Reach can’t be added up/)
      await expect
        .element(cellOf('Total of 12', 'Budget $').getByRole('button'))
        .toHaveAccessibleName(/can’t be added up/)
      await reach.hover()
      await expect
        .element(
          page.getByText('Reach can’t be added up. One person may be in several campaigns. Meta counts them once.'),
        )
        .toBeVisible()
    })

    it('follow the filters and say so', async () => {
      await openTable()
      await page.getByRole('searchbox', { name: 'Search by name' }).fill('Prospecting')
      await expect
        .element(page.getByRole('rowheader', { name: 'Total of 3 campaigns as filtered, archived included' }))
        .toBeVisible()
    })
  })

  it('shows no spend as 0.00, and — with its reason where nothing is known', async () => {
    await openTable()
    await expect.element(cellOf('US | Holiday gift guide', 'Spend $')).toMatchTextContent(/0\.00/)
    const cost = cellOf('US | Holiday gift guide', 'Cost per purchase $').getByRole('button')
    await expect.element(cost).toHaveAccessibleName('unknown: There is nothing to divide by yet.')
  })

  it('judges changes by their metric: dearer purchases are worse, more spend is neither', async () => {
    await openTable({ compare: true })
    await expect
      .element(cellOf('US | Prospecting | Lookalike', 'Cost per purchase $'))
      .toMatchTextContent(/up 1\d\.\d%, worse/)
    await expect.element(cellOf('US | Retargeting', 'Spend $')).toMatchTextContent(/up \d+\.\d%$/)
    await expect.element(cellOf('US | Black Friday', 'Spend $')).toMatchTextContent(/new/)
  })

  it('hides and restores columns', async () => {
    await openTable()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'ROAS' }).click()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: 'Columns' })).toHaveFocus()
    await expect.element(page.getByRole('columnheader', { name: 'ROAS' })).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitem', { name: 'Reset columns' }).click()
    await expect.element(page.getByRole('columnheader', { name: 'ROAS' })).toBeInTheDocument()
  })

  it('turns pages', async () => {
    const { firstName } = await openTable({ pageSize: 5 })
    await expect.element(page.getByText('1–5 of 12')).toBeVisible()
    const before = firstName()
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect.element(page.getByText('6–10 of 12')).toBeVisible()
    await expect.poll(firstName).not.toBe(before)
    await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '14')
    await page.getByRole('button', { name: 'Previous page' }).click()
    await expect.poll(firstName).toBe(before)
  })

  describe('where the widget is narrow', () => {
    it('shows cards with status and three numbers, and the rest one tap away', async () => {
      await openTable({ width: 358 })
      await expect.element(page.getByRole('table')).not.toBeInTheDocument()
      const card = page.getByRole('listitem').filter({ hasText: 'Learning limited' })
      await expect.element(card).toMatchTextContent(/\$7,116\.90/)
      await expect.element(card).not.toMatchTextContent(/301,774/)
      await card.getByRole('button', { name: /^All numbers of US \| Prospecting \| Lookalike/ }).click()
      await expect.element(card).toMatchTextContent(/301,774/)
      await expect.element(page.getByRole('listitem').last()).toMatchTextContent(/Total of 12 campaigns/)
    })

    it('drills and sorts as well', async () => {
      const { bff } = await openTable({ width: 358 })
      await page.getByRole('button', { name: 'Sort: Spend' }).click()
      await page.getByRole('menuitemradio', { name: 'Reach' }).click()
      await expect.poll(() => bff.calls.some(({ params }) => params.get('sort') === '-reach')).toBe(true)
      await page
        .getByRole('button', { name: /^US \| Retargeting/, exact: true })
        .first()
        .click()
      await expect.element(page.getByRole('list', { name: /^Ad sets/ })).toBeVisible()
    })
  })
})
