import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let live: Sandbox
let plain: Sandbox

beforeAll(async () => {
  const options = { port: 0, seed: 7, ads: 4, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') }
  live = await startSandbox({ ...options, control: true })
  plain = await startSandbox({ ...options, accounts: 40 })
})

afterAll(async () => {
  await live.close()
  await plain.close()
})

async function page(sandbox: Sandbox, path = '/', headers: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.url}${path}`, { headers: { accept: 'text/html,*/*', ...headers } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

it('is for people: Graph clients get Graph', async () => {
  expect((await page(plain)).headers.get('content-type')).toBe('text/html; charset=utf-8')
  const graph = await fetch(`${plain.url}/`, { headers: { accept: '*/*' } })
  expect(graph.headers.get('content-type')).toMatch(/json/)
  expect((await page(plain, '/?ids=act_1')).headers.get('content-type')).toMatch(/json/)
})

it('says that everything is invented, and shows accounts and their number', async () => {
  const { text } = await page(plain)
  expect(text).toContain('Invented data')
  expect(text).toContain(plain.accounts[0]?.name)
  expect(text).toMatch(/and 28 more/)
})

it('holds no secret until asked, and never one for a foreign host name', async () => {
  const secrets = [plain.accessToken, plain.appSecret, ...plain.tenants.map(({ accessToken }) => accessToken)]
  const without = await page(plain)
  for (const secret of secrets) expect(without.text).not.toContain(secret)
  const shown = await page(plain, '/?tokens=shown')
  for (const secret of secrets) expect(shown.text).toContain(secret)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  const foreign = await textFor(plain, '/?tokens=shown', 'evil.example')
  expect(foreign).toContain('Invented data')
  for (const secret of secrets) expect(foreign).not.toContain(secret)
})

/** Node's own client, since fetch sets the host itself. */
function textFor(sandbox: Sandbox, path: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(`${sandbox.url}${path}`, { headers: { host, accept: 'text/html' } }, (response) => {
      textOf(response).then(resolve, reject)
    })
    call.on('error', reject).end()
  })
}

it('shows requests, faults and quotas without what clients sent', async () => {
  live.control.faults.add({ fault: { kind: 'truncated' }, match: { path: '<b>*/ads' }, count: 3 })
  await ask(live, `${live.accounts[0]?.id}/campaigns`, { limit: '3', access_token: live.accessToken })
  await ask(live, '<script>alert(1)</script>')
  const { text } = await page(live)
  expect(text).toContain(`/v25.0/${live.accounts[0]?.id}/campaigns`)
  expect(text).toContain('Body cut short')
  expect(text).toContain('&lt;b&gt;*/ads')
  expect(text).not.toContain('<script>alert')
  expect(text).not.toContain('access_token=EAA')
})

it('shows a reply that was cut as a failure, though its status was 200', async () => {
  live.control.faults.add({ fault: { kind: 'truncated' }, match: { path: 'me' }, count: 1 })
  await expect(ask(live, 'me')).rejects.toThrow('terminated')
  const { text } = await page(live)
  expect(text).toMatch(/<span class="dot neg"><\/span>200, cut/)
  expect(text).toMatch(/of the last thousand failed/)
})

it('is static without the control API, and says so', async () => {
  const { text } = await page(plain)
  expect(text).toContain('This page is static')
  expect(text).toContain('As of loading this page')
  expect(text).not.toContain('Make it fail')
  expect(text).not.toContain('data-fault-form>')
  expect((await page(live)).text).toContain('data-control="/__sandbox"')
})

it('gives its live parts by the control API', async () => {
  const response = await fetch(`${live.url}/__sandbox/page`)
  const { parts } = (await response.json()) as { parts: Record<string, string> }
  expect(Object.keys(parts)).toEqual(['summary', 'requests', 'faults', 'quotas'])
  const whole = (await page(live)).text
  for (const name of Object.keys(parts)) expect(whole).toContain(`data-part="${name}"`)
})

it('runs its own style and script and nothing else', async () => {
  const { headers, text } = await page(live)
  const policy = headers.get('content-security-policy') ?? ''
  for (const tag of ['style', 'script']) {
    const source = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text)?.[1] ?? ''
    expect(policy).toContain(`'sha256-${createHash('sha256').update(source).digest('base64')}'`)
  }
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(text).not.toMatch(/ (style|on\w+)="/)
  expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
})
