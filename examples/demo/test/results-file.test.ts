import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, type Page } from 'playwright/test'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Demo, startDemo } from '../server/start-demo.ts'
import { closeBrowser, openPage } from './open-page.ts'

// The file is not ours to publish, so it lies beside the checkout; ADPANE_RESULTS names another place.
const file = process.env['ADPANE_RESULTS'] ?? join(import.meta.dirname, '../../../../shared/data/ad-results.csv')

if (!existsSync(file)) process.stderr.write(`Results journey skipped: there is no ${file}. Set ADPANE_RESULTS.\n`)

describe.skipIf(!existsSync(file))('the dashboard on a file of real results', () => {
  let demo: Demo
  let sums: Sums

  beforeAll(async () => {
    sums = sumFile(await readFile(file, 'utf8'))
    demo = await startDemo({ results: file })
  })

  afterAll(async () => {
    await closeBrowser()
    await demo.close()
  })

  it('sums the file to what its publisher says', () => {
    expect(sums).toEqual({
      impressions: '213,434,828',
      clicks: '38,165',
      spend: '58,705.23',
      leads: '3,264',
      purchases: '1,079',
      campaign1178: '55,662.15',
      days: ['2023-08-01', '2023-08-31'],
    })
  })

  it('opens on the month of the file and says where its numbers come from', async () => {
    const { page, complaints } = await openPage()
    await page.goto(demo.url)

    await expect(page.getByRole('button', { name: /^Dates: Last month, Aug 1 – Aug 31/ })).toBeVisible()
    await expect(page.getByRole('note')).toHaveText('Sandbox data: results from ad-results.csv')
    await expect(page.getByRole('table', { name: /^Campaigns, Aug 1 – Aug 31, amounts in USD/ })).toBeVisible()
    expect(complaints).toEqual([])
  })

  it('shows exactly the file’s totals in the tiles and in the table', async () => {
    const { page } = await openPage()
    await page.goto(demo.url)

    const tiles = page.getByRole('region', { name: 'Totals' })
    for (const text of [sums.impressions, sums.clicks, `$${sums.spend}`, sums.leads, sums.purchases])
      await expect(tiles).toContainText(text)
    const total = rowOf(page, /^Total of 3 campaigns/)
    for (const text of [sums.impressions, sums.clicks, sums.spend, sums.leads, sums.purchases])
      await expect(total.getByRole('cell', { name: text, exact: true })).toHaveText(text)
  })

  it('shows what campaign 1178 spent, and an unknown ROAS as unknown rather than zero', async () => {
    const { page } = await openPage()
    await page.goto(demo.url)

    await expect(rowOf(page, /1178/)).toContainText(sums.campaign1178)
    for (const row of [rowOf(page, /1178/), rowOf(page, /^Total of 3 campaigns/)]) {
      const roas = row.getByRole('cell').nth((await columnIndex(page, 'ROAS')) - 1)
      await expect(roas).toHaveText('—')
      await expect(roas.getByRole('button', { name: /^unknown: / })).toBeVisible()
    }
  })
})

interface Sums {
  impressions: string
  clicks: string
  spend: string
  leads: string
  purchases: string
  campaign1178: string
  days: [first: string, last: string]
}

type Line = Record<
  'Date' | 'Impressions' | 'Clicks' | 'Spent' | 'Total_Conversion' | 'Approved_Conversion' | 'xyz_campaign_id',
  string
>

/** Sums the file by its own columns, in whole billionths of a dollar, so that no float comes near. */
function sumFile(text: string): Sums {
  const lines: Line[] = parse(text, { columns: true, skip_empty_lines: true })
  const count = (column: keyof Line) =>
    lines.reduce((sum, line) => sum + Number(line[column]), 0).toLocaleString('en-US')
  const days = lines.map(({ Date: day }) => day.split('-').toReversed().join('-')).toSorted()
  return {
    impressions: count('Impressions'),
    clicks: count('Clicks'),
    spend: spendOf(lines),
    leads: count('Total_Conversion'),
    purchases: count('Approved_Conversion'),
    campaign1178: spendOf(lines.filter((line) => line.xyz_campaign_id === '1178')),
    days: [days.at(0) ?? '', days.at(-1) ?? ''],
  }
}

function spendOf(lines: readonly Line[]): string {
  const billionths = lines.reduce((sum, { Spent }) => sum + inBillionths(Spent), 0n)
  const cents = (billionths + 5_000_000n) / 10_000_000n
  return `${(cents / 100n).toLocaleString('en-US')}.${String(cents % 100n).padStart(2, '0')}`
}

function inBillionths(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9))
}

function rowOf(page: Page, name: RegExp) {
  return page.getByRole('table', { name: /^Campaigns, / }).getByRole('row', { name })
}

async function columnIndex(page: Page, column: string): Promise<number> {
  const headers = await page
    .getByRole('table', { name: /^Campaigns, / })
    .getByRole('columnheader')
    .allInnerTexts()
  return headers.findIndex((header) => header.startsWith(column))
}
