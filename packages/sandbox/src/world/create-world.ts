import { plannedImages } from '../assets/planned-images.ts'
import { plannedAudiences } from '../audiences/planned-audiences.ts'
import type { AccountContent } from './account-content.ts'
import { createAccountObjects } from './account-objects.ts'
import { createAudience } from './audience.ts'
import { businesses, type Business, type Market } from './businesses.ts'
import { instantAt, localMoment } from './clock.ts'
import type { EpochDay } from './day.ts'
import { demographicCells, type AdSetDelivery } from './delivery.ts'
import { generatedFacts } from './generate-facts.ts'
import type { AdAccount, AdObject } from './objects.ts'
import { accountIndexOf } from './object-ids.ts'
import { planAccount } from './plan-account.ts'
import { createPlanCache, type PlanCache } from './plan-cache.ts'
import { seedOf } from './random.ts'

export interface Tenant {
  /** A slug, such as `fieldnote`. */
  id: string
  name: string
  accounts: readonly AdAccount[]
}

/** Every tenant and ad account of one sandbox. */
export interface World {
  tenants: readonly Tenant[]
  accounts: readonly AdAccount[]
  /** By `act_…` id. */
  account(id: string): AdAccount | undefined
  /** The account an object or page id may belong to; the object need not exist. */
  accountOfObject(id: string): AdAccount | undefined
  /** Those in which a call has changed anything; builds nothing. */
  changedAccounts(): readonly AdAccount[]
}

export interface WorldOptions {
  seed: number
  /** All accounts, loaded results included. */
  accounts: number
  /** Ads in each generated account. */
  ads: number
  start: Date
  /** An account made of loaded results; the first tenant's only one. */
  results?: AdAccount
}

export function createWorld({ seed, accounts: wanted, ads, start, results }: WorldOptions): World {
  const generated = wanted - (results ? 1 : 0)
  const owners = results ? businesses.slice(1) : businesses
  const first = businesses[0]
  const tenantCount = Math.min(owners.length, Math.max(Math.ceil(generated / 2), Math.min(generated, results ? 1 : 2)))
  const byBusiness = new Map<Business, AdAccount[]>(owners.slice(0, tenantCount).map((owner) => [owner, []]))
  const plans = createPlanCache(adsKept)
  for (let index = 0; index < generated; index++) {
    const owner = owners[ownerOf(index, generated, tenantCount)]
    if (!owner) continue
    const siblings = byBusiness.get(owner)
    siblings?.push(generatedAccount({ seed, index, siblings, business: owner, ads, start, plans }))
  }
  const tenants: Tenant[] = [...byBusiness].map(([owner, own]) => ({ id: owner.slug, name: owner.name, accounts: own }))
  if (results && first) tenants.unshift({ id: first.slug, name: first.name, accounts: [results] })
  const accounts = tenants.flatMap((tenant) => tenant.accounts)
  const byIndex = new Map(accounts.map((account) => [account.index, account]))
  const byId = new Map(accounts.map((account) => [account.id, account]))
  return {
    tenants,
    accounts,
    account: (id) => byId.get(id),
    // Ids of a results file follow no scheme of ours; they have to be looked up.
    accountOfObject: (id) =>
      byId.get(imageOwner(id)) ??
      byIndex.get(accountIndexOf(id) ?? -1) ??
      (results?.objects().find(id) ? results : undefined),
    changedAccounts: () =>
      accounts.filter((account) => {
        const isChanged = account === results ? account.objects().isChanged : plans.isChanged(account.id)
        return isChanged || Object.keys(account.values).length > 0
      }),
  }
}

// 250 accounts of the usual 160 ads, more of smaller ones: about 120 MB.
const adsKept = 40_000

/** `act_…` of the account whose digits stand before the hash of an image id. */
function imageOwner(id: string): string {
  return `act_${id.split(':')[0] ?? ''}`
}

// Accounts of one tenant stand together: 0 0 1 1 for four accounts of two tenants.
function ownerOf(index: number, accounts: number, tenants: number): number {
  return Math.floor((index * tenants) / accounts)
}

const accountIdBase = 100_260_000_000_000
const accountAgeDays = 460

interface GeneratedAccount {
  seed: number
  index: number
  /** The accounts of its business, to which it is about to be added. */
  siblings: readonly AdAccount[]
  business: Business
  ads: number
  start: Date
  plans: PlanCache
}

function generatedAccount(options: GeneratedAccount): AdAccount {
  const { index, siblings, business, start, plans } = options
  const ordinal = siblings.length
  const market = marketOf(business, ordinal)
  const startDay = localMoment(start, market.timezone).today
  const round = Math.floor(ordinal / business.markets.length)
  const id = `act_${accountIdBase + index}`
  const content = () => plans.get(id, () => contentOf(options, market, startDay))
  return {
    id,
    index,
    name: `${business.name} ${market.label}${round === 0 ? '' : ` ${round + 1}`}`,
    currency: market.currency,
    currencyDecimals: market.currencyDecimals,
    timezone: market.timezone,
    countryCode: market.country,
    business: { id: String(560_010_000_000_000 + seedOf(business.slug)), name: business.name },
    siblings,
    createdDay: startDay - accountAgeDays,
    values: {},
    objects: () => content().objects,
    facts: () => content().facts,
    audience: () => content().audience,
  }
}

function contentOf(options: GeneratedAccount, market: Market, startDay: EpochDay): AccountContent {
  const { seed, index, business, ads } = options
  const plan = planAccount({ seed, accountIndex: index, business, market, startDay, ads })
  const accountSeed = seedOf(seed, 'account', index, startDay)
  return {
    objects: createAccountObjects(index, [...plan.objects, ...plannedAssets(options, market, startDay, plan.objects)]),
    facts: generatedFacts(accountSeed, plan.deliveries, market.currencyDecimals),
    audience: createAudience(accountSeed, poolsOf(plan.adSetDeliveries), demographicCells.length),
  }
}

/** What an account has besides its ads: audiences, and the pictures of its creatives. */
function plannedAssets(
  { seed, index, business }: GeneratedAccount,
  { timezone, country }: Market,
  startDay: EpochDay,
  objects: readonly AdObject[],
): readonly AdObject[] {
  const creatives = objects.filter((object) => object.type === 'AdCreative')
  const createdMs = instantAt(startDay - accountAgeDays, 10, timezone).getTime()
  const audiences = {
    seed,
    accountIndex: index,
    businessName: business.name,
    timezone,
    countryCode: country,
    createdMs,
  }
  return [...plannedAudiences(audiences), ...plannedImages(`act_${accountIdBase + index}`, creatives)]
}

function marketOf(business: Business, ordinal: number): Market {
  const market = business.markets[ordinal % business.markets.length]
  if (!market) throw new Error(`${business.name} sells nowhere.`)
  return market
}

// An ad set's public is what it shows in about six weeks: the average person then has seen it once.
function poolsOf(adSets: ReadonlyMap<string, AdSetDelivery>): Map<string, Float64Array> {
  const entries = [...adSets].map(([id, { dailySpend, costPerThousand, cellShares }]) => {
    const people = (dailySpend / costPerThousand) * 1000 * 22
    return [id, Float64Array.from(cellShares, (share) => share * people)] as const
  })
  return new Map(entries)
}
