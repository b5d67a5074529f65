import { AdAccount as SdkAdAccount, FacebookAdsApi, FacebookAdsApiBatch } from 'facebook-nodejs-business-sdk'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aGraphClient, aGraphServer, collect, failureOf, type SeenCall } from './a-graph-server.ts'
import type { BatchOperation } from './batch/batch-operation.ts'

// Each trap twice: the bare SDK falls in, our client does not. See also sdk-traps.test.ts.

const name = 'Salt & pepper + 50 % = #1'

describe('names in a batch', () => {
  it('bare: are cut to pieces, since nothing is encoded', async () => {
    const meta = await aGraphServer(() => ({ json: [fine('1')] }))
    const batch = new FacebookAdsApiBatch(aBareSdk(meta.origin))
    batch.add('POST', ['act_1', 'campaigns'], { name })
    await batch.execute()
    expect(sentName(meta.calls[0])).toBe('Salt ')
  })

  it('ours: arrive as they are', async () => {
    const meta = await aGraphServer(() => ({ json: [fine('1'), fine('2')] }))
    const create = (): BatchOperation => ({ method: 'POST', path: 'act_1/campaigns', params: { name } })
    await aGraphClient(meta.origin).withToken('T').batch([create(), create()])
    expect(sentName(meta.calls[0])).toBe(name)
  })
})

describe('75 operations', () => {
  it('bare: go in one call, which Meta refuses whole', async () => {
    const meta = await aGraphServer(refusingMany)
    const batch = new FacebookAdsApiBatch(aBareSdk(meta.origin))
    for (let id = 1; id <= 75; id++) batch.add('GET', [String(id)], {})
    expect(await failureOf(Promise.resolve(batch.execute()))).toBeInstanceOf(Error)
    expect(meta.calls.map((call) => itemsOf(call).length)).toEqual([75])
  })

  it('ours: go in two', async () => {
    const meta = await aGraphServer(refusingMany)
    const outcomes = await aGraphClient(meta.origin)
      .withToken('T')
      .batch(Array.from({ length: 75 }, (_, index) => aRead(`${index + 1}`)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(meta.calls.map((call) => itemsOf(call).length)).toEqual([50, 25])
  })
})

describe('one odd slot', () => {
  const slots = [fine('1'), { code: 502, body: '<html>Bad gateway</html>' }, fine('3')]

  it('bare: loses what comes after it', async () => {
    const meta = await aGraphServer(() => ({ json: slots }))
    const batch = new FacebookAdsApiBatch(aBareSdk(meta.origin))
    const heard: string[] = []
    for (const id of ['1', '2', '3']) {
      const hear = () => heard.push(id)
      batch.add('GET', [id], {}, undefined, hear, hear)
    }
    expect(await failureOf(Promise.resolve(batch.execute()))).toBeInstanceOf(SyntaxError)
    expect(heard).toEqual(['1'])
  })

  it('ours: touches its own operation only', async () => {
    const meta = await aGraphServer((call) =>
      call.method === 'GET' ? { status: 502, text: '<html>' } : { json: slots },
    )
    const outcomes = await aGraphClient(meta.origin)
      .withToken('T')
      .batch([aRead('1'), aRead('2'), aRead('3')])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true])
  })
})

describe('a create that was left unanswered', () => {
  it('bare: is handed back to be sent again, though it may have been done', async () => {
    const meta = await aGraphServer(() => ({ json: [null] }))
    const batch = new FacebookAdsApiBatch(aBareSdk(meta.origin))
    batch.add('POST', ['act_1', 'campaigns'], { status: 'ACTIVE' })
    const again = await batch.execute()
    expect(again).toBeInstanceOf(FacebookAdsApiBatch)
    await (again as FacebookAdsApiBatch).execute()
    expect(meta.calls).toHaveLength(2)
  })

  it('ours: is told as unknown and sent once', async () => {
    const meta = await aGraphServer(() => ({ json: [null, fine('2')] }))
    const create = (): BatchOperation => ({ method: 'POST', path: 'act_1/campaigns', params: { status: 'ACTIVE' } })
    const [outcome] = await aGraphClient(meta.origin).withToken('T').batch([create(), create()])
    expect(outcome).toMatchObject({ ok: false, executed: 'unknown' })
    expect(meta.calls).toHaveLength(1)
  })
})

