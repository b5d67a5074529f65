import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const forbidden: readonly (readonly [file: string, specifier: string])[] = [
  ['packages/contract/src/a.ts', '@adpane/core'],
  ['packages/contract/src/b.ts', 'zod'],
  ['packages/contract/src/c.ts', './schemas/index.ts'],
  ['packages/contract/src/schemas/d.ts', '../../../ui/src/index.ts'],
  ['packages/ui/src/a/a.ts', '@adpane/core'],
  ['packages/ui/src/a/b.ts', '@adpane/bff/contract'],
  ['packages/ui/src/a/c.tsx', '@adpane/sandbox'],
  ['packages/ui/src/a/d.ts', 'facebook-nodejs-business-sdk'],
  ['packages/ui/src/a/e.ts', 'zod'],
  ['packages/ui/src/a/f.ts', '@adpane/contract/schemas'],
  ['packages/ui/src/a/g.ts', '../../../core/src/index.ts'],
  ['packages/ui/src/a/h.ts', '../../../contract/src/schemas/index.ts'],
  ['packages/ui/src/a/i.ts', 'node:fs'],
  ['packages/ui/src/a.browser.test.tsx', '@adpane/core'],
  ['packages/core/src/insights/a.ts', '@adpane/bff'],
  ['packages/core/src/insights/b.ts', '@adpane/ui'],
  ['packages/core/src/insights/c.ts', '@adpane/sandbox'],
  ['packages/core/src/insights/d.ts', '../../../sandbox/src/index.ts'],
  ['packages/core/src/insights/e.ts', 'facebook-nodejs-business-sdk'],
  ['packages/core/src/insights/f.ts', 'hono'],
  ['packages/core/src/insights/g.ts', 'kysely'],
  ['packages/core/src/insights/h.ts', 'ioredis'],
  ['packages/core/src/insights/i.test.ts', '@adpane/bff'],
  ['packages/core/src/graph/a.ts', 'facebook-nodejs-business-sdk'],
  ['packages/core/src/graph/c.ts', '@adpane/sandbox'],
  ['packages/core/src/graph/b.ts', 'pg'],
  ['packages/core/src/store/a.ts', 'hono'],
  ['packages/core/src/store/b.ts', 'facebook-nodejs-business-sdk'],
  ['packages/core/src/cache/a.ts', 'kysely'],
  ['packages/core/src/cache/b.ts', '@adpane/ui'],
  ['packages/bff/src/a.ts', '@adpane/ui'],
  ['packages/bff/src/b.ts', '@adpane/sandbox'],
  ['packages/bff/src/c.ts', 'facebook-nodejs-business-sdk'],
  ['packages/bff/src/d.ts', '@electric-sql/pglite'],
  ['packages/bff/src/e.ts', '../../core/src/index.ts'],
  ['packages/bff/src/f.test.ts', '@adpane/ui'],
  ['packages/sandbox/src/a.ts', '@adpane/contract'],
  ['packages/sandbox/src/b.ts', '@adpane/core'],
  ['packages/sandbox/src/c.ts', '../../contract/src/index.ts'],
  ['packages/sandbox/src/d.test.ts', '@adpane/core'],
  ['stories/src/a.tsx', '@adpane/core'],
  ['stories/src/b.tsx', '../../packages/core/src/index.ts'],
]

const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ['packages/contract/src/schemas/ok.ts', 'zod'],
  ['packages/ui/src/ok/a.ts', '@adpane/contract'],
  ['packages/ui/src/ok/b.ts', '../insights-chart/insights-chart.tsx'],
  ['packages/ui/src/ok/c.test.ts', '@adpane/contract/schemas'],
  ['packages/core/src/insights/ok.ts', '@adpane/contract'],
  ['packages/core/src/insights/ok.test.ts', '@adpane/sandbox'],
  ['packages/core/src/insights/fact-store.ts', 'kysely'],
  ['packages/core/src/graph/sdk.ts', 'facebook-nodejs-business-sdk'],
  ['packages/core/src/store/ok.ts', '@electric-sql/pglite'],
  ['packages/core/src/cache/ok.ts', 'ioredis'],
  ['packages/bff/src/ok.ts', '@adpane/core'],
  ['packages/bff/src/routes/ok.ts', 'hono'],
  ['packages/bff/src/ok.test.ts', '@adpane/sandbox'],
  ['packages/sandbox/src/ok.ts', 'hono'],
  ['stories/src/ok.tsx', '@adpane/ui/testing'],
  ['examples/demo/server/ok.ts', '@adpane/sandbox'],
]

describe('the arrows of the house', () => {
  let folder: string
  let refused: ReadonlySet<string>

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'adpane-arrows-'))
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const [file, specifier] of [...forbidden, ...allowed]) writeImport(join(folder, file), specifier)
    refused = filesWithRestrictedImports(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(forbidden)('refuse in %s the import of %s', (file) => {
    expect(refused).toContain(file)
  })

  it.each(allowed)('allow in %s the import of %s', (file) => {
    expect(refused).not.toContain(file)
  })

  it.each([
    ['contract', []],
    ['sandbox', []],
    ['ui', ['@adpane/contract']],
    ['core', ['@adpane/contract']],
    ['bff', ['@adpane/contract', '@adpane/core']],
  ])('let %s depend on nothing of ours but %j', (name, own) => {
    const manifest: { dependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'),
    )
    expect(Object.keys(manifest.dependencies).filter((dependency) => dependency.startsWith('@adpane/'))).toEqual(own)
  })
})

function writeImport(path: string, specifier: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { thing } from '${specifier}'\n\nexport const used = thing\n`)
}

function filesWithRestrictedImports(folder: string): ReadonlySet<string> {
  const { diagnostics } = lint(folder)
  const restricted = diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)')
  return new Set(restricted.map(({ filename }) => relative(folder, join(folder, filename))))
}

function lint(cwd: string): { diagnostics: { code: string; filename: string }[] } {
  try {
    return JSON.parse(
      execFileSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], { cwd, encoding: 'utf8' }),
    )
  } catch (error) {
    // oxlint exits with 1 when it finds something, which is the point here.
    return JSON.parse((error as { stdout: string }).stdout)
  }
}
