import { readFileSync } from 'node:fs'
import type { StorybookConfig } from '@storybook/react-vite'

const ui = JSON.parse(readFileSync(new URL('../../packages/ui/package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>
}

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../src/**/*.mdx', '../src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // react-docgen reads the source itself; the other one needs the TypeScript API that TypeScript 7 no longer has.
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) => ({
    ...vite,
    resolve: { ...vite.resolve, conditions: ['@adpane/source', 'module', 'browser', 'development|production'] },
    optimizeDeps: {
      ...vite.optimizeDeps,
      // A dependency Vite meets in mid-run reloads the page and fails one run of the tests.
      include: [...(vite.optimizeDeps?.include ?? []), ...optimised(Object.keys(ui.dependencies)), 'react-dom'],
    },
  }),
}

export default config

/** Dependencies of the ui package, named from where they are installed; ours are source and stay out. */
function optimised(names: readonly string[]): string[] {
  const entries: Record<string, string[]> = {
    '@base-ui/react': ['popover', 'menu', 'select', 'combobox', 'csp-provider'].map((part) => `@base-ui/react/${part}`),
  }
  const external = names.filter((name) => !name.startsWith('@adpane/'))
  return external.flatMap((name) => entries[name] ?? [name]).map((name) => `@adpane/ui > ${name}`)
}
