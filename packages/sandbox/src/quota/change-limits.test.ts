import { describe, expect, it } from 'vitest'
import { createChangeLimits } from './change-limits.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

describe('limits on changes', () => {
  it('lets a spend cap change ten times a day', () => {
    const changes = createChangeLimits()
    for (let change = 0; change < 10; change++) changes.count('account_spend_cap', 'act_1', change * hourMs)
    const refused = { fields: { code: 17, subcode: 1885172 } }
    expect(changes.refusal('account_spend_cap', 'act_1', 24 * hourMs - 1)).toMatchObject(refused)
    expect(() => changes.count('account_spend_cap', 'act_1', 24 * hourMs - 1)).toThrow(/10 times per day/)
    expect(changes.refusal('account_spend_cap', 'act_2', 24 * hourMs - 1)).toBeUndefined()
    changes.count('account_spend_cap', 'act_1', 24 * hourMs)
  })

  it('closes an ad set budget for an hour after four changes within one', () => {
    const changes = createChangeLimits()
    for (const minute of [0, 10, 20, 30]) changes.count('adset_budget', '6', minute * minuteMs)
    for (const minute of [31, 65, 89]) {
      expect(changes.refusal('adset_budget', '6', minute * minuteMs)?.fields).toMatchObject({
        code: 613,
        subcode: 1487632,
      })
    }
    changes.count('adset_budget', '6', 90 * minuteMs)
    expect(changes.refusal('adset_budget', '6', 91 * minuteMs)).toBeUndefined()
  })

  it('never closes for four changes that lie more than an hour apart', () => {
    const changes = createChangeLimits()
    for (let change = 0; change < 40; change++) {
      expect(changes.refusal('adset_budget', '6', change * 21 * minuteMs)).toBeUndefined()
      changes.count('adset_budget', '6', change * 21 * minuteMs)
    }
  })

  it('is the same after its state went through JSON', () => {
    const changes = createChangeLimits()
    for (let change = 0; change < 4; change++) changes.count('adset_budget', '6', change)
    const copy = createChangeLimits()
    copy.importState(JSON.parse(JSON.stringify(changes.exportState())))
    expect(copy.refusal('adset_budget', '6', minuteMs)).toBeDefined()
  })
})
