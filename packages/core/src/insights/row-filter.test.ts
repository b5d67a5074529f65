import { describe, expect, it } from 'vitest'
import type { InsightsFilter } from '@adpane/contract'
import { type Filterable, rowFilter } from './row-filter.ts'

const row: Filterable = {
  id: '7',
  name: 'US | Prospecting',
  effectiveStatus: 'ACTIVE',
  campaignId: '1',
  adsetId: null,
  metric: (name) => (name === 'spend' ? '10.50' : null),
}

describe('row filter', () => {
  it.each<[InsightsFilter, boolean]>([
    [{ field: 'name', operator: 'CONTAIN', value: 'prospect' }, true],
    [{ field: 'name', operator: 'NOT_CONTAIN', value: 'prospect' }, false],
    [{ field: 'campaign.id', operator: 'IN', value: ['1', '2'] }, true],
    [{ field: 'campaign.id', operator: 'NOT_IN', value: ['1'] }, false],
    [{ field: 'effective_status', operator: 'NOT_EQUAL', value: 'ACTIVE' }, false],
    [{ field: 'id', operator: 'EQUAL', value: 7 }, true],
    [{ field: 'spend', operator: 'GREATER_THAN', value: 10.5 }, false],
    [{ field: 'spend', operator: 'GREATER_THAN_OR_EQUAL', value: '10.5' }, true],
    [{ field: 'spend', operator: 'IN', value: [10.5, 3] }, true],
    [{ field: 'spend', operator: 'NOT_IN', value: [10.5, 3] }, false],
    [{ field: 'roas', operator: 'LESS_THAN', value: 1 }, false],
    [{ field: 'roas', operator: 'NOT_EQUAL', value: 1 }, false],
  ])('%j lets the row through: %s', (filter, passes) => {
    expect(rowFilter([filter])(row)).toBe(passes)
  })

  it.each<[InsightsFilter, string]>([
    [{ field: 'name', operator: 'IN', value: 'one' }, 'list'],
    [{ field: 'name', operator: 'EQUAL', value: ['one'] }, 'one value'],
    [{ field: 'name', operator: 'GREATER_THAN', value: 1 }, 'numbers'],
    [{ field: 'spend', operator: 'CONTAIN', value: '1' }, 'text'],
    [{ field: 'spend', operator: 'GREATER_THAN', value: 'lots' }, 'not a number'],
  ])('refuses %j, naming which filter is wrong', (filter, hint) => {
    expect(() => rowFilter([{ field: 'id', operator: 'EQUAL', value: '1' }, filter])).toThrow(
      new RegExp(`filter\\[1\\].*${hint}`),
    )
  })
})
