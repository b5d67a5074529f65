import { expect, it } from 'vitest'
import { campaignRules } from './campaign-rules.ts'
import { firstRefusal } from './draft.ts'
import { anAccount, aScene } from './drafts.testing.ts'

const account = anAccount()
const sound = { name: 'Spring', objective: 'OUTCOME_SALES', buying_type: 'AUCTION', special_ad_categories: [] }

function subcodeOf(
  version: number,
  values: Record<string, unknown>,
  before?: Record<string, unknown>,
): number | undefined {
  const sent = { ...values }
  const draft = { ...aScene(account, version), sent, values: { ...before, ...values }, ...(before ? { before } : {}) }
  return firstRefusal(campaignRules, draft)?.fields.subcode
}

it('asks about shared budgets from v24.0 on', () => {
  expect(subcodeOf(23, sound)).toBeUndefined()
  expect(subcodeOf(24, sound)).toBe(4834011)
  expect(subcodeOf(24, { ...sound, is_adset_budget_sharing_enabled: false })).toBeUndefined()
  expect(subcodeOf(24, { ...sound, daily_budget: '5000' })).toBeUndefined()
})

it('lets an old campaign keep its legacy objective', () => {
  const before = { ...sound, objective: 'CONVERSIONS' }
  expect(
    firstRefusal(campaignRules, { ...aScene(account), sent: { objective: 'CONVERSIONS' }, values: before, before }),
  ).toBeUndefined()
  expect(firstRefusal(campaignRules, { ...aScene(account, 23), sent: before, values: before })?.message).toContain(
    'CONVERSIONS',
  )
})
