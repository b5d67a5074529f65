import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox
let account: string
let campaigns: string[]

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') })
  account = sandbox.accounts[0]?.id ?? ''
  const listed = await ask(sandbox, `${account}/campaigns`, { limit: '3' })
  campaigns = (listed.body.data ?? []).map(({ id }) => String(id))
})

afterAll(() => sandbox.close())

async function label(name: string): Promise<string> {
  const made = await ask(sandbox, `${account}/adlabels`, { name }, { method: 'POST' })
  return String(made.body['id'])
}

async function attach(object: string, ...labels: string[]): Promise<void> {
  const adlabels = JSON.stringify(labels.map((id) => ({ id })))
  await ask(sandbox, `${object}/adlabels`, { adlabels }, { method: 'POST' })
}

async function idsOf(path: string, params: Record<string, string> = {}): Promise<unknown[] | undefined> {
  return (await ask(sandbox, path, params)).body.data?.map(({ id }) => id)
}

it('is made, read, renamed and deleted', async () => {
  const id = await label('Q4')
  expect((await ask(sandbox, id, { fields: 'name,account{id},created_time' })).body).toEqual({
    name: 'Q4',
    account: { id: account },
    created_time: '2026-11-23T07:00:00-0500',
    id,
  })
  expect((await ask(sandbox, id, { name: 'Q4 sale' }, { method: 'POST' })).body).toEqual({ success: true })
  expect(await idsOf(`${account}/adlabels`)).toContain(id)
  await ask(sandbox, id, { method: 'delete' }, { method: 'POST' })
  expect(await idsOf(`${account}/adlabels`)).not.toContain(id)
})

it('finds objects by any or all of several labels', async () => {
  const [first = '', second = ''] = campaigns
  const [red, blue] = [await label('red'), await label('blue')]
  await attach(first, red, blue)
  await attach(second, red)
  const ad_label_ids = JSON.stringify([red, blue])
  expect(await idsOf(`${account}/campaignsbylabels`, { ad_label_ids })).toEqual([first, second])
  expect(await idsOf(`${account}/campaignsbylabels`, { ad_label_ids, operator: 'ANY' })).toEqual([first, second])
  expect(await idsOf(`${account}/campaignsbylabels`, { ad_label_ids, operator: 'ALL' })).toEqual([first])
  expect(await idsOf(`${blue}/campaigns`)).toEqual([first])
  expect(await idsOf(`${blue}/ads`)).toEqual([])
})

it('leaves the objects that carried it when it goes', async () => {
  const [, , third = ''] = campaigns
  const id = await label('short-lived')
  await attach(third, id)
  await ask(sandbox, id, { method: 'delete' }, { method: 'POST' })
  expect((await ask(sandbox, third, { fields: 'adlabels' })).body).toEqual({ id: third })
})

it('needs label ids, and knows two operators', async () => {
  const none = await ask(sandbox, `${account}/adsbylabels`)
  expect(none.body.error).toMatchObject({ message: '(#100) The parameter ad_label_ids is required' })
  const wrong = await ask(sandbox, `${account}/adsbylabels`, { ad_label_ids: '["1"]', operator: 'SOME' })
  expect(wrong.body.error).toMatchObject({ message: '(#100) Param operator must be one of {ALL, ANY} - got "SOME".' })
})
