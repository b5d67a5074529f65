import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, reportDurationMs: 0 })
})
afterAll(() => sandbox.close())

const accountId = () => sandbox.accounts[0]?.id ?? ''

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '__defineGetter__'])(
  'knows no edge or field %s, though every object of the language does',
  async (name) => {
    const page = (await ask(sandbox, 'me/accounts')).body.data?.[0]
    const replies = await Promise.all([
      ask(sandbox, `${accountId()}/${name}`),
      ask(sandbox, accountId(), { fields: name }),
      ask(sandbox, `${accountId()}/ads`, { fields: `${name}{id}` }),
      ask(sandbox, String(page?.['id']), { fields: name }),
    ])

    expect(replies.map(({ body }) => body.error?.['code'])).toEqual([2500, 100, 100, 100])
  },
)

it('shows no part of a plain value that only the language knows', async () => {
  const { body } = await ask(sandbox, `${accountId()}/adcreatives`, {
    limit: '1',
    fields: 'object_story_spec{link_data{__proto__,constructor,link}}',
  })

  expect(JSON.stringify(body.data?.[0]?.['object_story_spec'])).toMatch(/^\{"link_data":\{"link":"https[^{}]+"\}\}$/)
})

it.each([
  [{ field: 'name', operator: 'CONTAIN', value: { toString: 1 } }],
  [{ field: 'name', operator: 'IN', value: [[{ toString: 1 }]] }],
  [{ field: 'name', operator: { toString: 1 }, value: 'x' }],
])('compares nothing with %j', async (filter) => {
  const { status, body } = await ask(sandbox, `${accountId()}/ads`, { filtering: JSON.stringify([filter]) })

  expect([status, body.error?.['code']]).toEqual([400, 100])
})

it('takes no deeper nesting by fields() than by braces', async () => {
  const fields = `${'campaign.fields('.repeat(5000)}id${')'.repeat(5000)}`
  const { status, body } = await ask(sandbox, 'me', { method: 'GET', fields }, { method: 'POST' })

  expect([status, body.error?.['code']]).toEqual([400, 2500])
})

it('gives up on an expansion that comes to billions of rows', async () => {
  const fields = `${'ads.limit(1000){campaign{'.repeat(5)}ads.limit(1000){id}${'}}'.repeat(5)}`
  const { status, body } = await ask(sandbox, accountId(), { fields })

  expect([status, body.error]).toEqual([
    500,
    expect.objectContaining({
      code: 1,
      message: expect.stringContaining('Please reduce the amount of data') as string,
    }),
  ])
})

it('gives up on one node with hundreds of insights', async () => {
  const fields = Array.from({ length: 300 }, (_, index) => `insights.as(a${index}){spend}`).join(',')
  const { status, body } = await ask(sandbox, accountId(), { fields })

  expect([status, body.error?.['code']]).toEqual([500, 1])
})

it('keeps its headers short, however many values would have been right', async () => {
  const { headers, text } = await ask(sandbox, `${accountId()}/ads_volume`, { recommendation_type: 'x' })

  expect(text.length).toBeGreaterThan(10_000)
  expect(headers.get('www-authenticate')?.length).toBeLessThan(2100)
})
