import {
  APIRequest,
  Campaign,
  FacebookAdsApi,
  FacebookAdsApiBatch,
  type APIResponse,
} from 'facebook-nodejs-business-sdk'
import { expect, it } from 'vitest'
import type { Meta } from './meta.ts'
import { refusalOf } from './refusal.ts'
import { dataOf } from './rows.ts'

/** The SDK's batches, with the defects it has: they are the SDK's, and the sandbox answers what was really sent. */
export function batchFlows(meta: () => Meta): void {
  it('reads fifty objects in one batch, each with its callback', async () => {
    const ads = await meta().accountObject.getAds(['id'], { limit: 50 })
    const ids = ads.map(({ id }) => id as string)
    const { batch, seen, failed } = openBatch()
    for (const id of ids) add(batch, seen, failed, new APIRequest(id, 'GET', '').addFields(['name']))
    expect(await batch.execute()).toBeNull()
    expect(seen.map(idOf)).toEqual(ids)
    expect(failed).toEqual([])
  })

  it('lets one request of a batch fail and the others succeed', async () => {
    const campaign = await meta().campaign()
    const { batch, seen, failed } = openBatch()
    for (const id of [campaign.id, '123', campaign.id]) {
      add(batch, seen, failed, new APIRequest(id, 'GET', '').addFields(['name']))
    }
    await batch.execute()
    expect(seen).toHaveLength(2)
    const [failure] = failed
    expect(failure?.status).toBe(400)
    expect(failure?.error).toMatchObject({ status: 400, response: { error: { code: 100, error_subcode: 33 } } })
  })

  it('creates by batch, though the SDK names each request after its object', async () => {
    const { batch, seen, failed } = openBatch()
    for (const name of ['Batch one', 'Batch two']) add(batch, seen, failed, campaignRequest(meta(), name))
    expect(await batch.execute()).toBeNull()
    expect(failed).toEqual([])
    const names = await Promise.all(
      seen.map(async (reply) => dataOf(await new Campaign(idOf(reply)).get(['name']))['name']),
    )
    expect(names).toEqual(['Batch one', 'Batch two'])
  })

  it('reads a name up to its ampersand, since the SDK does not encode it', async () => {
    const { batch, seen, failed } = openBatch()
    add(batch, seen, failed, campaignRequest(meta(), 'Shoes & Socks'))
    await batch.execute()
    expect(await new Campaign(idOf(seen[0])).get(['name'])).toMatchObject({ name: 'Shoes' })
  })

  it('refers from one request of a batch to the result of another, by the name of its object', async () => {
    const { batch, seen, failed } = openBatch()
    add(batch, seen, failed, campaignRequest(meta(), 'referred'))
    batch.add('GET', '{result=referred:$.id}', { fields: 'name' }, undefined, (reply: APIResponse) => seen.push(reply))
    const again = await batch.execute()
    expect(failed).toEqual([])
    // The slot of a request that another one refers to is null on success, which the SDK takes for unanswered.
    expect(seen.map(({ body }) => body as unknown)).toEqual([{ name: 'referred', id: expect.any(String) }])
    expect(again).toMatchObject({ _batch: [{ name: 'referred' }] })
  })

  it('sends again what a batch left unanswered', async () => {
    await meta().control('POST', '/faults', { kind: 'null_entry', match: { path: meta().account }, count: 1 })
    const { batch, seen, failed } = openBatch()
    for (let index = 0; index < 2; index++) {
      add(batch, seen, failed, new APIRequest(meta().account, 'GET', '').addFields(['name']))
    }
    const again = (await batch.execute()) as FacebookAdsApiBatch
    expect(seen).toHaveLength(1)
    await again.execute()
    expect(seen).toHaveLength(2)
  })

  it('refuses more than fifty requests at once, which the SDK never splits', async () => {
    const { batch, seen, failed } = openBatch()
    for (let index = 0; index < 51; index++) add(batch, seen, failed, new APIRequest(meta().account, 'GET', ''))
    const refused = await refusalOf(batch.execute())
    expect(refused).toMatchObject({ status: 400, response: { type: 'GraphBatchException' } })
    expect(refused.message).toBe('Too many requests in batch message. Maximum batch size is 50')
  })

  it('refuses the upload in a batch whose file the SDK leaves behind', async () => {
    const { batch, seen, failed } = openBatch()
    const file = new URL(import.meta.url).pathname
    add(batch, seen, failed, new APIRequest(meta().account, 'POST', 'adimages').addFile(file))
    await batch.execute()
    expect(seen).toEqual([])
    expect(failed[0]?.body).toMatchObject({ error: { code: 100 } })
  })
}

interface OpenBatch {
  batch: FacebookAdsApiBatch
  seen: APIResponse[]
  failed: APIResponse[]
}

function openBatch(): OpenBatch {
  return { batch: new FacebookAdsApiBatch(FacebookAdsApi.getDefaultApi()), seen: [], failed: [] }
}

function add(batch: FacebookAdsApiBatch, seen: APIResponse[], failed: APIResponse[], request: APIRequest): void {
  batch.addRequest(
    request,
    (reply: APIResponse) => seen.push(reply),
    (reply: APIResponse) => failed.push(reply),
  )
}

function idOf(reply: APIResponse | undefined): string {
  return (reply?.body as { id: string } | undefined)?.id ?? ''
}

function campaignRequest({ account }: Meta, name: string): APIRequest {
  return new APIRequest(account, 'POST', 'campaigns').addParams({
    name,
    objective: 'OUTCOME_TRAFFIC',
    status: 'PAUSED',
    special_ad_categories: [],
    is_adset_budget_sharing_enabled: false,
  })
}
