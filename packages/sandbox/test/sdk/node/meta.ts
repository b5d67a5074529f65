import {
  AdAccount,
  FacebookAdsApi,
  type Ad,
  type AdCreative,
  type AdSet,
  type Campaign,
} from 'facebook-nodejs-business-sdk'
import type { Announcement } from '../../../src/index.ts'

/** The sandbox as a program around the Node SDK sees it. */
export interface Meta {
  accessToken: string
  appId: string
  appSecret: string
  /** The ad account most flows work in, in dollars, `act_…`. */
  account: string
  /** Another one, for flows that change or exhaust a whole account. */
  spareAccount: string
  accountObject: AdAccount
  /** A name no other object of this run has. */
  nameFor(what: string): string
  /** Asks the sandbox's control API: faults, clock, quotas. */
  control(method: 'POST' | 'DELETE', path: string, body?: Record<string, unknown>): Promise<void>
  /** The page this account advertises for, as its ads say. */
  pageId(): Promise<string>
  campaign(changes?: Params): Promise<Campaign>
  adSet(campaign: Campaign, changes?: Params): Promise<AdSet>
  creative(changes?: Params): Promise<AdCreative>
  ad(adSet: AdSet, creative: AdCreative, changes?: Params): Promise<Ad>
}

export type Params = Record<string, unknown>

/** Anyone aged 18 and over in the United States. */
export const targeting = { geo_locations: { countries: ['US'] }, targeting_automation: { advantage_audience: 0 } }

/** Signs in with the SDK as its readme says, the crash reporter left off. */
export function openMeta({ url, accessToken, appId, appSecret, accounts, controlUrl = '' }: Announcement): Meta {
  pointSdkAt(url)
  FacebookAdsApi.init(accessToken, 'en_US', false)
  const dollars = accounts.find(({ currency }) => currency === 'USD')?.id ?? ''
  // Objects keep what was set on them and send it along with the next call, so flows share settings but no objects.
  const account = () => new AdAccount(dollars)
  let serial = 0
  const meta: Meta = {
    accessToken,
    appId,
    appSecret,
    account: dollars,
    spareAccount: accounts.findLast(({ id }) => id !== dollars)?.id ?? '',
    get accountObject() {
      return account()
    },
    nameFor: (what) => `SDK ${what} ${++serial}`,
    control: (method, path, body) => askControl(controlUrl, method, path, body),
    pageId: async () => {
      const [creative] = await account().getAdCreatives(['object_story_spec'], { limit: 1 })
      const spec: { page_id: string } = creative?.['object_story_spec']
      return spec.page_id
    },
    campaign: (changes) =>
      account().createCampaign([], {
        name: meta.nameFor('campaign'),
        objective: 'OUTCOME_TRAFFIC',
        status: 'PAUSED',
        special_ad_categories: [],
        is_adset_budget_sharing_enabled: false,
        ...changes,
      }),
    adSet: (campaign, changes) =>
      account().createAdSet([], {
        name: meta.nameFor('ad set'),
        campaign_id: campaign.id,
        status: 'PAUSED',
        daily_budget: 5000,
        billing_event: 'IMPRESSIONS',
        optimization_goal: 'LINK_CLICKS',
        bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
        targeting,
        ...changes,
      }),
    creative: async (changes) =>
      account().createAdCreative([], {
        name: meta.nameFor('creative'),
        object_story_spec: {
          page_id: await meta.pageId(),
          link_data: { link: 'https://example.com/shop', message: 'Now in all sizes' },
        },
        ...changes,
      }),
    ad: (adSet, creative, changes) =>
      account().createAd([], {
        name: meta.nameFor('ad'),
        adset_id: adSet.id,
        creative: { creative_id: creative.id },
        status: 'PAUSED',
        ...changes,
      }),
  }
  return meta
}

/** The SDK has no option for its host; this getter is the only thing changed in it. */
function pointSdkAt(url: string): void {
  Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => url, configurable: true })
}

async function askControl(url: string, method: string, path: string, body?: Record<string, unknown>): Promise<void> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`The control API answered ${response.status}: ${await response.text()}`)
}
