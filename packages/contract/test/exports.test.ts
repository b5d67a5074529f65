import { expect, it } from 'vitest'
import * as entry from '../src/index.ts'

it('exports these names; a change to them is a change for every user', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "addDays",
      "budgetDecimals",
      "countDays",
      "currencyDecimals",
      "dayAt",
      "eachDay",
      "errorActions",
      "errorCodes",
      "isDay",
      "isMetricName",
      "metricCatalogue",
      "metricDefinition",
      "metricNames",
      "previousRange",
    ]
  `)
})
