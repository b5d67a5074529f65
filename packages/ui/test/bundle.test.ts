import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { describe, expect, it, onTestFinished } from 'vitest'

/** What a browser must never load: Meta's API host, the SDK, the server's code, the schema library. */
const forbiddenText = ['graph.facebook.com', 'facebook-nodejs-business-sdk']
const forbiddenModule =
  /packages\/(core|bff|sandbox)\/|node_modules\/(\.pnpm\/)?(zod|facebook-nodejs-business-sdk|hono)[@/]/

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

describe('what the browser loads', () => {
  it('holds no trace of Meta’s API, the SDK, the server or the schema library', { timeout: 120_000 }, async () => {
    const output = await bundle(here('../src/index.ts'))
    expect(traces(output)).toEqual([])
  })

  it('would notice a module of core', { timeout: 120_000 }, async () => {
    const output = await bundle(await fixture(`export * from '${here('../../core/src/clock.ts')}'`))
    expect(traces(output)).toEqual([expect.stringMatching(/packages\/core\/src\/clock\.ts$/)])
  })

  it('would notice a schema of the contract', { timeout: 120_000 }, async () => {
    const output = await bundle(await fixture(`export * from '${here('../../contract/src/schemas/accounts.ts')}'`))
    expect(traces(output).some((trace) => trace.includes('zod'))).toBe(true)
  })

  it('would notice the address of the API', { timeout: 120_000 }, async () => {
    const output = await bundle(await fixture(`export const url = 'https://graph.facebook.com/v25.0'`))
    expect(traces(output)).toEqual(['graph.facebook.com'])
  })

  it('loads Recharts only with a chart', { timeout: 120_000 }, async () => {
    const output = await bundle(here('../src/index.ts'))
    const entry = chunks(output).filter((chunk) => chunk.isEntry)
    expect(entry.flatMap((chunk) => Object.keys(chunk.modules)).filter((id) => id.includes('recharts'))).toEqual([])
    expect(chunks(output).some((chunk) => Object.keys(chunk.modules).some((id) => id.includes('recharts')))).toBe(true)
  })

  it('keeps every widget within its budget', { timeout: 120_000 }, async () => {
    const provider = `export { AdpaneProvider } from '${here('../src/provider/adpane-provider.tsx')}'\n`
    const table = `export { CampaignTable } from '${here('../src/campaign-table/campaign-table.tsx')}'`
    const chart = `export { InsightsChart } from '${here('../src/insights-chart/insights-chart.tsx')}'`
    const tiles = `export { InsightsTiles } from '${here('../src/insights-tiles/insights-tiles.tsx')}'`
    const alone = firstLoad(await bundle(await fixture(provider)))
    expect(alone).toBeLessThan(16 * KB)
    // What each adds to the provider, before anybody opens a menu.
    expect(firstLoad(await bundle(await fixture(provider + table))) - alone).toBeLessThan(55 * KB)
    expect(firstLoad(await bundle(await fixture(provider + tiles))) - alone).toBeLessThan(16 * KB)
    // The chart’s own code with its lazy marks, beside the libraries: Recharts, and the queries all widgets share.
    const libraries = [/^recharts(\/|$)/, /^@tanstack\/react-query$/]
    const own = async (source: string) => totalSize(await bundle(await fixture(source), libraries))
    expect((await own(provider + chart)) - (await own(provider))).toBeLessThan(20 * KB)
  })

  it('keeps all CSS under 12 kB', { timeout: 120_000 }, async () => {
    const output = await bundle(await fixture(`import '${here('../src/styles/index.css')}'`))
    const css = output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
    expect(css?.type === 'asset' && gzipSize(css.source)).toBeLessThan(12 * KB)
  })
})

const KB = 1024

type Output = (Rolldown.OutputChunk | Rolldown.OutputAsset)[]

/** Everything of the forbidden lists that a bundle holds. */
function traces(output: Output): string[] {
  const modules = chunks(output).flatMap((chunk) => Object.keys(chunk.modules).filter((id) => forbiddenModule.test(id)))
  const texts = forbiddenText.filter((text) => chunks(output).some((chunk) => chunk.code.includes(text)))
  return [...modules, ...texts]
}

/** Bytes, compressed, that load before anything draws: the entry and whatever it imports at once. */
function firstLoad(output: Output): number {
  const all = new Map(chunks(output).map((chunk) => [chunk.fileName, chunk]))
  const wanted = new Set(chunks(output).flatMap((chunk) => (chunk.isEntry ? [chunk.fileName] : [])))
  for (const file of wanted) for (const other of all.get(file)?.imports ?? []) if (all.has(other)) wanted.add(other)
  return [...wanted].reduce((sum, file) => sum + gzipSize(all.get(file)?.code ?? ''), 0)
}

/** Bytes, compressed, of all chunks, the lazy ones too. */
function totalSize(output: Output): number {
  return chunks(output).reduce((sum, chunk) => sum + gzipSize(chunk.code), 0)
}

function gzipSize(code: string | Uint8Array): number {
  return gzipSync(code).length
}

function chunks(output: Output): Rolldown.OutputChunk[] {
  return output.filter((file) => file.type === 'chunk')
}

/** Bundles one entry the way a host does: from source, minified, with React, and what else is named, left to the host. */
async function bundle(entry: string, left: readonly RegExp[] = []): Promise<Output> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    // Vitest is no production; its JSX would carry file names and lines.
    oxc: { jsx: { development: false } },
    root: here('..'),
    resolve: { conditions: ['@adpane/source', 'module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['es'], fileName: 'entry' },
      rolldownOptions: { external: [/^react(-dom)?(\/|$)/, ...left] },
    },
  })
  const built = Array.isArray(result) ? result : [result]
  return built.flatMap((part) => ('output' in part ? part.output : []))
}

async function fixture(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'adpane-bundle-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'entry.ts')
  await writeFile(file, source)
  return file
}
