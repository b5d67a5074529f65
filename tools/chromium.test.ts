import { afterEach, describe, expect, it, vi } from 'vitest'
import { chromiumPath, launchChromium } from './chromium.ts'

afterEach(() => vi.unstubAllEnvs())

describe('chromiumPath', () => {
  it('is the one the developer chose', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/opt/my/chrome')
    expect(await chromiumPath()).toBe('/opt/my/chrome')
  })
})

describe('launchChromium', () => {
  it('draws text, whatever fonts the machine has', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      const width = (text: string) =>
        page
          .setContent(`<span>${text}</span>`)
          .then(() => page.locator('span').evaluate((span) => span.getClientRects()[0]?.width))
      expect(await width('MMMM')).toBeGreaterThan((await width('ii')) ?? Infinity)
    } finally {
      await browser.close()
    }
  })
})
