import { aggregate } from '../insights/aggregate.ts'
import { localMoment, offsetHours, graphTime } from '../world/clock.ts'
import { at } from '../world/facts.ts'
import type { AdAccount, AdObject, Budgeted, Creative } from '../world/objects.ts'
import { accountNode, adSetNode, campaignNode, creativeNode, type Node, type NodeType } from './nodes.ts'

/** What reading a field may need besides the node. */
export interface ReadContext {
  now: Date
  /** Where this sandbox is reached, without a trailing slash. */
  origin: string
}

type FieldsOf<T extends NodeType> = Record<string, (node: Extract<Node, { type: T }>, context: ReadContext) => unknown>

/** The field of a node: a plain value, another node, or undefined when it has none. */
export function nodeField(node: Node, name: string, context: ReadContext): unknown {
  switch (node.type) {
    case 'User':
      return userFields[name]?.(node, context)
    case 'AdAccount':
      return accountFields[name]?.(node, context)
    case 'Campaign':
      return campaignFields[name]?.(node, context)
    case 'AdSet':
      return adSetFields[name]?.(node, context)
    case 'Ad':
      return adFields[name]?.(node, context)
    case 'AdCreative':
      return creativeFields[name]?.(node, context)
    case 'AdReportRun':
      return runFields[name]?.(node, context)
  }
}

/** True when the sandbox knows this field on this type of node. */
export function hasNodeField(type: NodeType, name: string): boolean {
  return Object.hasOwn(tables[type], name)
}

/** What a node read without `fields` shows. */
export const defaultFields: Record<NodeType, readonly string[]> = {
  User: ['name', 'id'],
  AdAccount: ['account_id', 'id'],
  Campaign: ['id'],
  AdSet: ['id'],
  Ad: ['id'],
  AdCreative: ['id'],
  AdReportRun: [
    'id',
    'account_id',
    'time_ref',
    'time_completed',
    'async_status',
    'async_percent_completion',
    'date_start',
    'date_stop',
  ],
}

const userFields: FieldsOf<'User'> = {
  id: ({ id }) => id,
  name: ({ caller }) => caller.userName,
}

const accountFields: FieldsOf<'AdAccount'> = {
  id: ({ id }) => id,
  account_id: ({ account }) => digitsOf(account),
  name: ({ account }) => account.name,
  currency: ({ account }) => account.currency,
  timezone_name: ({ account }) => account.timezone,
  timezone_id: ({ account }) => timezoneIds[account.timezone] ?? 0,
  timezone_offset_hours_utc: ({ account }, { now }) => offsetHours(now, account.timezone),
  account_status: () => 1,
  disable_reason: () => 0,
  age: ({ account }, { now }) => localMoment(now, account.timezone).today - account.createdDay,
  amount_spent: ({ account }, { now }) => String(spentInMinorUnits(account, now)),
  balance: () => '0',
  spend_cap: () => '0',
  business: ({ account }) => account.business,
  business_name: ({ account }) => account.business.name,
  business_country_code: ({ account }) => account.countryCode,
  owner: ({ account }) => account.business.id,
  created_time: ({ account }) => graphTime(account.createdDay, 600, account.timezone),
  is_personal: () => 0,
  is_prepay_account: () => false,
  min_daily_budget: ({ account }) => (account.currencyDecimals === 0 ? 150 : 100),
  min_campaign_group_spend_cap: ({ account }) => (account.currencyDecimals === 0 ? '15000' : '10000'),
  user_tasks: () => ['DRAFT', 'ANALYZE', 'ADVERTISE', 'MANAGE'],
  capabilities: () => ['CAN_USE_REACH_AND_FREQUENCY', 'CAN_USE_CONVERSION_LIFT'],
}

