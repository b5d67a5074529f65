import { expect, it } from 'vitest'
import { adSetRules } from '../objects/ad-set-rules.ts'
import { firstRefusal } from '../objects/draft.ts'
import { createWorld } from './create-world.ts'

it('plans ad sets that a call could make as well', () => {
  const start = new Date('2026-11-23T12:00:00Z')
  const { accounts } = createWorld({ seed: 7, accounts: 4, ads: 160, start })
  for (const account of accounts) {
    for (const { campaign, values } of account.objects().all('AdSet')) {
      // What newer versions ask besides is not in old ad sets either; ended ones were fine when they began.
      const targeting = { ...Object(values['targeting']), targeting_automation: { advantage_audience: 0 } }
      const payer = { dsa_beneficiary: 'A', dsa_payor: 'A' }
      const draft = { values: { ...values, targeting, ...payer, start_time: undefined, end_time: undefined }, sent: {} }
      const scene = { account, version: 25, nowMs: start.getTime(), campaign: campaign.values, siblings: [] }
      const refusal = firstRefusal(adSetRules, { ...scene, ...draft })
      const isSound = refusal === undefined || refusal.fields.userTitle === 'End Date Required'
      expect([values.name, isSound, refusal?.fields.userTitle]).toEqual([values.name, true, refusal?.fields.userTitle])
    }
  }
})
