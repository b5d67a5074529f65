import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insightsQuerySchema, objectsQuerySchema } from './insights-query.ts'

const range = { since: '2025-03-01', until: '2025-03-31' }

describe('insights query', () => {
  it('fills in what Ads Manager would show', () => {
    expect(insightsQuerySchema.parse(range)).toEqual({
      ...range,
      level: 'account',
      increment: 'all',
      metrics: ['impressions', 'clicks', 'spend'],
      limit: 100,
    })
  })

  it('reads lists and JSON as they stand in an address', () => {
    const filter = [{ field: 'spend', operator: 'GREATER_THAN', value: 10 }]
    const query = {
      ...range,
      metrics: 'spend, roas,spend',
      breakdowns: 'age,gender',
      filter: JSON.stringify(filter),
      limit: '20',
    }
    expect(insightsQuerySchema.parse(query)).toMatchObject({
      metrics: ['spend', 'roas'],
      breakdowns: ['age', 'gender'],
      filter,
      limit: 20,
    })
  })

  it.each([
    ['a day that does not exist', { since: '2025-02-30' }, 'since'],
    ['a range that ends before it begins', { until: '2025-02-01' }, 'until'],
    ['a range longer than Meta keeps', { since: '2015-01-01' }, 'since'],
    ['an unknown metric', { metrics: 'spend,spent' }, 'metrics'],
    ['no metric at all', { metrics: ' , ' }, 'metrics'],
    ['an unknown level', { level: 'adgroup' }, 'level'],
    ['an unknown breakdown', { breakdowns: 'shoe_size' }, 'breakdowns'],
    ['a filter that is not JSON', { filter: 'spend>10' }, 'filter'],
    ['a filter on an unknown field', { filter: '[{"field":"password","operator":"EQUAL","value":"x"}]' }, 'filter'],
    ['a filter with an unknown operator', { filter: '[{"field":"name","operator":"LIKE","value":"x"}]' }, 'filter'],
    ['an order by nothing known', { sort: '-shoe_size' }, 'sort'],
    ['a limit of none', { limit: '0' }, 'limit'],
    ['a limit beyond reason', { limit: '100000' }, 'limit'],
    ['a limit that is no number', { limit: 'many' }, 'limit'],
  ])('refuses %s and names the field', (_, change, field) => {
    const result = insightsQuerySchema.safeParse({ ...range, ...change })
    expect(result.error?.issues.map((issue) => String(issue.path[0]))).toContain(field)
  })

  it('refuses parameters it does not know, so that a typing error is not read as the default', () => {
    expect(insightsQuerySchema.safeParse({ ...range, metric: 'spend' }).success).toBe(false)
    expect(objectsQuerySchema.safeParse({ ...range, level: 'ad' }).success).toBe(false)
  })

  it('answers any text with a value or a list of problems, never with an exception', () => {
    const text = fc.string({ maxLength: 40 })
    fc.assert(
      fc.property(
        fc.record({ since: text, until: text, metrics: text, filter: text, sort: text, limit: text }),
        (query) => {
          const result = insightsQuerySchema.safeParse(query)
          expect(result.success || result.error.issues.length > 0).toBe(true)
        },
      ),
    )
  })
})
