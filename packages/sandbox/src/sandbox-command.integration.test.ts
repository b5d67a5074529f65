import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { startSandbox } from './index.ts'

const main = join(import.meta.dirname, 'main.ts')

function run(...args: string[]) {
  const child = spawn(process.execPath, ['--conditions=@adpane/source', main, ...args])
  return { child, stdout: text(child.stdout), stderr: text(child.stderr), ended: once(child, 'close') }
}

it('prints one JSON line when ready, serves, and ends cleanly when interrupted', async () => {
  const { child, stdout, ended } = run(
    '--port',
    '0',
    '--accounts',
    '3',
    '--ads',
    '6',
    '--seed',
    '9',
    '--now',
    '2026-11-23T09:00:00Z',
  )
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  const lines = (await stdout).trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  const ready: Record<string, unknown> = JSON.parse(lines[0] ?? '')
  expect(Object.keys(ready)).toEqual([
    'url',
    'version',
    'now',
    'appId',
    'appSecret',
    'accessToken',
    'accounts',
    'tenants',
  ])
  expect(ready).toMatchObject({ version: 'v25.0', now: expect.stringMatching(/^2026-11-23T09:00:0/) })
  expect(ready['accounts']).toHaveLength(3)
})

it('serves the control API, a tier and required proofs when asked to', async () => {
  const { child, ended } = run(
    '--port',
    '0',
    '--scale',
    'small',
    '--control',
    '--frozen',
    '--tier',
    'development',
    '--require-proof',
  )
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const ready: { url: string; controlUrl: string; accessToken: string } = JSON.parse(line.toString())
  const get = async (url: string) => (await fetch(url)).json() as Promise<Record<string, unknown>>
  expect(await get(`${ready.controlUrl}/info`)).toMatchObject({ accounts: 1 })
  expect(await get(`${ready.controlUrl}/clock`)).toMatchObject({ isFrozen: true })
  expect(await get(`${ready.controlUrl}/quotas`)).toMatchObject({ mode: 'development' })
  expect(await get(`${ready.url}/me?access_token=${ready.accessToken}`)).toMatchObject({
    error: { code: 100, message: expect.stringContaining('appsecret_proof') },
  })
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

it('names the option and the fix when the port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const { ended, stdout, stderr } = run('--port', port)
  expect(await ended).toEqual([1, null])
  expect(await stdout).toBe('')
  expect(await stderr).toBe(`--port ${port} is in use. Stop what is running there or choose another --port.\n`)
  taken.close()
})

it.each([
  [['--ads', 'many'], /--ads.*whole number/],
  [['--accounts', '0'], /^--accounts must be a whole number from 1 to 10000\.\n$/],
  [['--port', '-1'], /^--port must be a whole number from 0 to 65535\.\n$/],
  [['--host', '192.0.2.1'], /^--host 192\.0\.2\.1 is no address of this machine\. Leave it out/],
  [['--results', import.meta.dirname], /^--results \S+ is a folder\. Give the path of a CSV file\.\n$/],
  [['--port', '70000'], /^--port must be a whole number from 0 to 65535\.\n$/],
  [['--results', 'absent.csv'], /^--results absent\.csv cannot be read\./],
  [['--now', 'soon'], /--now.*ISO date/],
  [['--scale', 'tiny'], /^--scale must be one of small, medium, large, huge\.\n$/],
  [['--scale', 'large', '--ads', '3'], /^--scale stands for --accounts and --ads\./],
  [['--tier', 'gold'], /^--tier must be one of lenient, development, standard\.\n$/],
  [['--redirect-uri', 'localhost'], /^--redirect-uri must be an http or https address/],
])('refuses %s in one sentence', async (args, message) => {
  const { ended, stderr } = run('--port', '0', ...args)
  expect(await ended).toEqual([1, null])
  const said = await stderr
  expect(said).toMatch(message)
  expect(said.trimEnd().split('\n')).toHaveLength(1)
})

it('points to the help when it does not know an option', async () => {
  const { ended, stderr } = run('--prot', '0')
  expect(await ended).toEqual([1, null])
  expect(await stderr).toBe("error: unknown option '--prot'\n(Did you mean --port?)\nSee --help for all options.\n")
})

it('announces an address that can be called, and warns once, when it listens on every network', async () => {
  const { child, ended, stderr } = run('--port', '0', '--host', '0.0.0.0', '--scale', 'small')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url, accessToken }: { url: string; accessToken: string } = JSON.parse(line.toString())
  expect(url).toMatch(/^http:\/\/localhost:\d+$/)
  expect((await fetch(`${url}/me?access_token=${accessToken}`)).status).toBe(200)
  child.kill('SIGTERM')
  await ended
  expect(await stderr).toBe(
    '--host 0.0.0.0 opens the sandbox to the network: whoever reaches it can ask it. Its tokens follow from the seed.\n',
  )
})

it('starts with any number of accounts, spread over tenants that each own some', async () => {
  for (const accounts of [1, 2, 3, 5, 30]) {
    const sandbox = await startSandbox({ port: 0, accounts, ads: 2 })
    expect(sandbox.accounts).toHaveLength(accounts)
    expect(sandbox.tenants.every((tenant) => tenant.accounts.length > 0)).toBe(true)
    expect(sandbox.tenants.length).toBeGreaterThanOrEqual(Math.min(2, accounts))
    await sandbox.close()
  }
})
