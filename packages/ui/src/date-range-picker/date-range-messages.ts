import type { DatePreset } from './date-presets.ts'

/** English words of the date range picker. Dates arrive written for the reader's locale. */
export const dateRangeEn = {
  label: (range: string) => `Dates: ${range}`,
  presetsLabel: 'Ranges',
  presets: {
    today: 'Today',
    yesterday: 'Yesterday',
    last_7_days: 'Last 7 days',
    last_14_days: 'Last 14 days',
    last_28_days: 'Last 28 days',
    last_30_days: 'Last 30 days',
    last_90_days: 'Last 90 days',
    this_month: 'This month',
    last_month: 'Last month',
  } as Readonly<Record<DatePreset, string>>,
  custom: 'Custom range',
  fields: { since: 'First day', until: 'Last day' },
  apply: 'Show these days',
  problems: {
    missing: (field: string) => `${field}: choose a date.`,
    in_future: (field: string, limit: string) => `${field}: choose ${limit} or earlier.`,
    too_early: (field: string, limit: string) => `${field}: Meta keeps 37 months. Choose ${limit} or later.`,
    reversed: (field: string, limit: string) => `${field}: choose ${limit} or later.`,
  },
  timezone: (zone: string) => `Days in ${zone}`,
  compare: (range: string) => `Compare with ${range}`,
  versus: 'vs',
  noCompare: 'Compare',
}
