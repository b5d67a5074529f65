import { onTestFinished } from 'vitest'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

type Values = Readonly<Record<string, unknown>>

/** Answer of one call. */
export interface Answer {
  status: number
  body: Record<string, unknown>
  /** `error_subcode`, or the code where there is none; undefined when it went well. */
  refusal?: unknown
}

/** A fresh sandbox, seen from its first ad account, with the words an advertiser uses. */
export interface Advertiser {
  sandbox: Sandbox
  /** `act_…` */
  accountId: string
  pageId: string
  pixelId: string
  post: (path: string, params?: Values) => Promise<Answer>
  get: (path: string, params?: Values) => Promise<Answer>
  remove: (path: string, params?: Values) => Promise<Answer>
  /** Makes a paused campaign for sales and answers with its id; so do the others, under the parent named. */
  campaign: (params?: Values) => Promise<string>
  adSet: (campaignId: string, params?: Values) => Promise<string>
  creative: (params?: Values) => Promise<string>
  ad: (adSetId: string, params?: Values) => Promise<string>
  soundAdSet: (campaignId: string) => Values
  status: (id: string) => Promise<unknown>
  /** Moves the sandbox clock. */
  pass: (ms: number) => void
}

export const hourMs = 3_600_000

export async function anAdvertiser(): Promise<Advertiser> {
  const sandbox = await startSandbox({
    port: 0,
    seed: 7,
    isClockFrozen: true,
    now: new Date('2026-11-23T12:00:00Z'),
    reportDurationMs: 0,
  })
  onTestFinished(() => sandbox.close())
  const call = (method: string, path: string, params: Values) => request(sandbox, method, path, params)
  const post = (path: string, params: Values = {}) => call('POST', path, params)
  const get = (path: string, params: Values = {}) => call('GET', path, params)
  const accountId = sandbox.accounts[0]?.id ?? ''
  const pixels = await get(`${accountId}/adspixels`)
  const pixelId = String((pixels.body['data'] as { id: string }[])[0]?.id)
  const pageId = '104200000000000'
  const make = async (path: string, params: Values) => {
    const { body } = await post(path, params)
    if (typeof body['id'] !== 'string') throw new Error(`Not made: ${JSON.stringify(body)}`)
    return body['id']
  }
  const soundAdSet = (campaignId: string): Values => ({
    name: 'Broad',
    campaign_id: campaignId,
    daily_budget: 2000,
    billing_event: 'IMPRESSIONS',
    optimization_goal: 'OFFSITE_CONVERSIONS',
    promoted_object: { pixel_id: pixelId, custom_event_type: 'PURCHASE' },
    targeting: { geo_locations: { countries: ['US'] }, targeting_automation: { advantage_audience: 0 } },
  })
  const creative = (params: Values = {}) => make(`${accountId}/adcreatives`, { ...aStory(pageId), ...params })
  return {
    sandbox,
    accountId,
    pageId,
    pixelId,
    post,
    get,
    remove: (path, params = {}) => call('DELETE', path, params),
    campaign: (params = {}) => make(`${accountId}/campaigns`, { ...soundCampaign, ...params }),
    adSet: (campaignId, params = {}) => make(`${accountId}/adsets`, { ...soundAdSet(campaignId), ...params }),
    creative,
    ad: async (adSetId, params = {}) =>
      make(`${accountId}/ads`, {
        name: 'Ad',
        adset_id: adSetId,
        creative: { creative_id: await creative() },
        ...params,
      }),
    soundAdSet,
    status: async (id) => (await get(id, { fields: 'effective_status' })).body['effective_status'],
    pass: (ms) => sandbox.control.clock.advance(ms),
  }
}

export const soundCampaign: Values = {
  name: 'Spring',
  objective: 'OUTCOME_SALES',
  special_ad_categories: [],
  is_adset_budget_sharing_enabled: false,
}

/** Parameters of a link ad's creative. */
export function aStory(pageId: string): Values {
  const link_data = {
    link: 'https://shop.example.test/p',
    message: 'New arrivals',
    call_to_action: { type: 'SHOP_NOW' },
  }
  return { name: 'Story', object_story_spec: { page_id: pageId, link_data } }
}

async function request(sandbox: Sandbox, method: string, path: string, params: Values): Promise<Answer> {
  const form = new URLSearchParams(
    Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
  const isForm = method === 'POST'
  const response = await fetch(`${sandbox.url}/v25.0/${path}${isForm ? '' : `?${form.toString()}`}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.accessToken}` },
    ...(isForm ? { body: form } : {}),
  })
  const body = (await response.json()) as Record<string, unknown> & { error?: Record<string, unknown> }
  const { error } = body
  return { status: response.status, body, ...(error ? { refusal: error['error_subcode'] ?? error['code'] } : {}) }
}
