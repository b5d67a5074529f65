import { AdAccount, FacebookAdsApi } from 'facebook-nodejs-business-sdk'
import { measureReading } from './measure-reading.ts'
import { recordedFields, rowsPerPage } from './recorded-pages.ts'

const origin = process.argv[2] ?? ''
// The SDK has no option for its host; everything else is as its README shows.
Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => origin })
FacebookAdsApi.init('recorded')

await measureReading(readAll)
process.disconnect?.()

async function readAll() {
  const account = new AdAccount('act_1')
  const params = {
    level: 'ad',
    time_range: { since: '2025-01-01', until: '2025-02-19' },
    time_increment: 1,
    limit: rowsPerPage,
  }
  let page = await account.getInsights([...recordedFields], params)
  const rows = [...page]
  while (page.hasNext()) {
    page = await page.next()
    rows.push(...page)
  }
  return rows
}
