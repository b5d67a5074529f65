import { launchChromium } from '@adpane/tools/chromium'
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright'
import { onTestFinished } from 'vitest'

/** A page with everything it did on the side: what a reader of logs or of the network would find. */
export interface WatchedPage {
  page: Page
  /** Console errors and warnings, and errors nobody caught. */
  complaints: string[]
  /** Bodies of everything the server answered but scripts, styles and fonts. */
  answers: Promise<string>[]
}

let browser: Browser | undefined

/** Opens a tab in the one Chromium of this file; closed when the test ends. */
export async function openPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  browser ??= await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-US', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  const answers: Promise<string>[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('response', (response) => {
    if (isData(response)) answers.push(response.text().catch(() => ''))
  })
  return { page, complaints, answers }
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

function isData(response: Response): boolean {
  return ['xhr', 'fetch', 'document'].includes(response.request().resourceType())
}
