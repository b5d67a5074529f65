import { createAudience } from '../world/audience.ts'
import { graphTime } from '../world/clock.ts'
import { at, dayTotals, measureCount, type Cell, type FactBlock, type FactSource } from '../world/facts.ts'
import { createAccountObjects } from '../world/account-objects.ts'
import type { Ad, AdAccount, AdObject, AdSet, Campaign, Creative, StoredValues } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'
import { firstDayOf, lastDayOf, ResultsFileError, type ResultLine } from './load-results.ts'

/** Where the loaded account is: the file carries neither currency nor time zone. */
export const resultsTimezone = 'America/New_York'

/**
 * Turns results into an ad account whose totals are exactly the file's.
 *
 * Spend is kept in whole units of the smallest decimal place the file uses, so that sums are exact.
 * Known are impressions, clicks, spend, leads and purchases; everything else is left out of replies,
 * except reach and unique clicks, which the sandbox estimates as it does for generated accounts.
 */
export function resultsAccount(path: string, lines: readonly ResultLine[]): AdAccount {
  const objects = createAccountObjects(resultsIndex, objectsOf(lines))
  const facts = factsOf(path, lines)
  const seed = seedOf('results', lines.length)
  const audience = createAudience(seed, poolsOf(lines, facts.cells), facts.cells.length)
  const siblings: AdAccount[] = []
  const account: AdAccount = {
    id: 'act_100259000000001',
    index: resultsIndex,
    name: 'Fieldnote Supply Results',
    currency: 'USD',
    currencyDecimals: 2,
    timezone: resultsTimezone,
    countryCode: 'US',
    business: { id: String(560_010_000_000_000 + seedOf('fieldnote')), name: 'Fieldnote Supply' },
    siblings,
    createdDay: firstDayOf(lines),
    values: {},
    objects: () => objects,
    facts: () => facts,
    audience: () => audience,
  }
  siblings.push(account)
  return account
}

// Beyond every generated account, so that objects made in this one have ids of their own.
const resultsIndex = 99_999

function objectsOf(lines: readonly ResultLine[]): AdObject[] {
  const campaigns = new Map<string, Campaign>()
  const adSets = new Map<string, AdSet>()
  const ads = new Map<string, Ad>()
  const times = timesOf(lines)
  for (const line of lines) {
    const campaign = campaigns.get(line.campaignId) ?? campaignOf(line, times)
    campaigns.set(campaign.id, campaign)
    const adSet = adSets.get(line.adSetId) ?? adSetOf(line, campaign, times)
    adSets.set(adSet.id, adSet)
    if (!ads.has(line.adId)) ads.set(line.adId, adOf(line, adSet, times))
  }
  const list = [...ads.values()]
  return [...campaigns.values(), ...adSets.values(), ...list.map((ad) => ad.creative), ...list]
}

type Times = Pick<StoredValues, 'created_time' | 'updated_time'> & { start_time: string }

function timesOf(lines: readonly ResultLine[]): Times {
  const first = graphTime(firstDayOf(lines), 0, resultsTimezone)
  return {
    created_time: first,
    updated_time: graphTime(lastDayOf(lines), 1200, resultsTimezone),
    start_time: first,
  }
}

const running = { status: 'ACTIVE' } as const

function campaignOf({ campaignId }: ResultLine, times: Times): Campaign {
  const name = `Campaign ${campaignId}`
  const special = { special_ad_categories: [], special_ad_category: 'NONE' }
  return {
    type: 'Campaign',
    id: campaignId,
    values: { name, objective: 'OUTCOME_LEADS', buying_type: 'AUCTION', ...special, ...running, ...times },
    statusChanges: [],
    isChanged: false,
  }
}

function adSetOf({ adSetId, age, gender }: ResultLine, campaign: Campaign, times: Times): AdSet {
  const [ageMin = 18, ageMax = 65] = age.split('-').map((part) => Number.parseInt(part, 10))
  return {
    type: 'AdSet',
    id: adSetId,
    campaign,
    values: {
      name: `Ad set ${adSetId}`,
      optimization_goal: 'OFFSITE_CONVERSIONS',
      billing_event: 'IMPRESSIONS',
      destination_type: 'WEBSITE',
      targeting: { age_min: ageMin, age_max: ageMax, genders: [gender === 'male' ? 1 : 2] },
      ...running,
      ...times,
    },
    statusChanges: [],
    isChanged: false,
  }
}

