import { expect, it } from 'vitest'
import { refusedLimit } from './refused-limit.ts'

const management = { adAccountId: 'act_1', useCase: 'ads_management' } as const
const unknown = { useCase: 'ads_management' } as const
const insights = { adAccountId: 'act_1', useCase: 'ads_insights' } as const

it.each([
  [{ code: 4, subcode: 1_504_022 }, insights, 'app:ads_insights'],
  [{ code: 4, subcode: 1_504_039 }, insights, 'app:ads_insights'],
  [{ code: 100, subcode: 1_504_022 }, insights, 'app:ads_insights'],
  [{ code: 4 }, management, 'app'],
  [{ code: 341 }, management, 'app'],
  [{ code: 17, subcode: 2_446_079 }, management, 'act_1:score'],
  [{ code: 17 }, insights, 'act_1:ads_insights'],
  [{ code: 613, subcode: 1_487_742 }, management, 'act_1:score'],
  [{ code: 613, subcode: 5_044_001 }, management, 'act_1:mutations'],
  [{ code: 613 }, management, 'act_1:ads_management'],
  [{ code: 613, subcode: 1996 }, management, 'act_1:ads_management'],
  [{ code: 32 }, management, 'act_1:ads_management'],
  [{ code: 80_000, subcode: 2_446_079 }, management, 'act_1:ads_insights'],
  [{ code: 80_003 }, management, 'act_1:custom_audience'],
  [{ code: 80_004 }, insights, 'act_1:ads_management'],
  [{ status: 429 }, management, 'act_1:ads_management'],
  [{ code: 17 }, { useCase: 'app' } as const, 'app'],
  [{ code: 4 }, unknown, 'app'],
  // Of an object whose account nobody knows: all other accounts go on.
  [{ code: 80_004 }, unknown, undefined],
  [{ code: 17 }, unknown, undefined],
  [{ status: 429 }, unknown, undefined],
  // About one object, or none of our quotas: the account goes on.
  [{ code: 17, subcode: 1_885_172 }, management, undefined],
  [{ code: 613, subcode: 1_487_632 }, management, undefined],
  [{ code: 613, subcode: 1_487_225 }, management, undefined],
  [{ code: 80_001 }, management, undefined],
  [{ code: 80_014 }, management, undefined],
  [{ code: 100 }, management, undefined],
  [{ status: 500 }, management, undefined],
])('finds for %j of %j the limit %s', (refusal, call, limit) => {
  expect(refusedLimit(call, refusal)).toBe(limit)
})
