import { expect, it } from 'vitest'
import { readUsageHeaders, regainMs } from './usage-headers.ts'

it('reads every entry of every quota', () => {
  const headers = new Headers({
    'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":26}',
    'x-ad-account-usage': '{"acc_id_util_pct":9.67,"reset_time_duration":100,"ads_api_access_tier":"standard_access"}',
    'x-business-use-case-usage':
      '{"66":[{"type":"ads_management","call_count":95},{"type":"ads_insights","call_count":5}],"67":{"type":"pages"}}',
    'x-fb-ads-insights-throttle': '{"app_id_util_pct":40,"acc_id_util_pct":10}',
    'x-Fb-Ads-Insights-Reach-Throttle': '{"app_id_util_pct":0,"acc_id_util_pct":70}',
  })
  expect(readUsageHeaders(headers)).toEqual({
    app: { call_count: 28, total_time: 25, total_cputime: 26 },
    adAccount: { acc_id_util_pct: 9.67, reset_time_duration: 100, ads_api_access_tier: 'standard_access' },
    businessUseCase: {
      '66': [
        { type: 'ads_management', call_count: 95 },
        { type: 'ads_insights', call_count: 5 },
      ],
      '67': [{ type: 'pages' }],
    },
    insights: { app_id_util_pct: 40, acc_id_util_pct: 10 },
    reach: { app_id_util_pct: 0, acc_id_util_pct: 70 },
  })
})

it('leaves out what is absent or malformed', () => {
  const headers = new Headers({
    'x-app-usage': '{',
    'x-ad-account-usage': '[1]',
    'x-business-use-case-usage': 'null',
    'x-fb-ads-insights-reach-throttle': '7 of 10',
  })
  expect(readUsageHeaders(headers)).toEqual({})
  expect(regainMs(headers)).toBeUndefined()
})

it('lets only known names pass, with numbers and words of Meta behind them', () => {
  const headers = new Headers({
    'x-app-usage': '{"call_count":"28","total_time":1e999,"total_cputime":3,"token":"EAAB"}',
    'x-business-use-case-usage': '{"66":[{"type":"EAAB","call_count":95}],"EAAB":[{"call_count":1}]}',
  })
  expect(readUsageHeaders(headers)).toEqual({
    app: { total_cputime: 3 },
    businessUseCase: { '66': [{ call_count: 95 }] },
  })
})

it.each([
  [{ 'retry-after': '12' }, 12_000],
  [
    {
      'x-business-use-case-usage':
        '{"1":[{"estimated_time_to_regain_access":0},{"estimated_time_to_regain_access":3}]}',
    },
    180_000,
  ],
  [{ 'x-ad-account-usage': '{"acc_id_util_pct":100,"reset_time_duration":50}' }, 50_000],
  [{ 'x-ad-account-usage': '{"acc_id_util_pct":40,"reset_time_duration":50}' }, undefined],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, undefined],
])('knows when access returns from %j', (headers, expected) => {
  expect(regainMs(new Headers(Object.entries(headers)))).toBe(expected)
})
