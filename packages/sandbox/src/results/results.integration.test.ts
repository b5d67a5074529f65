import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPages, ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../index.ts'

const header =
  'Date,ad_id,xyz_campaign_id,fb_campaign_id,age,gender,interest,Impressions,Clicks,Spent,Total_Conversion,Approved_Conversion'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-results-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(...lines: string[]): Promise<string> {
  const path = join(folder, `${String(Math.abs(lines.join('').length))}-${lines.length}.csv`)
  await writeFile(path, lines.join('\n'))
  return path
}

/** By Node's own client: fetch sends no headers that belong to browsers. */
async function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const [response] = (await once(get(url, { headers }), 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode
}

describe('loaded results', () => {
  it.each([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a script tag on one', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a page without an origin of its own', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page under a name that was made to point here', { host: 'evil.example' }, 403],
    ["a page of this machine's", { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }, 200],
    ['a person who follows a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    ['a server', {}, 200],
  ])('answer %s as they should', async (_, headers, status) => {
    const results = await fileOf(header, '30-08-2023,7001,16,501,30-34,M,1,1000,3,0.1,2,1')
    const sandbox = await startSandbox({ port: 0, results })

    expect(await statusOf(`${sandbox.url}/v25.0/me?access_token=${sandbox.accessToken}`, headers)).toBe(status)
    await sandbox.close()
  })

  it("are no home of what is nobody's: other calls cost their account nothing and miss its faults", async () => {
    const results = await fileOf(header, '30-08-2023,7001,16,501,30-34,M,1,1000,3,0.1,2,1')
    const sandbox = await startSandbox({ port: 0, results, isClockFrozen: true })
    const account = sandbox.accounts[0]?.id ?? ''
    sandbox.control.faults.add({ fault: { kind: 'server_error', status: 500 }, match: { account } })

    const me = await ask(sandbox, 'me')
    expect(me.status).toBe(200)
    expect((await ask(sandbox, String(me.body['id']))).headers.has('x-business-use-case-usage')).toBe(false)
    expect((await ask(sandbox, '7001')).status).toBe(500)
    await sandbox.close()
  })

  it('are one account with exact money, known counts only, and a clock on the day after', async () => {
    const results = await fileOf(
      header,
      '30-08-2023,7001,16,501,30-34,M,1,1000,3,0.1,2,1',
      '31-08-2023,7001,16,501,30-34,M,1,500,1,0.2,0,0',
      '31-08-2023,7002,16,502,35-39,F,1,200,0,0.000000001,0,0',
    )
    const sandbox = await startSandbox({ port: 0, results })
    const [account] = sandbox.accounts
    expect(account).toMatchObject({ currency: 'USD', timezone: 'America/New_York' })
    expect(sandbox.now).toMatch(/^2023-09-01T16:00:00/)
    expect(sandbox.tenants.map(({ accounts }) => accounts.length)).toEqual([1, 2])
    const fields = 'impressions,clicks,spend,actions,action_values,purchase_roas,inline_link_clicks,reach'
    const { body } = await ask(sandbox, `${account?.id ?? ''}/insights`, { fields, date_preset: 'last_month' })
    const [row = {}] = body.data ?? []
    expect(row).toMatchObject({
      impressions: '1700',
      clicks: '4',
      spend: '0.300000001',
      actions: [
        { action_type: 'lead', value: '2' },
        { action_type: 'purchase', value: '1' },
      ],
    })
    expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['action_values']))
    expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['purchase_roas']))
    const node = await ask(sandbox, '502', { fields: 'name,campaign{id,name}' })
    expect(node.body).toEqual({ name: 'Ad set 502', campaign: { id: '16', name: 'Campaign 16' }, id: '502' })
    await sandbox.close()
  })

  it.each([
    ['a missing column', ['Date,ad_id', '01-08-2023,1'], /lacks the columns xyz_campaign_id/],
    ['no rows', [header], /no rows/],
    ['an impossible day', [header, '31-02-2023,1,2,3,30-34,M,1,1,1,1,1,1'], /line 2: Date must be a day/],
    [
      'a negative count',
      [header, '01-02-2023,1,2,3,30-34,M,1,-1,1,1,1,1'],
      /line 2: Impressions must be a whole number/,
    ],
    [
      'an ad in two ad sets',
      [header, '01-02-2023,1,2,3,30-34,M,1,1,1,1,1,1', '01-02-2023,1,2,4,30-34,M,1,1,1,1,1,1'],
      /line 3: 1 is an ad of ad set 4 here/,
    ],
    ['a ragged row', [header, '01-02-2023,1'], /not well-formed CSV/],
  ])('refuse %s and say where', async (_what, lines, message) => {
    await expect(startSandbox({ port: 0, results: await fileOf(...lines) })).rejects.toThrow(message)
  })

  it('refuse a file that is not there', async () => {
    await expect(startSandbox({ port: 0, results: join(folder, 'absent.csv') })).rejects.toThrow(
      /absent\.csv cannot be read/,
    )
  })
})