const campaignFields: FieldsOf<'Campaign'> = {
  ...objectFields<'Campaign'>(),
  objective: ({ object }) => object.objective,
  buying_type: () => 'AUCTION',
  bid_strategy: ({ object }) => object.bidStrategy,
  daily_budget: ({ object }) => budget(object.dailyBudget),
  lifetime_budget: ({ object }) => budget(object.lifetimeBudget),
  budget_remaining: ({ object }) => remaining(object),
  start_time: ({ object }) => object.startTime,
  stop_time: ({ object }) => object.stopTime,
  special_ad_categories: () => [],
  special_ad_category: () => 'NONE',
}

const adSetFields: FieldsOf<'AdSet'> = {
  ...objectFields<'AdSet'>(),
  campaign_id: ({ object }) => object.campaign.id,
  campaign: ({ account, object }) => campaignNode(account, object.campaign),
  optimization_goal: ({ object }) => object.optimizationGoal,
  billing_event: () => 'IMPRESSIONS',
  bid_strategy: ({ object }) => object.bidStrategy,
  daily_budget: ({ object }) => adSetBudget(object, object.dailyBudget),
  lifetime_budget: ({ object }) => adSetBudget(object, object.lifetimeBudget),
  budget_remaining: ({ object }) => remaining(object),
  start_time: ({ object }) => object.startTime,
  end_time: ({ object }) => object.endTime,
  targeting: ({ object }) => object.targeting,
  promoted_object: ({ object }) => object.promotedObject,
  destination_type: ({ object }) => (object.optimizationGoal === 'LEAD_GENERATION' ? 'ON_AD' : 'WEBSITE'),
  attribution_spec: () => [
    { event_type: 'CLICK_THROUGH', window_days: 7 },
    { event_type: 'VIEW_THROUGH', window_days: 1 },
  ],
  learning_stage_info: ({ object }) => (object.learning ? { status: object.learning } : undefined),
  is_dynamic_creative: () => false,
  pacing_type: () => ['standard'],
}

const adFields: FieldsOf<'Ad'> = {
  ...objectFields<'Ad'>(),
  adset_id: ({ object }) => object.adSet.id,
  campaign_id: ({ object }) => object.adSet.campaign.id,
  adset: ({ account, object }) => adSetNode(account, object.adSet),
  campaign: ({ account, object }) => campaignNode(account, object.adSet.campaign),
  creative: ({ account, object }) => creativeNode(account, object.creative),
  issues_info: ({ object }) => issuesOf(object),
}

const creativeFields: FieldsOf<'AdCreative'> = {
  id: ({ id }) => id,
  account_id: ({ account }) => digitsOf(account),
  name: ({ object }) => object.name,
  title: ({ object }) => object.title,
  body: ({ object }) => object.body,
  status: () => 'ACTIVE',
  object_type: ({ object }) => object.objectType,
  call_to_action_type: ({ object }) => object.callToAction,
  link_url: ({ object }) => object.linkUrl,
  thumbnail_url: ({ object }, { origin }) => pictureUrl(object, origin, 160),
  image_url: ({ object }, { origin }) => pictureUrl(object, origin, 1080),
  object_story_spec: ({ account, object }) => ({
    page_id: String(104_200_000_000_000 + Number(digitsOf(account).slice(-6))),
    link_data: {
      link: object.linkUrl,
      message: object.body,
      name: object.title,
      call_to_action: { type: object.callToAction },
    },
  }),
}

const runFields: FieldsOf<'AdReportRun'> = {
  id: ({ id }) => id,
  account_id: ({ account }) => digitsOf(account),
  time_ref: ({ run }) => Math.floor(run.startedAt.getTime() / 1000),
  time_completed: ({ run }) => (isCompleted(run.status()) ? Math.floor(run.completedAt.getTime() / 1000) : undefined),
  async_status: ({ run }) => run.status().async_status,
  async_percent_completion: ({ run }) => run.status().async_percent_completion,
  is_running: ({ run }) => !isCompleted(run.status()),
  is_bookmarked: () => false,
  date_start: ({ run }) => run.dateStart,
  date_stop: ({ run }) => run.dateStop,
  // Known fields that only a failed, exported or scheduled run fills; no run here fails yet.
  error_code: absent,
  error_subcode: absent,
  error_message: absent,
  error_user_title: absent,
  error_user_msg: absent,
  friendly_name: absent,
  async_report_url: absent,
  schedule_id: absent,
  emails: absent,
}

