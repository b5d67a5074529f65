import { startSandbox, type Sandbox } from '@adpane/sandbox'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collect } from '../a-graph-server.ts'
import { createGraphClient } from '../graph-client.ts'
import { isJsonObject } from '../json.ts'
import type { TenantApi } from '../tenant-api.ts'
import { expand, fieldList, type Field } from './expand.ts'

let sandbox: Sandbox
let api: TenantApi
let accountId: string

beforeAll(async () => {
  const now = new Date('2026-03-15T12:00:00Z')
  sandbox = await startSandbox({ port: 0, ads: 30, now, isClockFrozen: true })
  const { appId, appSecret, url, accessToken } = sandbox
  api = createGraphClient({ appId, appSecret, baseUrl: url }).withToken(accessToken)
  accountId = sandbox.accounts[0]?.id ?? ''
})

afterAll(async () => sandbox.close())

/** What is asked of an ad, with the key each part has in the answer. */
interface Asked {
  field: Field
  key: string
  below: readonly Asked[]
}

const leaf = fc.constantFrom('name', 'status').map((name): Asked => ({ field: name, key: name, below: [] }))

const insights = fc
  .record({
    preset: fc.constantFrom('last_7d', 'last_30d', 'this_month'),
    alias: fc.option(fc.stringMatching(/^[a-z]{3,9}$/), { nil: undefined }),
    limit: fc.integer({ min: 1, max: 50 }),
    days: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ preset, alias, limit, days }): Asked => {
    const args = { date_preset: preset, time_increment: days, limit, ...(alias !== undefined && { as: `x_${alias}` }) }
    return {
      field: expand('insights', args, ['spend']),
      key: alias === undefined ? 'insights' : `x_${alias}`,
      below: [],
    }
  })

function nodeWith(name: string, parts: fc.Arbitrary<Asked>): fc.Arbitrary<Asked> {
  return distinct(parts).map((below) => ({ field: expand(name, fieldsOf(below)), key: name, below }))
}

function distinct(parts: fc.Arbitrary<Asked>): fc.Arbitrary<Asked[]> {
  return fc.uniqueArray(parts, { selector: ({ key }) => key, minLength: 1, maxLength: 5 })
}

function fieldsOf(asked: readonly Asked[]): Field[] {
  return asked.map(({ field }) => field)
}

const campaign = nodeWith('campaign', fc.oneof(leaf, insights))
const adSet = nodeWith('adset', fc.oneof(leaf, insights, campaign))
const anything = distinct(fc.oneof(leaf, insights, campaign, adSet, nodeWith('creative', leaf)))

it('is understood by Meta, whatever is nested, and answered under the keys asked for', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (asked) => {
      const fields = fieldList(...fieldsOf(asked), 'id')
      for await (const ad of api.listAds(accountId, { fields, pageSize: 5 })) {
        expect(misshapen(ad, asked)).toEqual([])
        break
      }
    }),
    { numRuns: 60 },
  )
})

it('carries every text into a filter and back', async () => {
  const hard = ['a(b', "it's", 'say "hi"', '{x:1}', ']),name', 'back\\slash', 'לילה 🏕️', '& % + = #', 'a, b', '\\u0041']
  const random = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { numRuns: 20, seed: 7 })
  for (const name of [...hard, ...random.filter((text) => text.trim() === text)]) {
    const id = await createCampaign(name)
    const filtering = [{ field: 'name', operator: 'EQUAL', value: name }]
    const fields = fieldList('id', expand('campaigns', { as: 'found', filtering, limit: 100 }, ['id', 'name']))
    const accounts: object[] = await collect(api.listAdAccounts({ fields }))
    const found = accounts.map((account) => ('found' in account ? account.found : undefined)).filter(isJsonObject)
    expect(found.flatMap(({ data }) => data)).toContainEqual({ id, name })
  }
})

async function createCampaign(name: string): Promise<string> {
  const body = new URLSearchParams({
    name,
    objective: 'OUTCOME_TRAFFIC',
    special_ad_categories: '[]',
    is_adset_budget_sharing_enabled: 'false',
  })
  const headers = { authorization: `OAuth ${sandbox.accessToken}` }
  const answer = await fetch(`${sandbox.url}/v25.0/${accountId}/campaigns`, { method: 'POST', headers, body })
  const json: unknown = await answer.json()
  if (!isJsonObject(json) || typeof json['id'] !== 'string') throw new Error(`No campaign: ${JSON.stringify(json)}`)
  return json['id']
}

/** Keys whose answer has not the shape asked for. An edge without rows or a field without a value may be left out. */
function misshapen(json: object, asked: readonly Asked[]): string[] {
  return asked.flatMap(({ key, below }) => {
    const part: unknown = Object.entries(json).find(([name]) => name === key)?.[1]
    if (isJsonObject(part)) return misshapen(part, below)
    return part === undefined || ['name', 'status'].includes(key) ? [] : [key]
  })
}
