import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPages, ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox
let account: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') })
  account = sandbox.accounts[0]?.id ?? ''
})

afterAll(() => sandbox.close())

async function search(
  type: string,
  params: Record<string, string> = {},
): Promise<Record<string, unknown>[] | undefined> {
  return (await ask(sandbox, 'search', { type, ...params })).body.data
}

describe('places', () => {
  it('begin with the text, eight of them', async () => {
    const found = await search('adgeolocation', { q: 'un' })
    expect(found).toHaveLength(8)
    for (const { name } of found ?? []) expect(String(name).toLowerCase()).toContain('un')
    expect(found?.[0]).toMatchObject({ key: 'US', type: 'country' })
  })

  it('are of the asked types', async () => {
    const cities = await search('adgeolocation', { q: 'los', location_types: '["city"]' })
    expect(cities).toEqual([
      {
        key: '2420379',
        name: 'Los Angeles',
        type: 'city',
        country_code: 'US',
        country_name: 'United States',
        region: 'California',
        region_id: 3847,
        supports_region: true,
        supports_city: true,
      },
    ])
    const zips = await search('adgeolocation', { q: '900', location_types: '["zip"]' })
    expect(zips?.map(({ key }) => key)).toContain('US:90028')
    const group = await search('adgeolocation', { q: 'world', location_types: '["country_group"]' })
    expect(group).toMatchObject([{ key: 'worldwide', is_worldwide: true }])
  })

  it('list every country with an empty text and a large limit', async () => {
    const countries = await search('adgeolocation', { q: '', limit: '1000', location_types: '["country"]' })
    expect(countries?.length).toBeGreaterThan(200)
  })

  it('are followed page by page', async () => {
    const all = await allPages(sandbox, 'search', { type: 'adgeolocation', q: 'united', location_types: '["country"]' })
    const names = all.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('United Arab Emirates')
  })

  it('are explained by key as an object', async () => {
    const { body } = await ask(sandbox, 'search', {
      type: 'adgeolocationmeta',
      countries: '["US","XX"]',
      cities: '["2420379"]',
    })
    expect(body.data).toMatchObject({
      countries: { US: { name: 'United States' } },
      cities: { '2420379': { name: 'Los Angeles' } },
    })
  })

  it('suggest a radius', async () => {
    const found = await search('adradiussuggestion', {
      latitude: '52.5',
      longitude: '13.4',
      distance_unit: 'kilometer',
    })
    expect(found).toEqual([{ suggested_radius: expect.any(Number), distance_unit: 'kilometer' }])
  })
})

describe('interests and the rest', () => {
  it('are found, suggested and validated', async () => {
    expect(await search('adinterest', { q: 'baseball' })).toMatchObject([{ name: 'Baseball', description: null }])
    const suggested = await search('adinterestsuggestion', { interest_list: '["Basketball"]' })
    expect(suggested?.map(({ name }) => name)).toContain('Baseball')
    expect(await search('adinterestvalid', { interest_list: '["Japan","zzz"]' })).toEqual([
      { name: 'Japan', valid: true, id: expect.any(Number), audience_size: expect.any(Number) },
      { name: 'zzz', valid: false },
    ])
  })

  it('come by class, language, school, employer and status', async () => {
    const incomes = await search('adTargetingCategory', { class: 'income' })
    expect(new Set(incomes?.map(({ type }) => type))).toEqual(new Set(['income']))
    expect(await search('adlocale', { q: 'danish' })).toEqual([{ key: 51, name: 'Danish' }])
    expect(await search('adeducationschool', { q: 'leeds' })).toMatchObject([{ name: 'University of Leeds' }])
    expect(await search('adworkposition', { q: 'software' })).toMatchObject([{ name: 'Software Engineer' }])
    expect(await search('targetingoptionstatus', { targeting_option_list: '["6003107902433","1"]' })).toEqual([
      { id: '6003107902433', current_status: 'NORMAL', future_plan: [] },
      { id: '1', current_status: 'UNKNOWN', future_plan: [] },
    ])
  })

  it('are the same on the edges of an account', async () => {
    const found = await ask(sandbox, `${account}/targetingsearch`, { q: 'coffee', limit: '2' })
    expect(found.body.data?.map(({ name }) => name)).toEqual(['Coffee', 'Cold brew coffee'])
    expect(found.body.paging?.next).toBeDefined()
    const browsed = await ask(sandbox, `${account}/targetingbrowse`, {
      limit_type: 'behaviors',
      limit: '100',
      fields: 'type',
    })
    expect(new Set(browsed.body.data?.map(({ type }) => type))).toEqual(new Set(['behaviors']))
    const valid = await ask(sandbox, `${account}/targetingvalidation`, {
      name_list: '["Coffee","qqq"]',
      fields: 'name,valid',
    })
    expect(valid.body.data).toMatchObject([
      { name: 'Coffee', valid: true },
      { name: 'qqq', valid: false },
    ])
    const others = await ask(sandbox, `${account}/targetingsuggestions`, { targeting_list: '[{"id":"6003107902433"}]' })
    expect(others.body.data?.map(({ name }) => name)).not.toContain('Baseball')
  })
})

it('needs a type it knows', async () => {
  expect((await ask(sandbox, 'search')).body.error).toMatchObject({ message: '(#100) The parameter type is required' })
  const wrong = await ask(sandbox, 'search', { type: 'adweather' })
  expect(String(wrong.body.error?.['message'])).toMatch(
    /^\(#100\) Param type must be one of \{adgeolocation, .+ - got "adweather"\.$/,
  )
  const unit = await ask(sandbox, 'search', { type: 'adradiussuggestion', distance_unit: 'cubit' })
  expect(unit.body.error).toMatchObject({ code: 100 })
})
