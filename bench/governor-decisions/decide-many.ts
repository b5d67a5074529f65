import { createGovernor, memoryGovernorStorage, redisGovernorStorage, type GovernorStorage } from '@adpane/core'
import { startRedis } from '@adpane/tools/redis'
import { Redis } from 'ioredis'
import type { DecisionRates } from './governor-decisions.ts'

const accounts = 1000
const seconds = 3

const service = await startRedis()
const redis = new Redis(service.url)
const inProcess = await rateOf(memoryGovernorStorage(), 1)
// A server with many requests under way: Redis gets its commands in pipelines then.
const onRedis = await rateOf(
  redisGovernorStorage(redis, { prefix: `bench-${process.pid}`, commandTimeoutMs: 5000 }),
  64,
)
redis.disconnect()
await service.stop()
const rates: DecisionRates = { inProcess, onRedis }
process.send?.(rates)
process.disconnect?.()

async function rateOf(storage: GovernorStorage, atOnce: number): Promise<number> {
  const governor = createGovernor({ storage, assumedAppCallsPerHour: 1e9, assumedCallsPerHour: 1e9 })
  let decided = 0
  const decideUntil = async (endsAt: number): Promise<void> => {
    while (performance.now() < endsAt) {
      const permit = await governor.admit({
        appId: '1',
        tenantId: `t${decided % 200}`,
        adAccountId: `act_${decided % accounts}`,
        useCase: 'ads_insights',
        kind: 'read',
        calls: 1,
        lane: 'background',
      })
      permit.settle({
        status: 200,
        usage: { app: { call_count: 1 }, insights: { app_id_util_pct: 1, acc_id_util_pct: 1 } },
      })
      decided++
    }
  }
  // What is measured is compiled and has its records.
  await Promise.all(Array.from({ length: atOnce }, () => decideUntil(performance.now() + 1000)))
  decided = 0
  await Promise.all(Array.from({ length: atOnce }, () => decideUntil(performance.now() + seconds * 1000)))
  return decided / seconds
}
