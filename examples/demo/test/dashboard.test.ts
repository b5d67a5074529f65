import { expect, type Page } from 'playwright/test'
import { afterAll, beforeAll, it } from 'vitest'
import { type Demo, startDemo } from '../server/start-demo.ts'
import { closeBrowser, openPage } from './open-page.ts'

let demo: Demo

beforeAll(async () => {
  // Early afternoon in New York: today is unfinished, and a test that runs at midnight sees the same page.
  demo = await startDemo({ now: new Date('2026-11-23T19:05:00Z') })
})

afterAll(async () => {
  await closeBrowser()
  await demo.close()
})

it('opens with tiles, chart and table filled, and says that its data is not real', async () => {
  const { page, complaints } = await openPage()
  await page.goto(demo.url)

  await expect(page.getByRole('note')).toHaveText('Sandbox data: not real results')
  await expect(tile(page, 'Spend')).toContainText(/\$\d{1,3}(,\d{3})*\.\d{2}/)
  await expect(page.getByRole('region', { name: 'Spend and ROAS' }).locator('svg path').first()).toBeVisible()
  const rows = await dataRows(page, 'Campaigns')
  expect(rows.length).toBeGreaterThan(3)
  expect(complaints).toEqual([])
})

it('adds up: the spend of the table’s rows is its total and the tile', async () => {
  const { page } = await openPage()
  await page.goto(demo.url)
  const spends = (await columnOf(page, 'Campaigns', 'Spend')).map(cents)
  const total = cents(await totalOf(page, 'Campaigns', 'Spend'))

  expect(spends.reduce((sum, spend) => sum + spend, 0)).toBe(total)
  await expect(tile(page, 'Spend')).toContainText(dollars(total))
})

it('sorts, drills from campaign to ad set to ad, and finds the way back', async () => {
  const { page } = await openPage()
  await page.goto(demo.url)
  const bySpend = (await columnOf(page, 'Campaigns', 'Spend')).map(cents)
  expect(bySpend).toEqual(bySpend.toSorted((a, b) => b - a))

  await table(page, 'Campaigns').getByRole('button', { name: 'Purchases', exact: true }).click()
  await expect(table(page, 'Campaigns').getByRole('columnheader', { name: 'Purchases', exact: true })).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  )
  await expect(async () => {
    const purchases = (await columnOf(page, 'Campaigns', 'Purchases')).map(cents)
    expect(purchases).toEqual(purchases.toSorted((a, b) => b - a))
  }).toPass()

  const campaignSpend = cents((await columnOf(page, 'Campaigns', 'Spend'))[0] ?? '')
  await nameButtons(page, 'Campaigns').first().click()
  const adSets = await dataRows(page, 'Ad sets')
  expect(adSets.length).toBeGreaterThan(0)
  expect(cents(await totalOf(page, 'Ad sets', 'Spend'))).toBeLessThanOrEqual(campaignSpend)

  await nameButtons(page, 'Ad sets').first().click()
  const ads = await dataRows(page, 'Ads')
  expect(ads.length).toBeGreaterThan(0)

  await page.getByRole('tab', { name: /^Campaigns/ }).click()
  expect(await dataRows(page, 'Campaigns')).not.toHaveLength(0)
})

