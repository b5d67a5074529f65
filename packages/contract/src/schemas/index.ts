// Run-time schemas. Servers only: a schema library would double what the browser loads.
export { accountsResponseSchema, accountStatuses, adAccountSchema } from './accounts.ts'
export { errorBodySchema } from './errors.ts'
export {
  breakdownNames,
  filterObjectFields,
  filterOperators,
  insightsLevels,
  insightsQuerySchema,
  MAX_RANGE_DAYS,
  objectsQuerySchema,
} from './insights-query.ts'
export {
  adRowSchema,
  adsetRowSchema,
  adsetsResponseSchema,
  adsResponseSchema,
  campaignRowSchema,
  campaignsResponseSchema,
  deliveryStatuses,
  freshnessSchema,
  insightsResponseSchema,
  insightsRowSchema,
  missingReasons,
  totalsSchema,
} from './insights.ts'