function adOf({ adId }: ResultLine, adSet: AdSet, times: Times): Ad {
  const name = `Ad ${adId}`
  const { created_time, updated_time } = times
  return {
    type: 'Ad',
    id: adId,
    adSet,
    creative: creativeOf(adId, name, times),
    values: { name, created_time, updated_time, ...running },
    statusChanges: [],
    isChanged: false,
  }
}

function creativeOf(adId: string, adName: string, { created_time, updated_time }: Times): Creative {
  return {
    type: 'AdCreative',
    // Ids of the file are short; a long prefix keeps creatives apart from them.
    id: `990000${adId}`,
    values: {
      name: `${adName} creative`,
      title: adName,
      body: 'Loaded from a results file; its text is not known.',
      status: 'ACTIVE',
      object_type: 'SHARE',
      call_to_action_type: 'LEARN_MORE',
      link_url: 'https://fieldnote.example/',
      created_time,
      updated_time,
    },
    picture: { subject: 'bag', seed: seedOf(adId) },
    isChanged: false,
  }
}

function factsOf(path: string, lines: readonly ResultLine[]): FactSource {
  const cells = cellsOf(lines)
  const moneyDecimals = Math.max(2, ...lines.map((line) => (line.spend.split('.')[1] ?? '').length))
  const byAd = Map.groupBy(lines, (line) => line.adId)
  const blocks = new Map([...byAd].map(([adId, own]) => [adId, blockOf(own, cells, moneyDecimals)]))
  const total = lines.reduce((sum, line) => sum + BigInt(scaled(line.spend, moneyDecimals)), 0n)
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new ResultsFileError(
      `${path} spends too much at ${moneyDecimals} decimals to be summed exactly. Round Spent to fewer decimals.`,
    )
  }
  return {
    cells,
    known: new Set(['impressions', 'clicks', 'spend', 'leads', 'purchases']),
    moneyDecimals,
    isSettling: false,
    activity: () => undefined,
    *blocks(ad, since, until) {
      const block = blocks.get(ad.id)
      if (block && block.firstDay <= until && block.firstDay + block.days > since) yield block
    },
  }
}

function cellsOf(lines: readonly ResultLine[]): Cell[] {
  const names = [...new Set(lines.map(cellName))].sort()
  return names.map((name) => {
    const [age = '', gender = ''] = name.split('|')
    return { age, gender }
  })
}

function blockOf(lines: readonly ResultLine[], cells: readonly Cell[], moneyDecimals: number): FactBlock {
  const firstDay = firstDayOf(lines)
  const days = lastDayOf(lines) - firstDay + 1
  const values = new Float64Array(days * cells.length * measureCount)
  for (const line of lines) {
    const cell = cells.findIndex(({ age, gender }) => age === line.age && gender === line.gender)
    const offset = ((line.day - firstDay) * cells.length + cell) * measureCount
    const add = (name: keyof typeof at, value: number) => {
      values[offset + at[name]] = (values[offset + at[name]] ?? 0) + value
    }
    add('impressions', line.impressions)
    add('clicks', line.clicks)
    add('spend', Number(scaled(line.spend, moneyDecimals)))
    add('leads', line.leads)
    add('purchases', line.purchases)
  }
  return { firstDay, days, totals: dayTotals(values, days, cells.length), cells: () => values }
}

/** `"1.42"` with 9 decimals is `"1420000000"`. */
function scaled(amount: string, decimals: number): string {
  const [whole = '0', fraction = ''] = amount.split('.')
  return `${whole}${fraction.padEnd(decimals, '0')}`
}

// The file says nothing of people; each ad set's public is taken as half its impressions.
function poolsOf(lines: readonly ResultLine[], cells: readonly Cell[]): Map<string, Float64Array> {
  const pools = new Map<string, Float64Array>()
  for (const line of lines) {
    const pool = pools.get(line.adSetId) ?? new Float64Array(cells.length)
    const cell = cells.findIndex(({ age, gender }) => age === line.age && gender === line.gender)
    pool[cell] = (pool[cell] ?? 0) + line.impressions / 2
    pools.set(line.adSetId, pool)
  }
  return pools
}

function cellName({ age, gender }: ResultLine): string {
  return `${age}|${gender}`
}
