// Around the widgets
export { AdpaneProvider } from './provider/adpane-provider.tsx'
export type { AdpaneProviderProps } from './provider/adpane-provider.tsx'
export type { Appearance, Direction } from './provider/adpane-context.ts'
export type { AdsSession } from './client/session.ts'

// Asking the BFF
export { useAccounts } from './queries/use-accounts.ts'
export { useInsights } from './queries/use-insights.ts'
export type { InsightsAnswer } from './queries/use-insights.ts'
export { useObjects } from './queries/use-objects.ts'
export type { ObjectsAnswer } from './queries/use-objects.ts'
export type { InsightsParams, ObjectsParams } from './queries/insights-params.ts'
export { AdsApiError } from './client/ads-api-error.ts'
export type { UiErrorCode } from './client/ads-api-error.ts'

// Words and numbers
export { en } from './messages/en.ts'
export type { Messages } from './messages/en.ts'
export type { MessageOverrides } from './messages/merge-messages.ts'
export { formatMetric, formatMoney } from './format/format-metric.ts'
export type { MetricFormat, NumberForm } from './format/format-metric.ts'
export { formatDay, formatRange } from './format/format-day.ts'

// Choosing what is shown
export { AccountPicker } from './account-picker/account-picker.tsx'
export type { AccountPickerProps } from './account-picker/account-picker.tsx'
export { DateRangePicker } from './date-range-picker/date-range-picker.tsx'
export type { DateRangePickerProps } from './date-range-picker/date-range-picker.tsx'
export { datePresets, isDatePreset, rangeOfPreset } from './date-range-picker/date-presets.ts'
export type { DatePreset, DateRange } from './date-range-picker/date-presets.ts'

// Widgets
export { InsightsChart } from './insights-chart/insights-chart.tsx'
export type { InsightsChartProps } from './insights-chart/insights-chart.tsx'
export type { ChartNote } from './insights-chart/chart-notes.tsx'
export { InsightsTiles } from './insights-tiles/insights-tiles.tsx'
export type { InsightsTilesProps } from './insights-tiles/insights-tiles.tsx'
export type { DayRange } from './ranges/compare-range.ts'
export type { Increment } from './ranges/periods.ts'

// Pieces for a host's own toolbar
export { FreshnessLabel } from './primitives/freshness-label.tsx'
export type { FreshnessLabelProps } from './primitives/freshness-label.tsx'

export { CampaignTable } from './campaign-table/campaign-table.tsx'
export type { CampaignTableProps } from './campaign-table/campaign-table.tsx'
