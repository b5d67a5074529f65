import { startSandbox } from '@adpane/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { createGovernor } from '../../governor/governor.ts'
import { memoryGovernorStorage } from '../../governor/memory-storage.ts'
import { collect } from '../a-graph-server.ts'
import { createGraphClient } from '../graph-client.ts'
import type { BatchOperation, BatchOutcome } from './batch-operation.ts'

it('carries 60 writes through Limited access, and Meta never has to refuse one', { timeout: 60_000 }, async () => {
  const { sandbox, api, accountId } = await aLimitedSandbox()
  // The first answer names the tier.
  await collect(api.listCampaigns(accountId, { fields: ['id'] }))
  let open = Array.from({ length: 60 }, (_, index) => aCampaign(accountId, `Governed ${index}`))
  let refusedByMeta = 0
  for (let round = 0; open.length > 0 && round < 100; round++) {
    const outcomes = await api.batch(open)
    refusedByMeta += outcomes.filter((outcome) => !outcome.ok && outcome.error.meta !== undefined).length
    open = open.filter((_, index) => outcomes[index]?.ok !== true)
    sandbox.control.clock.advance(Math.max(1000, ...outcomes.map(waitMs)))
  }
  expect(open).toEqual([])
  expect(refusedByMeta).toBe(0)
  sandbox.control.clock.advance(3_600_000)
  const names = (await collect(api.listCampaigns(accountId, { fields: ['name'] }))).map(({ name }) => name)
  expect(names.filter((name) => name?.startsWith('Governed'))).toHaveLength(60)
})

function waitMs(outcome: BatchOutcome): number {
  return outcome.ok ? 0 : (outcome.error.retryAfterMs ?? 0)
}

function aCampaign(accountId: string, name: string): BatchOperation {
  const params = {
    name,
    objective: 'OUTCOME_TRAFFIC',
    status: 'PAUSED',
    special_ad_categories: [],
    daily_budget: 2000,
    bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
  }
  return { method: 'POST', path: `${accountId}/campaigns`, params }
}

async function aLimitedSandbox() {
  const now = new Date('2026-03-15T12:00:00Z')
  const sandbox = await startSandbox({ port: 0, ads: 20, tier: 'development', isClockFrozen: true, now })
  onTestFinished(() => sandbox.close())
  const clock = { now: () => sandbox.control.clock.now() }
  const governor = createGovernor({ storage: memoryGovernorStorage({ clock }), clock })
  const { appId, appSecret, url: baseUrl } = sandbox
  const client = createGraphClient({ appId, appSecret, baseUrl, governor, sleep: async () => {} })
  const api = client.withToken(sandbox.accessToken, { tenantId: 'fieldnote', lane: 'interactive' })
  return { sandbox, api, accountId: sandbox.accounts[0]?.id ?? '' }
}
