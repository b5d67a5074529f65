import { z } from 'zod'
import { countDays, isDay } from '../day.ts'
import { isMetricName, type MetricName, metricNames } from '../metric-catalogue.ts'

export const insightsLevels = ['account', 'campaign', 'adset', 'ad'] as const
export const breakdownNames = ['age', 'gender'] as const
type BreakdownName = (typeof breakdownNames)[number]
export const filterOperators = [
  'EQUAL',
  'NOT_EQUAL',
  'IN',
  'NOT_IN',
  'CONTAIN',
  'NOT_CONTAIN',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
] as const
/** Object fields a filter may name; any metric may be named as well. */
export const filterObjectFields = ['id', 'name', 'effective_status', 'campaign.id', 'adset.id'] as const

/** Meta keeps 37 months; a longer range cannot be answered. */
export const MAX_RANGE_DAYS = 1157

const day = z.string().refine(isDay, 'Write a calendar day as YYYY-MM-DD, for example 2025-03-01.')
const commaList = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)

const metrics = commaList.transform((names, context): MetricName[] => {
  const unknown = names.filter((name) => !isMetricName(name))
  const refuse = (message: string) => context.issues.push({ code: 'custom', input: names, message })
  if (names.length === 0) refuse('Name at least one metric, or leave the parameter out.')
  if (unknown.length > 0) refuse(`Unknown metric ${quoted(unknown)}. Known metrics: ${metricNames.join(', ')}.`)
  return [...new Set(names.filter(isMetricName))]
})

const breakdowns = commaList.transform((names, context): BreakdownName[] => {
  const unknown = names.filter((name) => !isBreakdownName(name))
  if (unknown.length > 0)
    context.issues.push({
      code: 'custom',
      input: names,
      message: `Unknown breakdown ${quoted(unknown)}. Breakdowns are ${breakdownNames.join(' and ')}.`,
    })
  return [...new Set(names.filter(isBreakdownName))]
})

const filterSchema = z
  .array(
    z.strictObject({
      field: z.string().refine(isFilterField, {
        error: (issue) =>
          `Cannot filter on "${String(issue.input)}". Use ${filterObjectFields.join(', ')} or the name of a metric.`,
      }),
      operator: z.enum(filterOperators, { error: `Operators are ${filterOperators.join(', ')}.` }),
      value: z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])).max(500)], {
        error: 'Give a text, a number, or a list of at most 500 of them.',
      }),
    }),
  )
  .max(20)

const filter = z
  .string()
  .max(20_000)
  .transform((text, context) => parseJson(text, context))
  .pipe(filterSchema)

const sort = z.string().refine((text) => isSortKey(text.replace(/^-/, '')), {
  error: (issue) =>
    `Cannot sort by "${String(issue.input)}". Use name, day or a metric, with a leading - for descending.`,
})

const shared = {
  since: day,
  until: day,
  metrics: metrics.default(['impressions', 'clicks', 'spend']),
  filter: filter.optional(),
  sort: sort.optional(),
  limit: z.coerce
    .number({ error: 'Write a whole number from 1 to 1000.' })
    .int('Write a whole number from 1 to 1000.')
    .min(1, 'Write a whole number from 1 to 1000.')
    .max(1000, 'Write a whole number from 1 to 1000.')
    .default(100),
  /** Opaque; taken from `paging.next` of the page before. */
  cursor: z.string().max(500).optional(),
}

/** Query of `GET /accounts/{accountId}/insights`. Days are inclusive, in the account's time zone. */
export const insightsQuerySchema = z
  .strictObject({
    ...shared,
    level: z.enum(insightsLevels, { error: `Levels are ${insightsLevels.join(', ')}.` }).default('account'),
    increment: z.enum(['1', '7', 'monthly', 'all'], { error: 'Increments are 1, 7, monthly and all.' }).default('all'),
    breakdowns: breakdowns.optional(),
  })
  .superRefine(checkRange)

/** Query of `GET /accounts/{accountId}/campaigns|adsets|ads`: one row an object, over the whole range. */
export const objectsQuerySchema = z
  .strictObject({
    ...shared,
    /** A metric to return as one number a day beside each row, for a sparkline. */
    trend: z.string().refine(isMetricName, 'Trend must be the name of one metric.').optional(),
  })
  .superRefine(checkRange)

function checkRange(query: { since: string; until: string }, context: z.RefinementCtx): void {
  if (!isDay(query.since) || !isDay(query.until)) return
  if (query.since > query.until)
    context.addIssue({
      code: 'custom',
      path: ['until'],
      message: 'The range ends before it begins. Swap since and until.',
    })
  else if (countDays(query.since, query.until) > MAX_RANGE_DAYS)
    context.addIssue({
      code: 'custom',
      path: ['since'],
      message: 'Meta keeps 37 months of results. Choose a later first day.',
    })
}

function isBreakdownName(name: string): name is BreakdownName {
  return (breakdownNames as readonly string[]).includes(name)
}

function isFilterField(field: string): boolean {
  return (filterObjectFields as readonly string[]).includes(field) || isMetricName(field)
}

function isSortKey(key: string): boolean {
  return key === 'name' || key === 'day' || isMetricName(key)
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'Filter must be JSON: [{"field","operator","value"}].' })
    return z.NEVER
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
