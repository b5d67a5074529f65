import { expect, it } from 'vitest'
import { createGovernor, type Governor } from '../governor/governor.ts'
import { memoryGovernorStorage } from '../governor/memory-storage.ts'
import { aGraphClient, aGraphServer, failureOf } from './a-graph-server.ts'
import type { GraphClientOptions } from './graph-client.ts'

it('takes nothing for a call that cannot be written down', async () => {
  const { governor, client } = await aGovernedClient()
  const failure = await failureOf(client.withToken('T').create('act_1/ads', { budget: 1n }))
  expect(failure).toBeInstanceOf(TypeError)
  expect((await governor.usage('1')).app).toEqual([])
})

it('does not take the hurry of one tenant for trouble of Meta, which would stop all others', async () => {
  const { governor, client } = await aGovernedClient()
  const hasty = client.withToken('T', { tenantId: 'hasty', lane: 'interactive' })
  for (let call = 0; call < 31; call++) await failureOf(hasty.listAds(`act_${call}`, { deadlineMs: 15 }))
  expect((await governor.usage('1')).app).toMatchObject([{ circuit: 'closed' }])
})

it('sends nothing, and says so, when the governor took all the time there was', async () => {
  let now = 0
  const { governor, client } = await aGovernedClient({ clock: { now: () => new Date(now) } })
  const admit = governor.admit.bind(governor)
  governor.admit = (call) => {
    now += 200
    return admit(call)
  }
  const failure = await failureOf(client.withToken('T').create('act_1/ads', {}, { deadlineMs: 100 }))
  expect(failure).toMatchObject({ code: 'meta_unreachable', executed: 'no' })
  expect((await governor.usage('1')).app).toMatchObject([{ taken: 0 }])
})

/** Over a server that never answers. */
async function aGovernedClient(options: Partial<GraphClientOptions> = {}) {
  const meta = await aGraphServer(() => 'silence')
  const governor: Governor = createGovernor({ storage: memoryGovernorStorage() })
  return { governor, client: aGraphClient(meta.origin, { ...options, governor }) }
}
