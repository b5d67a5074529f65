import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox

beforeAll(async () => {
  const now = new Date('2026-11-23T15:00:00Z')
  sandbox = await startSandbox({ port: 0, seed: 7, now, isClockFrozen: true, reportDurationMs: 1000 })
})
afterAll(() => sandbox.close())

const accountId = () => sandbox.accounts[0]?.id ?? ''
const pass = () => sandbox.control.clock.advance(1000)
const post = (path: string, params: Record<string, string> = {}) => ask(sandbox, path, params, { method: 'POST' })
const remove = (path: string) => ask(sandbox, path, { method: 'delete' }, { method: 'POST' })

async function create(edge: string, params: Record<string, string>): Promise<string> {
  const { status, body } = await post(`${accountId()}/${edge}`, params)
  expect([status, body]).toEqual([200, { id: expect.stringMatching(/^\d+$/) }])
  return String(body['id'])
}

/** An ad set and a creative to make ads of. */
async function ingredients(): Promise<{ adset_id: string; creative: { creative_id: string } }> {
  const { body } = await ask(sandbox, `${accountId()}/ads`, {
    fields: 'adset{id},creative{id}',
    limit: '1',
    filtering: '[{"field":"effective_status","operator":"IN","value":["ACTIVE"]}]',
  })
  const [ad] = body.data as unknown as { adset: { id: string }; creative: { id: string } }[]
  return { adset_id: ad?.adset.id ?? '', creative: { creative_id: ad?.creative.id ?? '' } }
}

const counts =
  'total_count,initial_count,in_progress_count,success_count,error_count,canceled_count,notification_mode,notification_status'