describe('uploads', () => {
  const bytes = new TextEncoder().encode('PICTURE')

  it('bare: leave with an empty body', async () => {
    const meta = await aGraphServer(() => ({ json: {} }))
    await aBareSdk(meta.origin).call('POST', ['act_1', 'adimages'], { name: 'x' }, { pic: bytes })
    expect(meta.calls[0]?.body).toBe('')
  })

  it('ours: carry the file, alone and in a batch', async () => {
    const meta = await aGraphServer((call) => ({ json: call.path === '/v25.0' ? [fine('1'), fine('2')] : { id: '1' } }))
    const files = { pic: { bytes, fileName: 'x.png' } }
    const upload = (): BatchOperation => ({ method: 'POST', path: 'act_1/adimages', files })
    const api = aGraphClient(meta.origin).withToken('T')
    await api.create('act_1/adimages', { name: 'x' }, { files })
    await api.batch([upload(), upload()])
    expect(meta.calls.map(({ body }) => body.split('PICTURE').length - 1)).toEqual([1, 2])
  })
})

describe('trouble of a moment', () => {
  it('bare: ends a read at once', async () => {
    const meta = await aGraphServer((_, count) => (count === 1 ? 'reset' : { json: { data: [] } }))
    const account = new SdkAdAccount('act_1', {}, undefined, aBareSdk(meta.origin))
    expect(await failureOf(account.get(['name']))).toBeInstanceOf(Error)
    expect(meta.calls).toHaveLength(1)
  })

  it('ours: is got over', async () => {
    const meta = await aGraphServer((_, count) => (count === 1 ? 'reset' : { json: { id: '1', name: 'x' } }))
    expect(await aGraphClient(meta.origin).withToken('T').readObject('1', ['name'])).toMatchObject({ name: 'x' })
  })
})

describe('rows', () => {
  const list = { json: { data: [{ id: '1' }] } }

  it("bare: each drags along the api, and an accessor for every field Meta's objects can have", async () => {
    const meta = await aGraphServer(() => list)
    const account = new SdkAdAccount('act_1', {}, undefined, aBareSdk(meta.origin))
    const [row] = (await account.getCampaigns(['id'], {})) as object[]
    expect(Object.getOwnPropertyNames(row).length).toBeGreaterThan(30)
  })

  it('ours: are what Meta sent', async () => {
    const meta = await aGraphServer(() => list)
    const [row] = await collect(
      aGraphClient(meta.origin)
        .withToken('T')
        .listCampaigns('act_1', { fields: ['id'] }),
    )
    expect(Object.getOwnPropertyNames(row)).toEqual(['id'])
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
  })
})

interface Item {
  relative_url: string
  body?: string
}

/** The bare SDK posts JSON, ours a form. */
function itemsOf(call: SeenCall | undefined): readonly Item[] {
  const text = call?.params.get('batch')
  const sent = (text === undefined || text === null ? JSON.parse(call?.body ?? '').batch : JSON.parse(text)) as Item[]
  return sent
}

function sentName(call: SeenCall | undefined): string | null {
  return new URLSearchParams(itemsOf(call)[0]?.body).get('name')
}

function refusingMany(call: SeenCall) {
  const items = itemsOf(call)
  if (items.length <= 50) return { json: items.map(({ relative_url: url }) => fine(url)) }
  const message = 'Too many requests in batch message. Maximum batch size is 50'
  return { status: 400, json: { error: { message, type: 'GraphBatchException' } } }
}

function fine(id: string) {
  return { code: 200, body: JSON.stringify({ id }) }
}

function aRead(id: string): BatchOperation {
  return { method: 'GET', path: id }
}

/** Meta's own SDK, unmodified, talking to a test's server until the test ends. It has no option for its host. */
function aBareSdk(origin: string, token = 'T'): FacebookAdsApi {
  const real = FacebookAdsApi.GRAPH
  const point = (to: string) => Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => to, configurable: true })
  point(origin)
  onTestFinished(() => void point(real))
  return new FacebookAdsApi(token, 'en_US', false)
}