const realFile = resolve(import.meta.dirname, '../../../../../shared/data/ad-results.csv')
const isThere = existsSync(realFile)
if (!isThere) process.stderr.write(`Skipped: the real results file is not beside this checkout (${realFile}).\n`)

describe.skipIf(!isThere)('1,143 real ads', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, results: realFile })
  })
  afterAll(() => sandbox.close())

  it("total exactly the file's, by an independent sum", async () => {
    const sums = sumOfFile(() => true)
    const [row = {}] = await rows({ fields: 'impressions,clicks,spend,actions' })
    expect(row).toMatchObject({
      impressions: String(sums.impressions),
      clicks: String(sums.clicks),
      actions: [
        { action_type: 'lead', value: String(sums.leads) },
        { action_type: 'purchase', value: String(sums.purchases) },
      ],
    })
    expect(nano(String(row['spend']))).toBe(sums.spendNano)
    expect([sums.impressions, sums.clicks, sums.leads, sums.purchases]).toEqual([213_434_828n, 38_165n, 3_264n, 1_079n])
    expect(String(row['spend'])).toBe('58705.229958205')
  })

  it('sum exactly from any rows: by campaign, by ad and day, by age and gender', async () => {
    const all = sumOfFile(() => true).spendNano
    for (const split of [{ level: 'ad', time_increment: '1' }, { breakdowns: 'age,gender' }, { level: 'adset' }]) {
      const spend = (await rows({ fields: 'spend', ...split })).reduce(
        (sum, row) => sum + nano(String(row['spend'])),
        0n,
      )
      expect(spend).toBe(all)
    }
    const campaigns = await rows({ level: 'campaign', fields: 'campaign_id,campaign_name,spend' })
    expect(campaigns.map((row) => [row['campaign_name'], row['spend']])).toEqual([
      ['Campaign 1178', '55662.149958614'],
      ['Campaign 916', '149.710000657'],
      ['Campaign 936', '2893.369998934'],
    ])
    for (const row of campaigns) {
      expect(nano(String(row['spend']))).toBe(sumOfFile((id) => id === row['campaign_id']).spendNano)
    }
  })

  function rows(params: Record<string, string>): Promise<Record<string, unknown>[]> {
    const path = `${sandbox.accounts[0]?.id ?? ''}/insights`
    return allPages(sandbox, path, {
      limit: '1000',
      time_range: '{"since":"2023-08-01","until":"2023-08-31"}',
      ...params,
    })
  }
})

function sumOfFile(isWanted: (campaignId: string) => boolean) {
  const sums = { impressions: 0n, clicks: 0n, spendNano: 0n, leads: 0n, purchases: 0n }
  for (const line of readFileSync(realFile, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [, , campaign = '', , , , , impressions = '', clicks = '', spend = '', leads = '', purchases = ''] =
      line.split(',')
    if (!isWanted(campaign)) continue
    sums.impressions += BigInt(impressions)
    sums.clicks += BigInt(clicks)
    sums.spendNano += nano(spend)
    sums.leads += BigInt(leads)
    sums.purchases += BigInt(purchases)
  }
  return sums
}

function nano(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(9, '0'))
}