const tables: Record<NodeType, object> = {
  User: userFields,
  AdAccount: accountFields,
  Campaign: campaignFields,
  AdSet: adSetFields,
  Ad: adFields,
  AdCreative: creativeFields,
  AdReportRun: runFields,
}

function objectFields<T extends 'Campaign' | 'AdSet' | 'Ad'>(): FieldsOf<T> {
  const read =
    <V>(pick: (object: AdObject) => V) =>
    (node: { object: AdObject }) =>
      pick(node.object)
  return {
    id: ({ id }: Node) => id,
    account_id: ({ account }: { account: AdAccount }) => digitsOf(account),
    account: ({ account }: { account: AdAccount }) => accountNode(account),
    name: read(({ name }) => name),
    status: read(({ status }) => status),
    configured_status: read(({ status }) => status),
    effective_status: read(({ effectiveStatus }) => effectiveStatus),
    created_time: read(({ createdTime }) => createdTime),
    updated_time: read(({ updatedTime }) => updatedTime),
  }
}

function pictureUrl({ picture }: Creative, origin: string, size: number): string {
  return `${origin}/__media/${picture.subject}-${picture.seed}-${size}.svg`
}

function digitsOf(account: AdAccount): string {
  return account.id.slice('act_'.length)
}

function budget(minor: number | undefined): string | undefined {
  return minor === undefined ? undefined : String(minor)
}

// An ad set with a budget shows the kind it does not use as 0; under a campaign budget it shows neither.
function adSetBudget({ dailyBudget, lifetimeBudget }: Budgeted, minor: number | undefined): string | undefined {
  return dailyBudget === undefined && lifetimeBudget === undefined ? undefined : String(minor ?? 0)
}

// The sandbox does not bill: what is left of a budget is all of it.
function remaining({ dailyBudget, lifetimeBudget }: Budgeted): string {
  return String(dailyBudget ?? lifetimeBudget ?? 0)
}

function issuesOf({ effectiveStatus }: AdObject): unknown {
  if (effectiveStatus === 'DISAPPROVED') {
    return [
      issue('HARD_ERROR', 1815869, 'Ad rejected', 'The ad was rejected in review. Edit it or ask for another review.'),
    ]
  }
  if (effectiveStatus !== 'WITH_ISSUES') return undefined
  return [issue('SOFT_ERROR', 1815859, 'Landing page is slow', 'Some people leave before the landing page has loaded.')]
}

function issue(errorType: string, code: number, summary: string, message: string): Record<string, unknown> {
  return { level: 'AD', error_code: code, error_type: errorType, error_summary: summary, error_message: message }
}

/** All spend so far in minor units of the currency. */
function spentInMinorUnits(account: AdAccount, now: Date): number {
  const moment = localMoment(now, account.timezone)
  const facts = account.facts()
  const oneGroup = facts.cells.map(() => 0)
  const period = { since: account.createdDay, until: moment.today }
  const [totals] = aggregate(account, account.structure().ads, period, oneGroup, moment)
  return Math.round((totals?.sums[at.spend] ?? 0) / 10 ** (facts.moneyDecimals - account.currencyDecimals))
}

function absent(): undefined {
  return undefined
}

function isCompleted({ async_status: status }: { async_status: string }): boolean {
  return status === 'Job Completed'
}

// Meta's own numbers for the zones the sandbox uses, where they are public.
const timezoneIds: Record<string, number> = {
  'America/New_York': 7,
  'America/Sao_Paulo': 25,
  'Asia/Tokyo': 77,
  'Asia/Kolkata': 71,
  'Australia/Sydney': 15,
  'Europe/Berlin': 47,
  'Europe/London': 58,
  'America/Toronto': 32,
}
