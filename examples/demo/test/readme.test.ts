import { spawnSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

const repository = join(import.meta.dirname, '../../..')

it('has snippets that compile against the real packages', async () => {
  // Inside the demo, so that packages are found from here.
  const folder = join(import.meta.dirname, '../.cache/readme')
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(folder, { recursive: true })
  const files = snippetFiles(await readFile(join(repository, 'README.md'), 'utf8'))
  expect([...files.keys()]).toEqual(['server.ts', 'advertising.tsx'])
  files.set('your-app.ts', hostStub)
  files.set('tsconfig.json', JSON.stringify(tsconfig))
  await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)))

  const { stdout } = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  })

  expect(stdout).toBe('')
})

/** Snippets by the file their first line names; one that continues a file is added to it. */
function snippetFiles(markdown: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const [, name = '', code = ''] of markdown.matchAll(/```tsx?\n\/\/ ([\w.-]+).*\n([\s\S]*?)```/g))
    files.set(name, `${files.get(name) ?? ''}${code}`)
  return files
}

/** What the snippets take from the reader's own app. */
const hostStub = `
import { createMiddleware } from 'hono/factory'

export const requireLogin = createMiddleware<{ Variables: { user: { id: string; tenantId: string } } }>((_, next) => next())
export const secrets = { metaAppId: '', metaAppSecret: '', sealingKey: '', sessionSecret: '' }
`

const tsconfig = {
  extends: '../../../../tsconfig.base.json',
  compilerOptions: {
    composite: false,
    emitDeclarationOnly: false,
    declaration: false,
    noEmit: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    lib: ['esnext', 'dom', 'dom.iterable'],
    types: ['node', 'vite/client'],
  },
  include: ['*.ts', '*.tsx'],
}
