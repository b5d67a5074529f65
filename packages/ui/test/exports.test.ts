import { expect, it } from 'vitest'
import * as ui from '../src/index.ts'

it('exports what it promises, and every change to that is deliberate', () => {
  expect(Object.keys(ui).sort()).toMatchInlineSnapshot(`
    [
      "AccountPicker",
      "AdpaneProvider",
      "AdsApiError",
      "CampaignTable",
      "DateRangePicker",
      "FreshnessLabel",
      "InsightsChart",
      "InsightsTiles",
      "datePresets",
      "en",
      "formatDay",
      "formatMetric",
      "formatMoney",
      "formatRange",
      "isDatePreset",
      "rangeOfPreset",
      "useAccounts",
      "useInsights",
      "useObjects",
    ]
  `)
})
