import { expect, it } from 'vitest'
import { aGraphClient, aGraphServer } from '../a-graph-server.ts'

it('sends alone what only reads like a reference once it is written down', async () => {
  const meta = await aGraphServer(() => ({ json: { id: '1' } }))
  const name = { toJSON: () => '{result=x:$.id}' }
  await aGraphClient(meta.origin)
    .withToken('T')
    .batch([
      { method: 'POST', path: 'act_1/ads', params: { name } },
      { method: 'GET', path: '1' },
    ])
  expect(meta.calls.every(({ params }) => !params.has('batch'))).toBe(true)
})
