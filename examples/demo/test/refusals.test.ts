import { errorBodySchema } from '@adpane/contract/schemas'
import { expect } from 'playwright/test'
import { afterAll, beforeAll, it } from 'vitest'
import { type Demo, startDemo } from '../server/start-demo.ts'
import { closeBrowser, openPage } from './open-page.ts'

let demo: Demo
const written: string[] = []
const restores = [process.stdout, process.stderr].map((stream) => readAlong(stream, written))

beforeAll(async () => {
  demo = await startDemo({
    now: new Date('2026-11-23T19:05:00Z'),
    onProgress: (sentence) => process.stderr.write(`${sentence}\n`),
  })
})

afterAll(async () => {
  for (const restore of restores) restore()
  await closeBrowser()
  await demo.close()
})

it('answers 403 with the same body for another store’s account and for one that exists nowhere', async () => {
  const [mine, others] = await Promise.all(['fieldnote', 'kumo'].map((tenant) => openSession(tenant)))
  const othersAccount = (await accountsOf(others)).at(0) ?? ''
  const ask = (account: string) => get(`/accounts/${account}/insights?since=2026-11-01&until=2026-11-07`, mine)

  const answers = await Promise.all([ask(othersAccount), ask('act_999999999999999')])

  expect(answers.map(({ status }) => status)).toEqual([403, 403])
  const [existing, imagined] = answers.map(({ body }) => withoutRequestId(body))
  expect(existing).toEqual(imagined)
  expect(existing).toMatchObject({ error: { code: 'account_not_allowed' } })
})

it.each([
  ['since=2026-02-30&until=2026-03-01', 'since'],
  ['since=2026-11-07&until=2026-11-01', 'until'],
  ['since=2026-11-01&until=2026-11-07&metrics=spend,luck', 'metrics'],
  ['since=2026-11-01&until=2026-11-07&limit=0', 'limit'],
  ['since=2026-11-01&until=2026-11-07&colour=blue', 'colour'],
])('answers 422 to ?%s and names %s', async (query, field) => {
  const session = await openSession('fieldnote')
  const [account] = await accountsOf(session)
  const { status, body } = await get(`/accounts/${account}/insights?${query}`, session)

  expect(status).toBe(422)
  const { error } = errorBodySchema.parse(body)
  expect(error.code).toBe('invalid_request')
  expect(error.fields?.map((entry) => entry.field)).toContain(field)
})

it('answers 401 without a session and 404 for a store nobody has', async () => {
  expect((await get('/accounts')).status).toBe(401)
  const refused = await fetch(new URL('/ads-session', demo.url), { method: 'POST', body: '{"tenant":"nobody"}' })
  expect(refused.status).toBe(404)
})

it.each(['{broken', '"fieldnote"', 'null'])('signs no session for the body %s', async (body) => {
  const refused = await fetch(new URL('/ads-session', demo.url), { method: 'POST', body })
  expect(refused.status).toBe(400)
})

it('sends a policy that allows no inline code, no style tags and no frames', async () => {
  const policy = (await fetch(demo.url)).headers.get('content-security-policy') ?? ''

  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
})

it('keeps known numbers and says what failed, with a way to try again, when Meta cannot be reached', async () => {
  const { page, answers } = await openPage()
  await page.goto(demo.url)
  await expect(page.getByRole('table', { name: /^Campaigns, / })).toBeVisible()
  await demo.stopSandbox()

  // A range from before the store's first day: only Meta could say.
  await page.goto(new URL('/advertising?since=2026-03-01&until=2026-03-05', demo.url).href)

  const failures = page.getByRole('button', { name: 'Try again' })
  await expect(failures.first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('main')).toContainText('Your ads aren’t affected')
  await failures.first().click()
  await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible({ timeout: 60_000 })

  await page.goto(demo.url)
  await expect(page.getByRole('table', { name: /^Campaigns, / })).toBeVisible()
  await expectNoSecrets(await page.content(), (await Promise.all(answers)).join('\n'))
})

it('wrote no token, secret or stack trace into its logs', async () => {
  expect(written.join('')).toContain('Reading the ads of')
  await expectNoSecrets(written.join(''))
})

interface Answer {
  status: number
  body: unknown
}

async function openSession(tenant: string): Promise<string> {
  const response = await fetch(new URL('/ads-session', demo.url), { method: 'POST', body: JSON.stringify({ tenant }) })
  return ((await response.json()) as { token: string }).token
}

async function get(path: string, session?: string): Promise<Answer> {
  const headers = session === undefined ? {} : { authorization: `Bearer ${session}` }
  const response = await fetch(demo.endpoint + path, { headers })
  return { status: response.status, body: await response.json() }
}

async function accountsOf(session: string | undefined): Promise<string[]> {
  const { body } = await get('/accounts', session)
  return (body as { data: { id: string }[] }).data.map(({ id }) => id)
}

function withoutRequestId(body: unknown): unknown {
  const { error } = body as { error: Record<string, unknown> }
  return { error: { ...error, requestId: undefined } }
}

async function expectNoSecrets(...texts: string[]): Promise<void> {
  const { appSecret = '', accessToken = '' } = demo.sandbox ?? {}
  const text = texts.join('\n')
  // Each tenant's token starts like the developer's; the first letters are enough to find any of them.
  const secrets = [appSecret, accessToken, accessToken.slice(0, 8), 'appsecret_proof']
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
}

/** Remembers what is written to a stream, which still gets it; returns how to stop. */
function readAlong(stream: NodeJS.WriteStream, texts: string[]): () => void {
  const write = stream.write.bind(stream)
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    texts.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    return Reflect.apply(write, undefined, [chunk, ...rest]) as boolean
  }
  return () => {
    stream.write = write
  }
}
