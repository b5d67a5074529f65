import { launchChromium } from '@adpane/tools/chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox
let browser: Awaited<ReturnType<typeof launchChromium>>

beforeAll(async () => {
  browser = await launchChromium()
  sandbox = await startSandbox({
    port: 0,
    ads: 4,
    control: true,
    isClockFrozen: true,
    now: new Date('2026-11-23T12:00:00Z'),
  })
})

afterAll(async () => {
  await browser.close()
  await sandbox.close()
})

/** The part of an element that tells whether its text fits; these tests know no DOM types. */
interface Widths {
  scrollWidth: number
  offsetWidth: number
}

async function openPage() {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(sandbox.url)
  return { page, problems }
}

it('lets a person make calls fail, see them fail, and move time', async () => {
  const { page, problems } = await openPage()
  await page.getByLabel('Fault').selectOption('server_error')
  await page.getByLabel('Path').fill('act_*/campaigns')
  await page.getByLabel('Times').fill('2')
  await page.getByRole('button', { name: 'Add fault' }).click()
  const rule = page.getByRole('listitem').filter({ hasText: 'Graph error, status 500' })
  await rule.getByText('act_*/campaigns · 0 struck · 2 left').waitFor()
  await ask(sandbox, `${sandbox.accounts[0]?.id}/campaigns`)
  await page.getByRole('row', { name: /campaigns server error/ }).waitFor()
  await rule.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('No faults.').waitFor()
  await page.getByRole('button', { name: '+ 1 hour' }).click()
  await page.getByText('13:00:00').waitFor()
  expect(sandbox.control.clock.now().toISOString()).toBe('2026-11-23T13:00:00.000Z')
  expect(problems).toEqual([])
  await page.close()
})

it('says what is wrong with a fault that cannot be', async () => {
  const { page } = await openPage()
  await page.getByLabel('Times').fill('0')
  await page.getByRole('button', { name: 'Add fault' }).click()
  const alert = page.getByRole('alert').filter({ hasText: /./ })
  await alert.waitFor()
  expect(await alert.textContent()).toBe('count must be a whole number from 1 to 1000000.')
  await page.close()
})

it('takes no empty path: every call has to be said as such', async () => {
  const { page } = await openPage()
  const before = sandbox.control.faults.rules.length
  await page.getByLabel('Path').fill(' ')
  await page.getByRole('button', { name: 'Add fault' }).click()
  expect(
    await page.getByLabel('Path').evaluate((input: { validity: { valid: boolean } }) => input.validity.valid),
  ).toBe(false)
  expect(sandbox.control.faults.rules).toHaveLength(before)
  await page.close()
})

it('shows whether the clock runs, and changes it', async () => {
  const { page } = await openPage()
  await page.getByRole('button', { name: 'Freeze', pressed: true }).waitFor()
  await page.getByRole('button', { name: 'Let it run' }).click()
  await page.getByRole('button', { name: 'Let it run', pressed: true }).waitFor()
  expect(sandbox.control.clock.isFrozen).toBe(false)
  await page.getByRole('button', { name: 'Freeze' }).click()
  await page.getByRole('button', { name: 'Freeze', pressed: true }).waitFor()
  expect(sandbox.control.clock.isFrozen).toBe(true)
  await page.close()
})

it('copies a sample that works, though the page holds no token', async () => {
  const { page, problems } = await openPage()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  expect(await page.content()).not.toContain(sandbox.accessToken)
  await page.getByRole('button', { name: 'Copy curl snippet' }).click()
  await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' })
  const copied: string = await page.evaluate('navigator.clipboard.readText()')
  expect(copied).toContain(`Bearer ${sandbox.accessToken}`)
  expect(await page.content()).not.toContain(sandbox.accessToken)
  expect(problems).toEqual([])
  await page.close()
})

it('hides its controls without JavaScript, and says so', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(sandbox.url)
  expect(await page.locator('.notice').textContent()).toContain('Without JavaScript this page stays')
  await page.getByText('As of loading this page').waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
  await context.close()
})

it('shows faults before the calls on a phone, and their names in full', async () => {
  sandbox.control.faults.add({ fault: { kind: 'ok_with_error' }, match: { edge: 'customaudiences' }, count: 1 })
  await ask(sandbox, `${sandbox.accounts[0]?.id}/customaudiences`)
  const { page } = await openPage()
  const chip = page.getByText('ok with error', { exact: true }).last()
  expect(await chip.evaluate(({ scrollWidth, offsetWidth }: Widths) => scrollWidth <= offsetWidth)).toBe(true)
  const top = async (name: string) => (await page.getByRole('heading', { name }).boundingBox())?.y ?? 0
  expect(await top('Faults fail on purpose')).toBeLessThan(await top('Recent requests'))
  await page.close()
})

it('fits a phone without scrolling sideways', async () => {
  const { page } = await openPage()
  const width: number = await page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBe(390)
  await page.close()
})
