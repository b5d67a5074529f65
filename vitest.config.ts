import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumArgs, chromiumPath } from './tools/chromium.ts'

const nodeConditions = ['@adpane/source', 'node']
const browserConditions = ['@adpane/source', 'module', 'browser', 'development|production']
const browserTests = '**/*.browser.test.{ts,tsx}'
const storybook = here('stories/.storybook')

const node: TestProjectInlineConfiguration = {
  resolve: { conditions: nodeConditions },
  ssr: { resolve: { conditions: nodeConditions, externalConditions: nodeConditions } },
  test: {
    name: 'node',
    include: [
      'packages/*/{src,test}/**/*.test.ts',
      '{tools,bench}/**/*.test.ts',
      'examples/*/{src,server}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', browserTests],
    // Integration tests may be the ones that start Postgres or fetch Redis.
    hookTimeout: 120_000,
    testTimeout: 30_000,
    sequence: { groupOrder: 0 },
  },
}

/** Drives a whole demo through Chromium; alone, since it needs both cores. */
const journeys: TestProjectInlineConfiguration = {
  resolve: { conditions: nodeConditions },
  ssr: { resolve: { conditions: nodeConditions, externalConditions: nodeConditions } },
  test: {
    name: 'journeys',
    include: ['examples/*/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', browserTests],
    hookTimeout: 180_000,
    testTimeout: 120_000,
    fileParallelism: false,
    maxWorkers: 1,
    sequence: { groupOrder: 3 },
  },
}

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: here('tools/services-setup.ts'),
    projects: [node, ...(await browserProjects()), ...(await storybookProjects()), journeys],
    reporters: ['default', here('tools/test-count-reporter.ts')],
  },
})

async function browserProjects(): Promise<TestProjectInlineConfiguration[]> {
  if (!isAsked('browser')) return []
  return [
    {
      root: here('packages/ui'),
      plugins: [react()],
      resolve: { conditions: browserConditions },
      // Vite optimises every dependency before the first test; finding a new one in mid-run would reload the page.
      optimizeDeps: { entries: ['src/**/*.{ts,tsx}'] },
      test: {
        name: 'browser',
        include: [browserTests],
        setupFiles: [here('tools/fail-on-console-error.ts')],
        browser: await chromium(),
        sequence: { groupOrder: 1 },
      },
    },
  ]
}

async function storybookProjects(): Promise<TestProjectInlineConfiguration[]> {
  if (!isAsked('storybook')) return []
  if (!existsSync(storybook)) {
    if (process.env['CI']) throw new Error(`No Storybook at ${storybook}: its stories would go untested.`)
    console.warn('Stories are not tested: stories/.storybook is missing.')
    return []
  }
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin')
  return [
    {
      root: here('stories'),
      plugins: [await storybookTest({ configDir: storybook })],
      test: { name: 'storybook', browser: await chromium(), sequence: { groupOrder: 2 } },
    },
  ]
}

async function chromium() {
  const launchOptions = { args: [...chromiumArgs], executablePath: await chromiumPath() }
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    // Fades would be measured half way: text too pale for axe, bars too short for a screenshot.
    provider: playwright({ launchOptions, contextOptions: { reducedMotion: 'reduce' } }),
    instances: [{ browser: 'chromium' as const }],
  }
}

/** `--project node` should not wait for a browser or Storybook to load. */
function isAsked(project: string): boolean {
  const asked = process.argv.flatMap((arg, at) => (arg === '--project' ? [process.argv[at + 1] ?? ''] : []))
  return asked.length === 0 || asked.some((name) => name.startsWith(project))
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
