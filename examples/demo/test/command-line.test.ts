import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'

it('prints exactly one line of JSON, answers, and ends on SIGTERM', async () => {
  const demo = startCommand(['--json', '--port', '0'])
  const line = await firstLine(demo)
  const announcement = JSON.parse(line) as Announcement

  expect(Object.keys(announcement)).toEqual(['url', 'endpoint', 'now', 'tenants', 'sandbox'])
  expect(Object.keys(announcement.sandbox)).toEqual(['url', 'version', 'appId', 'appSecret', 'accessToken'])
  expect(announcement.tenants).toHaveLength(2)
  expect(await (await fetch(announcement.url)).text()).toContain('Harborline')
  expect(await (await fetch(new URL('/tenants', announcement.url))).json()).toEqual(announcement.tenants)

  const rest = text(demo.stdout)
  demo.kill('SIGTERM')
  const [code] = (await once(demo, 'exit')) as [number]
  expect(code).toBe(0)
  expect(await rest).toBe('')
  await expect(fetch(announcement.sandbox.url)).rejects.toThrow('fetch failed')
})

it('says in one sentence that its port is busy', async () => {
  const port = await busyPort()
  const { code, stdout, stderr } = await finish(startCommand([], { PORT: String(port) }))

  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toBe(
    `Port ${port} is already in use. Stop what runs there, or choose another one: --port ${port + 1}\n`,
  )
})

it('names the variables that are missing to run against Meta', async () => {
  const { code, stderr } = await finish(startCommand([], { META_ACCESS_TOKEN: 'a-token-nobody-should-see' }))

  expect(code).toBe(1)
  expect(stderr).toContain('META_APP_ID and META_APP_SECRET')
  expect(stderr).not.toContain('a-token-nobody-should-see')
})

it('says in one sentence that a results file is not there', async () => {
  const { code, stderr } = await finish(startCommand(['--results', 'no-such-file.csv', '--port', '0']))

  expect(code).toBe(1)
  expect(stderr.trim().split('\n').at(-1)).toContain('no-such-file.csv cannot be read')
  expect(stderr).not.toMatch(/^\s+at /m)
})

interface Announcement {
  url: string
  tenants: { id: string; name: string }[]
  sandbox: { url: string }
}

type Command = ChildProcessByStdio<null, Readable, Readable>

function startCommand(args: readonly string[], env: Record<string, string> = {}): Command {
  const main = join(import.meta.dirname, '../server/main.ts')
  const {
    META_ACCESS_TOKEN: _token,
    META_APP_ID: _id,
    META_APP_SECRET: _secret,
    PORT: _port,
    ...inherited
  } = process.env
  const demo = spawn(process.execPath, ['--conditions=@adpane/source', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...env },
  })
  onTestFinished(() => void demo.kill('SIGKILL'))
  return demo
}

/** The first line of standard output; rejects when the command ends without one. */
async function firstLine(demo: Command): Promise<string> {
  let read = ''
  for await (const chunk of demo.stdout.iterator({ destroyOnReturn: false })) {
    read += String(chunk)
    if (read.endsWith('\n')) return read.trimEnd()
  }
  throw new Error(`The demo ended without a line: ${await text(demo.stderr)}`)
}

async function finish(demo: Command) {
  const [stdout, stderr, [code]] = await Promise.all([
    text(demo.stdout),
    text(demo.stderr),
    once(demo, 'exit') as Promise<[number]>,
  ])
  return { code, stdout, stderr }
}

/** A port another program holds for as long as the test runs. */
async function busyPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}
