import { expect, it } from 'vitest'
import { aGraphClient, aGraphServer } from '../a-graph-server.ts'

it('keeps no answer to a write, which would stand for another one at the same address', async () => {
  const marks: (string | null)[] = []
  const meta = await aGraphServer((_, count) => ({ json: { report_run_id: String(count) }, headers: { etag: '"1"' } }))
  const fetch: typeof globalThis.fetch = (url, call) => {
    marks.push(new Headers(call?.headers).get('if-none-match'))
    return globalThis.fetch(url, call)
  }
  const api = aGraphClient(meta.origin, { fetch }).withToken('T')
  for (const day of ['2025-03-01', '2025-03-02'] as const) {
    const question = { level: 'ad', fields: ['spend'], timeRange: { since: day, until: day } } as const
    await api.startInsightsReport('1', question, { reuseUnchanged: true })
  }
  expect(marks).toEqual([null, null])
})
