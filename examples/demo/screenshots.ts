import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { launchChromium } from '@adpane/tools/chromium'
import type { Browser } from 'playwright'
import { startDemo } from './server/start-demo.ts'

// Takes the pictures of the READMEs from the running demo: `pnpm --filter @adpane/demo run screenshots`.
const docs = join(import.meta.dirname, '../../docs')
const widths = { '1440': { width: 1440, height: 900 }, '390': { width: 390, height: 844 } }
const themes = ['light', 'dark'] as const

// An afternoon, so that today is well under way in the pictures.
const demo = await startDemo({ now: new Date('2026-11-23T19:05:00Z') })
const browser = await launchChromium()
try {
  await untilNothingIsPending(browser)
  await mkdir(docs, { recursive: true })
  for (const theme of themes)
    for (const [name, viewport] of Object.entries(widths)) {
      const path = join(docs, `dashboard-${theme}-${name}.png`)
      await takePicture(browser, { theme, viewport, path })
      process.stdout.write(`${path}\n`)
    }
} finally {
  await browser.close()
  await demo.close()
}

interface Picture {
  theme: (typeof themes)[number]
  viewport: { width: number; height: number }
  path: string
}

async function takePicture(on: Browser, { theme, viewport, path }: Picture): Promise<void> {
  const isPhone = viewport.width < 600
  const context = await on.newContext({ viewport, colorScheme: theme, isMobile: isPhone, hasTouch: isPhone })
  const page = await context.newPage()
  await page.goto(demo.url)
  await page.getByRole('tab', { name: /^Campaigns \d/ }).waitFor()
  await page.getByRole('region', { name: 'Totals' }).getByRole('listitem').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // Sparklines and the chart measure themselves once more when fonts are there.
  await page.waitForLoadState('networkidle')
  // As tall as the page, so that what sticks to the window's edges stands at the page's.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...viewport, height })
  await page.screenshot({ path, animations: 'disabled' })
  await context.close()
}

/** Visits the page until what only Meta can say for its range, such as reach, has arrived. */
async function untilNothingIsPending(on: Browser): Promise<void> {
  const page = await on.newPage()
  await page.goto(demo.url)
  await page.getByRole('row', { name: /^Total of / }).waitFor()
  await page.close()
}
