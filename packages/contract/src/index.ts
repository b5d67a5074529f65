// Safe for browsers: types, tables and a little arithmetic. Run-time schemas live in `@adpane/contract/schemas`.

export { metricCatalogue, metricDefinition, metricNames, isMetricName } from './metric-catalogue.ts'
export type { Additivity, MetricDefinition, MetricName, MetricUnit } from './metric-catalogue.ts'

export { errorActions, errorCodes } from './errors.ts'
export type { AdsErrorCode, ErrorAction } from './errors.ts'

export { addDays, countDays, dayAt, eachDay, isDay, previousRange } from './day.ts'
export type { Day } from './day.ts'

export { budgetDecimals, currencyDecimals } from './money.ts'

export type { AccountsResponse, AccountStatus, AdAccount } from './accounts.ts'
export type {
  AdRow,
  AdsetRow,
  AdsetsResponse,
  AdsResponse,
  BreakdownName,
  CampaignRow,
  CampaignsResponse,
  DeliveryStatus,
  ErrorBody,
  Freshness,
  InsightsFilter,
  InsightsIncrement,
  InsightsLevel,
  InsightsQuery,
  InsightsResponse,
  InsightsRow,
  InsightsTotals,
  MetricValue,
  MetricValues,
  MissingReason,
  MissingReasons,
  ObjectsQuery,
} from './insights.ts'
