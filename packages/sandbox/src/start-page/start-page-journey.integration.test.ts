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

it('fits a phone without scrolling sideways', async () => {
  const { page } = await openPage()
  const width: number = await page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBe(390)
  await page.close()
})