it('changes the days of every widget, and keeps them over a reload', async () => {
  const { page } = await openPage()
  await page.goto(demo.url)
  const before = cents(await totalOf(page, 'Campaigns', 'Spend'))

  await page.getByRole('button', { name: /^Dates:/ }).click()
  await page.getByRole('button', { name: 'Last 7 days' }).click()

  await expect(page.getByRole('table', { name: /^Campaigns, Nov 17 – Nov 23/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Spend and ROAS, Nov 17 – Nov 23' })).toBeAttached()
  const after = cents(await totalOf(page, 'Campaigns', 'Spend'))
  expect(after).toBeLessThan(before)
  await expect(tile(page, 'Spend')).toContainText(dollars(after))

  await page.reload()
  await expect(page.getByRole('button', { name: 'Dates: Last 7 days, Nov 17 – Nov 23' })).toBeVisible()
  await expect(tile(page, 'Spend')).toContainText(dollars(after))
  expect(page.url()).not.toContain('token')
})

it('changes the ad account: currency and time zone follow, and the strict policy has nothing to refuse', async () => {
  const { page, complaints } = await openPage()
  await page.goto(demo.url)
  await page.getByRole('combobox', { name: 'Ad account' }).click()
  await page.getByRole('option', { name: /Fieldnote Supply EU/ }).click()

  await expect(page.getByRole('table', { name: /^Campaigns, .* amounts in EUR$/ })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Account and dates' })).toContainText('Europe/Berlin')
  await expect(tile(page, 'Spend')).toContainText('€')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Ad account' })).toContainText('Fieldnote Supply EU')
  expect(complaints).toEqual([])
})

it('shows the other store’s numbers after a switch, and none of the first’s at any instant', async () => {
  const { page } = await openPage()
  await page.goto(demo.url)
  const first = [...(await namesOf(page, 'Campaigns')), dollars(cents(await totalOf(page, 'Campaigns', 'Spend')))]
  await watchFor(page, first)

  await page.getByRole('combobox', { name: 'Store' }).selectOption('Kumo Coffee')

  await expect(page.getByRole('combobox', { name: 'Ad account' })).toContainText('Kumo')
  const others = await namesOf(page, 'Campaigns')
  expect(others.length).toBeGreaterThan(0)
  const { frames, texts } = await seenSince(page)
  expect(frames).toBeGreaterThan(1)
  expect(texts).toEqual([])
  for (const text of first) await expect(page.locator('main')).not.toContainText(text)
})

it('refuses a tampered session with words a person understands', async () => {
  const { page, answers } = await openPage()
  await page.route('**/ads-session', async (route) => {
    const session = (await (await route.fetch()).json()) as { token: string }
    await route.fulfill({ json: { ...session, token: withOtherAccount(session.token) } })
  })
  await page.goto(demo.url)

  await expect(page.getByRole('alert')).toContainText(
    'This session is not valid: it was changed, or signed by somebody else. Sign in again.',
  )
  await expect(page.getByRole('table')).toHaveCount(0)
  expect((await Promise.all(answers)).join('\n')).not.toMatch(/at \S+ \(|node_modules/)
})

it('remembers the theme a person chose', async () => {
  const { page } = await openPage({ colorScheme: 'light' })
  await page.goto(demo.url)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.reload()

  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  const [host, widget] = await Promise.all([background(page, 'body'), background(page, '.ap-card')])
  expect(Math.max(host, widget)).toBeLessThan(0.3)
})

it('says on every other page that it is not part of the demo', async () => {
  const { page } = await openPage()
  await page.goto(demo.url)
  await page.getByRole('link', { name: 'Orders' }).click()

  await expect(page.getByRole('heading', { name: 'Orders is not part of this demo' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Advertising', level: 1 })).toBeVisible()
})

it('opens the menu as a drawer on a phone, with nothing wider than the screen', async () => {
  const { page, complaints } = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto(demo.url)
  await expect(tile(page, 'Spend')).toContainText('$')
  await page.getByRole('button', { name: 'Open menu' }).click()
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('combobox', { name: 'Store' }).selectOption('Kumo Coffee')

  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'Ad account' })).toContainText('Kumo')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(complaints).toEqual([])
})

function tile(page: Page, metric: string) {
  return page.getByRole('region', { name: 'Totals' }).getByRole('listitem').filter({ hasText: metric }).first()
}

function table(page: Page, levels: string) {
  return page.getByRole('table', { name: new RegExp(`^${levels}, `) })
}

/** The button of each row that leads to what is inside it. */
function nameButtons(page: Page, levels: string) {
  return table(page, levels).getByRole('rowheader').getByRole('button')
}

/** Rows of objects, without header and total; waits until there are some. */
async function dataRows(page: Page, levels: string) {
  await nameButtons(page, levels).first().waitFor()
  return table(page, levels)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').getByRole('button') })
    .all()
}

async function namesOf(page: Page, levels: string): Promise<string[]> {
  await dataRows(page, levels)
  const texts = await nameButtons(page, levels).allInnerTexts()
  // A name cut in the middle is followed by the whole one, for screen readers.
  return texts.map((text) => text.split('\n').at(-1) ?? text)
}

async function columnOf(page: Page, levels: string, column: string): Promise<string[]> {
  const rows = await dataRows(page, levels)
  const index = await columnIndex(page, levels, column)
  return Promise.all(rows.map((row) => row.locator('th, td').nth(index).innerText()))
}

async function totalOf(page: Page, levels: string, column: string): Promise<string> {
  await dataRows(page, levels)
  const total = table(page, levels)
    .getByRole('row')
    .filter({ hasText: /^Total/ })
  return total
    .locator('th, td')
    .nth(await columnIndex(page, levels, column))
    .innerText()
}

async function columnIndex(page: Page, levels: string, column: string): Promise<number> {
  const headers = await table(page, levels).getByRole('columnheader').allInnerTexts()
  const index = headers.findIndex((header) => header.startsWith(column))
  if (index < 0) throw new Error(`There is no column ${column}, only ${headers.join(', ')}.`)
  return index
}

/** The first number of a cell in hundredths; the change below it is left out. */
function cents(cell: string): number {
  const number = /[\d,]+(\.\d+)?/.exec(cell)?.[0] ?? ''
  return Math.round(Number(number.replaceAll(',', '')) * 100)
}

function dollars(amount: number): string {
  return (amount / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
}

/** From the switch of the store on, looks at every frame whether one of the texts is still there. */
async function watchFor(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluate((watched) => {
    const seen = { frames: 0, texts: new Set<string>() }
    Object.assign(globalThis, { seen })
    const look = () => {
      const text = document.querySelector('main')?.textContent ?? ''
      seen.frames++
      for (const part of watched) if (text.includes(part)) seen.texts.add(part)
      requestAnimationFrame(look)
    }
    document.addEventListener('change', () => requestAnimationFrame(look), { once: true })
  }, texts)
}

function seenSince(page: Page): Promise<{ frames: number; texts: string[] }> {
  return page.evaluate(() => {
    const { frames, texts } = Reflect.get(globalThis, 'seen') as { frames: number; texts: Set<string> }
    return { frames, texts: [...texts] }
  })
}

/** The same token with another list of accounts in it, so that its signature no longer fits. */
function withOtherAccount(token: string): string {
  const [head = '', body = '', signature = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const changed = Buffer.from(JSON.stringify({ ...claims, accounts: ['act_1'] })).toString('base64url')
  return [head, changed, signature].join('.')
}

/** Lightness of an element's background, 0 black to 1 white. */
function background(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const canvas = document.createElement('canvas').getContext('2d')
      if (!canvas) return 1
      canvas.fillStyle = getComputedStyle(element).backgroundColor
      canvas.fillRect(0, 0, 1, 1)
      const [red = 255, green = 255, blue = 255] = canvas.getImageData(0, 0, 1, 1).data
      return Math.max(red, green, blue) / 255
    })
}