describe('ads made asynchronously', () => {
  it('go from initial to success, and can be read where they were made', async () => {
    const parts = await ingredients()
    const specs = [
      { ...parts, name: 'Async one', status: 'PAUSED' },
      { name: 'No ad set', status: 'PAUSED' },
    ]
    const set = await create('asyncadrequestsets', { name: 'Mine', ad_specs: JSON.stringify(specs) })
    expect((await ask(sandbox, set)).body).toEqual({
      id: set,
      owner_id: accountId().slice(4),
      name: 'Mine',
      is_completed: false,
    })
    expect((await ask(sandbox, set, { fields: counts })).body).toEqual({
      id: set,
      total_count: 2,
      initial_count: 2,
      in_progress_count: 0,
      success_count: 0,
      error_count: 0,
      canceled_count: 0,
      notification_mode: 'OFF',
      notification_status: 'not_sent',
    })
    pass()
    expect((await ask(sandbox, set, { fields: `is_completed,${counts}` })).body).toMatchObject({
      is_completed: true,
      success_count: 1,
      error_count: 1,
    })
    const { body } = await ask(sandbox, `${set}/requests`, {
      fields: 'status,scope_object_id,result,input,async_request_set{name}',
    })
    const [made, failed] = body.data ?? []
    expect(made).toMatchObject({
      status: 'SUCCESS',
      scope_object_id: parts.adset_id,
      result: { id: expect.any(String) },
      input: { adgroup_spec: { name: 'Async one' } },
      async_request_set: { id: set, name: 'Mine' },
    })
    expect(failed).toMatchObject({ status: 'ERROR', result: { error_code: 100, error_message: expect.any(String) } })
    const { result }: { result?: { id: string } } = made ?? {}
    expect((await ask(sandbox, result?.id ?? '', { fields: 'name' })).body).toMatchObject({ name: 'Async one' })
    const filtered = await ask(sandbox, `${set}/requests`, { statuses: '["ERROR"]' })
    expect(filtered.body.data?.map(({ id }) => id)).toEqual([failed?.['id']])
    const ofAdSet = await ask(sandbox, `${parts.adset_id}/asyncadrequests`, { status: 'SUCCESS,ERROR' })
    expect(ofAdSet.body.data).toEqual([{ id: made?.['id'], scope_object_id: parts.adset_id, status: 'SUCCESS' }])
  })

  it('are listed by account and completion', async () => {
    const open = await create('asyncadrequestsets', { name: 'Open', ad_specs: '[{"name":"x"}]' })
    const list = async (is_completed: string) =>
      (await ask(sandbox, `${accountId()}/asyncadrequestsets`, { is_completed })).body.data?.map(({ id }) => id)
    expect(await list('0')).toEqual([open])
    expect(await list('1')).not.toContain(open)
    pass()
    expect(await list('0')).toEqual([])
    expect(await list('1')).toContain(open)
  })

  it('stop when cancelled before they start, one or all', async () => {
    const specs = JSON.stringify([{ name: 'a' }, { name: 'b' }, { name: 'c' }])
    const set = await create('asyncadrequestsets', { name: 'Stopped', ad_specs: specs })
    const { body } = await ask(sandbox, `${set}/requests`)
    expect((await remove(String(body.data?.[0]?.['id']))).body).toEqual({ success: true })
    expect((await ask(sandbox, set, { fields: counts })).body).toMatchObject({ canceled_count: 1, initial_count: 2 })
    expect((await remove(set)).body).toEqual({ success: true })
    pass()
    expect((await ask(sandbox, set, { fields: `is_completed,${counts}` })).body).toMatchObject({
      is_completed: true,
      canceled_count: 3,
      error_count: 0,
    })
  })

  it('are hidden from callers who may not see the account', async () => {
    const set = await create('asyncadrequestsets', { name: 'Hidden', ad_specs: '[{"name":"x"}]' })
    const token = sandbox.tenants.find(({ accounts }) => !accounts.includes(accountId()))?.accessToken ?? ''
    expect((await ask(sandbox, set, {}, { token })).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  })

  it.each([
    [{ name: 'x' }, /ad_specs is required/],
    [{ ad_specs: '[{}]' }, /name is required/],
    [{ name: 'x', ad_specs: '[]' }, /ad_specs is required/],
    [{ name: 'x', ad_specs: '[{}]', notification_mode: 'SOMETIMES' }, /must be one of \{OFF, ON_COMPLETE\}/],
  ])('are refused at once with %j', async (params, message) => {
    const { status, body } = await post(`${accountId()}/asyncadrequestsets`, params)
    expect([status, body.error?.['code'], body.error?.['message']]).toEqual([400, 100, expect.stringMatching(message)])
  })
})

describe('the notification of a set', () => {
  it('is posted once, to this machine only', async () => {
    const received: unknown[] = []
    const arrived = Promise.withResolvers<void>()
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => received.push(JSON.parse(text)))
      request.on('end', () => {
        response.end('thanks')
        arrived.resolve()
      })
    }).listen(0, '127.0.0.1')
    const uri = await new Promise<string>((resolve) => {
      server.on('listening', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/done`))
    })
    const params = { name: 'Told', ad_specs: '[{"name":"x"}]', notification_mode: '1', notification_uri: uri }
    const set = await create('asyncadrequestsets', params)
    expect((await post(set, { name: 'Renamed' })).body).toEqual({ success: true })
    pass()
    await ask(sandbox, set)
    await arrived.promise
    expect(received).toEqual([{ id: set }])
    await expect
      .poll(async () => (await ask(sandbox, set, { fields: 'name,notification_status,notification_result' })).body)
      .toEqual({
        id: set,
        name: 'Renamed',
        notification_status: 'sent',
        notification_result: { status: 200, response: 'thanks' },
      })
    expect((await post(set, { notification_uri: uri })).body.error).toMatchObject({ code: 100 })
    expect((await post(set, { name: 'Renamed again' })).body).toEqual({ success: true })
    server.close()
  })

  it('goes nowhere else, and says so to who asks with debug', async () => {
    const reply = await post(`${accountId()}/asyncadrequestsets`, {
      name: 'Elsewhere',
      ad_specs: '[{"name":"x"}]',
      notification_mode: 'ON_COMPLETE',
      notification_uri: 'https://hooks.example.com/done',
      debug: 'all',
    })
    expect(JSON.stringify(reply.body['__debug__'])).toContain('addresses of this machine only')
    pass()
    const { body } = await ask(sandbox, String(reply.body['id']), { fields: 'is_completed,notification_status' })
    expect(body).toMatchObject({ is_completed: true, notification_status: 'not_sent' })
  })
})

describe('other asynchronous requests', () => {
  it('make a creative', async () => {
    const spec = JSON.stringify({ name: 'Async creative', object_story_id: '104200000000000_1' })
    const set = await create('asyncadcreatives', { name: 'One creative', creative_spec: spec })
    pass()
    const { body } = await ask(sandbox, `${set}/requests`, { fields: 'status,result,scope_object_id' })
    expect(body.data).toEqual([expect.objectContaining({ scope_object_id: accountId().slice(4), status: 'SUCCESS' })])
    const list = await ask(sandbox, `${accountId()}/asyncadcreatives`)
    expect(list.body.data?.map(({ id }) => id)).toEqual([set])
  })

  it('run a batch whose items use each other, encoded once or twice', async () => {
    const campaign =
      'name=Async%20campaign&objective=OUTCOME_TRAFFIC&status=PAUSED&special_ad_categories=%5B%5D&daily_budget=5000'
    const adbatch = [
      { name: 'c', relative_url: `${accountId()}/campaigns`, body: campaign },
      { name: 'rename', relative_url: '{result=c:$.id}', body: encodeURIComponent('name=Renamed by a batch') },
      { name: 'bad', relative_url: `${accountId()}/campaigns`, body: 'name=x' },
      { name: 'after', relative_url: '{result=bad:$.id}', body: 'name=y' },
    ]
    const set = await create('async_batch_requests', { name: 'Chain', adbatch: JSON.stringify(adbatch) })
    pass()
    const { body } = await ask(sandbox, `${set}/requests`, { fields: 'status,result,type' })
    expect(body.data?.map(({ status }) => status)).toEqual(['SUCCESS', 'SUCCESS', 'ERROR', 'ERROR_DEPENDENCY'])
    const { result }: { result?: { id: string } } = body.data?.[0] ?? {}
    expect((await ask(sandbox, result?.id ?? '', { fields: 'name' })).body).toMatchObject({
      name: 'Renamed by a batch',
    })
    const listed = await ask(sandbox, `${accountId()}/async_requests`, { type: 'BATCH_API', status: 'FINISHED' })
    expect(listed.body.data).toEqual([expect.objectContaining({ id: set, is_completed: true, status: 2, type: 1 })])
  })

  it.each([
    [[{ name: 'a', relative_url: 'x' }], /adbatch\[0\]\[body\] is required/],
    [[{ name: 'a', relative_url: 'x', body: 'y=1', method: 'POST' }], /invalid key: method/],
    [[{ name: 'a', relative_url: '{result=b:$.id}', body: 'y=1' }], /cannot depend on an {2}unresolved/],
  ])('refuse a batch with %j', async (adbatch, message) => {
    const params = { name: 'x', adbatch: JSON.stringify(adbatch) }
    const { status, body } = await post(`${accountId()}/async_batch_requests`, params)
    expect([status, body.error?.['message']]).toEqual([400, expect.stringMatching(message)])
  })
})
