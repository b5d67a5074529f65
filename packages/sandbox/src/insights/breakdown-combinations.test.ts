import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../graph/graph-error.ts'
import { actionBreakdowns } from './action-dimensions.ts'
import { checkCombination, combinationRows, isAllowedCombination } from './breakdown-combinations.ts'
import { breakdownNames, hiddenBreakdowns } from './breakdown-names.ts'

const isAction = (name: string) => actionBreakdowns.some((known) => known === name) && name !== 'signal_source_bucket'

function split(names: readonly string[]) {
  return [names.filter((name) => !isAction(name)), names.filter(isAction)] as const
}

describe('the table of combinations', () => {
  const spelled = combinationRows.flatMap(({ names, isStarred }) =>
    ['action_carousel_card_id', 'action_carousel_card_name']
      .filter((_, index) => index === 0 || names.includes('card'))
      .map((card) => ({ names: names.map((name) => (name === 'card' ? card : name)), isStarred })),
  )

  it.each(spelled)('allows $names', ({ names, isStarred }) => {
    const [data, actions] = split(names)
    expect(isAllowedCombination(data, actions)).toBe(true)
    expect(isAllowedCombination(data, [...actions, 'action_type'])).toBe(true)
    for (const joined of ['action_target_id', 'action_destination']) {
      expect(isAllowedCombination(data, [...actions, joined])).toBe(isStarred)
    }
  })

  it('refuses what stands neither in it nor alone', () => {
    const allowed = new Set(
      combinationRows.map(({ names }) =>
        names
          .map((name) => (name === 'card' ? 'action_carousel_card_id' : name))
          .sort()
          .join(),
      ),
    )
    const free = breakdownNames.filter((name) => !hiddenBreakdowns.has(name))
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...free), { minLength: 2, maxLength: 5 }), (names) => {
        expect(isAllowedCombination(names, ['action_type'])).toBe(allowed.has(names.toSorted().join()))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['platform_position', 'impression_device'])('never allows %s alone', (name) => {
    expect(isAllowedCombination([name], ['action_type'])).toBe(false)
    expect(isAllowedCombination([name], [])).toBe(false)
  })

  it('allows media_type only when action_type is switched off', () => {
    expect(isAllowedCombination(['media_type'], ['action_type'])).toBe(false)
    expect(isAllowedCombination(['media_type'], [])).toBe(true)
  })
})

describe('the refusal', () => {
  const refusal = (version: string) => {
    try {
      checkCombination(['region', 'dma', 'country'], ['action_type'], version)
    } catch (error) {
      if (error instanceof GraphError) return error
    }
    throw new Error('Not refused.')
  }

  it('names the columns in alphabetical order, as code 100 below v25.0', () => {
    const { message, fields, status } = refusal('v24.0')
    expect(message).toBe(
      '(#100) Current combination of data breakdown columns (action_type, country, dma, region) is invalid',
    )
    expect([status, fields.code, fields.subcode]).toEqual([400, 100, undefined])
  })

  it('is 2/1504041 from v25.0 on', () => {
    const { fields } = refusal('v25.0')
    expect(fields).toMatchObject({ code: 2, subcode: 1504041, userTitle: 'Invalid Breakdowns' })
  })
})
