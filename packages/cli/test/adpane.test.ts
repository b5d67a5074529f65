import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { postgresUrl } from '@adpane/tools/services'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const noMeta = { META_APP_ID: '', META_APP_SECRET: '', META_ACCESS_TOKEN: '', DATABASE_URL: '' }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adpane-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('adpane', () => {
  it('names its commands', async () => {
    const { stdout, code } = await adpane(['--help'])
    expect(stdout).toMatch(/sandbox.*doctor.*migrate/s)
    expect(code).toBe(0)
  })

  it('suggests the command that was meant', async () => {
    const { stderr, code } = await adpane(['migrat'])
    expect(stderr).toContain('Did you mean migrate?')
    expect(code).toBe(1)
  })
})

describe('adpane doctor', () => {
  it('finds all well and leaves no trace', async () => {
    const graph = await startGraph()
    const dataDir = join(folder, 'a/store')
    const app = { META_APP_ID: '1', META_APP_SECRET: 'very-secret', META_ACCESS_TOKEN: 'EAAtoken' }
    const { stdout, code } = await adpane(['doctor', '--data-dir', dataDir, '--graph-url', graph.url], app)
    await graph.close()

    expect(stdout.match(/^\[ok\]/gm)).toHaveLength(4)
    expect(stdout).not.toMatch(/very-secret|EAAtoken/)
    expect(code).toBe(0)
    expect(await readdir(folder)).toEqual([])
  })

  it('says in JSON what is wrong, and ends with 1', async () => {
    await writeFile(join(folder, 'file'), '')
    const graph = await startGraph()
    await graph.close()
    const dataDir = join(folder, 'file/store')
    const { stdout, code } = await adpane(['doctor', '--json', '--data-dir', dataDir, '--graph-url', graph.url])

    expect(JSON.parse(stdout)).toEqual([
      { check: 'node', state: 'ok', message: expect.any(String) },
      { check: 'store', state: 'failed', message: expect.stringContaining('is a file') },
      { check: 'graph', state: 'failed', message: expect.stringContaining('ECONNREFUSED') },
      { check: 'meta_app', state: 'warning', message: expect.stringContaining('adpane sandbox') },
    ])
    expect(code).toBe(1)
  })

  it('knocks at Postgres without telling its password', async () => {
    const url = 'postgres://someone:pass-word@127.0.0.1:1/db'
    const { stdout } = await adpane(['doctor', '--database-url', url, '--graph-url', 'http://127.0.0.1:1'])
    expect(stdout).toContain('[fail] Postgres at 127.0.0.1:1 cannot be reached: ECONNREFUSED.')
    expect(stdout).not.toContain('pass-word')
  })
})

describe('adpane migrate', () => {
  it('makes the embedded store, and can be run again', async () => {
    const dataDir = join(folder, 'store')
    expect(await adpane(['migrate', '--data-dir', dataDir])).toMatchObject({
      stdout: `The store in ${dataDir} is up to date.\n`,
      code: 0,
    })
    expect(await adpane(['migrate', '--data-dir', dataDir])).toMatchObject({ stderr: '', code: 0 })
  })

  it('brings Postgres up to date', async () => {
    const { stdout, code } = await adpane(['migrate'], { DATABASE_URL: await postgresUrl() })
    expect(stdout).toBe('The Postgres store is up to date.\n')
    expect(code).toBe(0)
  })

  it('says why it cannot, without telling the password', async () => {
    const { stdout, stderr, code } = await adpane([
      'migrate',
      '--database-url',
      'postgres://a:pass-word@127.0.0.1:1/db',
    ])
    expect(stdout).toBe('')
    expect(stderr).toContain('ECONNREFUSED')
    expect(stderr).not.toMatch(/pass-word|^\s+at /m)
    expect(code).toBe(1)
  })
})

describe('adpane sandbox', () => {
  it('announces itself on one line and ends when told', async () => {
    const sandbox = start(['sandbox', '--port', '0', '--ads', '2', '--accounts', '1'])
    const [line]: Buffer[] = await once(sandbox.stdout, 'data')
    const announced: { url: string } = JSON.parse(String(line))
    expect((await fetch(`${announced.url}/v25.0/me/adaccounts`)).status).toBe(400)

    sandbox.kill('SIGTERM')
    expect(await once(sandbox, 'exit')).toEqual([0, null])
  })
})

async function adpane(args: readonly string[], env: Record<string, string> = {}) {
  const child = start(args, env)
  const exit = once(child, 'exit')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code]: unknown[] = await exit
  return { stdout, stderr, code }
}

function start(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ['--conditions=@adpane/source', main, ...args], {
    env: { ...process.env, ...noMeta, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function startGraph(): Promise<{ url: string; close: () => Promise<unknown> }> {
  const server = createServer((_, response) => response.writeHead(400).end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => once(server.close(), 'close') }
}
