import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** Everything the browser loads: path below the root (`/assets/index-1a2b.js`) → bytes and content type. */
export type PageFiles = ReadonlyMap<string, { body: Uint8Array<ArrayBuffer>; type: string }>

const demoFolder = join(import.meta.dirname, '..')
const repository = join(demoFolder, '../..')
const cache = join(repository, '.cache/demo-host')
/** What the built page is made of. */
const sources = [
  'examples/demo/index.html',
  'examples/demo/src',
  'examples/demo/public',
  'packages/ui/src',
  'packages/contract/src',
  'pnpm-lock.yaml',
]

/**
 * Builds the host page, or takes the last build when no source changed since.
 *
 * The files are read into memory: a later start may clear the folder away while this one still serves it.
 */
export async function buildPage(): Promise<PageFiles> {
  const folder = join(cache, await hashOf(sources.map((path) => join(repository, path))))
  if (!existsSync(folder)) await buildInto(folder)
  return readPage(folder)
}

async function buildInto(folder: string): Promise<void> {
  // Two starts may build at once. Each has its own folder, and the first to finish gives it the final name.
  const draft = `${folder}.${process.pid}.${Date.now()}`
  // Loaded only here: a start with an unchanged page should not pay for the bundler.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
  await build({
    configFile: false,
    root: demoFolder,
    logLevel: 'error',
    plugins: [react()],
    resolve: { conditions: ['@adpane/source', 'module', 'browser', 'production'] },
    // Nothing inline: the page's content security policy allows no data: fonts and no inline code.
    build: { outDir: draft, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })
  await mkdir(cache, { recursive: true })
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
  await clearAllBut(folder)
}

async function clearAllBut(folder: string): Promise<void> {
  const finished = (await readdir(cache)).filter((name) => !name.includes('.'))
  const old = finished.map((name) => join(cache, name)).filter((path) => path !== folder)
  await Promise.all(old.map((path) => rm(path, { recursive: true, force: true })))
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of (await Promise.all(paths.map(filesBelow))).flat().sort()) {
    hash.update(`${relative(repository, path)}\0`)
    hash.update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesBelow(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  // Tests do not reach the page, so editing one does not build it anew.
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

async function readPage(folder: string): Promise<PageFiles> {
  const paths = await filesBelow(folder)
  const files = await Promise.all(
    paths.map(async (path) => {
      const name = `/${relative(folder, path).split(sep).join('/')}`
      const type = contentTypes[extname(path)] ?? 'application/octet-stream'
      return [name, { body: new Uint8Array(await readFile(path)), type }] as const
    }),
  )
  return new Map(files)
}
