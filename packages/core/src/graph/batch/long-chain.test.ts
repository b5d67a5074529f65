import { expect, it } from 'vitest'
import { aGraphClient, aGraphServer } from '../a-graph-server.ts'
import type { BatchOperation } from './batch-operation.ts'
import { reference } from './reference.ts'

it('says once why a long chain was not done, not once more at every step of it', async () => {
  const refusal = { code: 400, body: '{"error":{"code":100,"message":"no"}}' }
  const meta = await aGraphServer(() => ({ json: [refusal] }))
  const chain: BatchOperation[] = [{ method: 'POST', path: 'act_1/campaigns' }]
  while (chain.length < 200) {
    const [parent] = chain.slice(-1)
    if (parent) chain.push({ method: 'POST', path: 'act_1/copies', params: { of: reference(parent) } })
  }
  const outcomes = await aGraphClient(meta.origin).withToken('T').batch(chain)
  const last = outcomes.at(-1)
  expect(last).toMatchObject({ ok: false, executed: 'no', error: { code: 'meta_rejected' } })
  expect(last?.ok === false && last.error.message.length).toBeLessThan(200)
})
