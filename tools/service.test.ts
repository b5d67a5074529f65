import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import { postgresUrl, redisUrl } from './services.ts'

let temp: string

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'adpane-services-'))
  chmodSync(temp, 0o755)
  vi.stubEnv('TMPDIR', temp)
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('REDIS_URL', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(temp, { recursive: true, force: true })
})

describe('startPostgres', () => {
  it('brings a server that answers and leaves nothing behind', async () => {
    const { url, stop } = await startPostgres()
    expect(await askPostgres(url, 'select 6 * 7 as answer')).toEqual([{ answer: 42 }])

    await stop()
    await expect(askPostgres(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
    expect(readdirSync(temp)).toEqual([])
  })
})

describe('startRedis', () => {
  it('brings a server that answers and leaves nothing behind', async () => {
    const { url, stop } = await startRedis()
    expect(await pingRedis(url)).toBe('+PONG')

    await stop()
    await expect(pingRedis(url)).rejects.toThrow(/ECONNREFUSED/)
    expect(readdirSync(temp)).toEqual([])
  })

  it('ends with the process that started it, even when that is killed', async () => {
    const script = "const { startRedis } = await import('./redis.ts'); console.log((await startRedis()).url)"
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line]: Buffer[] = await once(owner.stdout, 'data')
    const url = String(line).trim()
    expect(await pingRedis(url)).toBe('+PONG')

    owner.kill('SIGKILL')
    await vi.waitFor(() => expect(readdirSync(temp)).toEqual([]), { timeout: 10_000 })
    await expect(pingRedis(url)).rejects.toThrow(/ECONNREFUSED/)
  })
})

describe('the services of a test run', () => {
  it('share one Redis', async () => {
    const [one, other] = await Promise.all([redisUrl(), redisUrl()])
    expect(one).toBe(other)
    expect(await pingRedis(one)).toBe('+PONG')
  })

  it('hand out an empty database to everyone who asks', async () => {
    const [one, other] = await Promise.all([postgresUrl(), postgresUrl()])
    await askPostgres(one, 'create table mine (id int)')
    expect(await askPostgres(other, "select to_regclass('mine') as found")).toEqual([{ found: null }])
  })
})

async function askPostgres(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function pingRedis(url: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  try {
    socket.write('PING\r\n')
    const [answer]: Buffer[] = await once(socket, 'data')
    return String(answer).trim()
  } finally {
    socket.destroy()
  }
}
