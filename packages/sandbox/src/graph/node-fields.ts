import { aggregateSpend } from '../insights/account-spend.ts'
import { exportAddress } from '../insights/report-file.ts'
import { pageFields } from '../account-edges/page-fields.ts'
import { opportunityScore } from '../account-edges/recommendations.ts'
import { acceptedTerms } from '../audiences/audience-terms.ts'
import { asyncRequestFields, asyncSessionFields, asyncSetFields } from '../batch/async-fields.ts'
import { periodFields } from '../objects/budget-period-nodes.ts'
import { computedFields, type ReadContext } from '../objects/computed-fields.ts'
import { studyCellFields, studyFields } from '../studies/study-fields.ts'
import { graphTime, localMoment, offsetHours } from '../world/clock.ts'
import type { AdAccount } from '../world/objects.ts'
import { pageNode } from './find-node.ts'
import { businessNode, type Node, type NodeType } from './node.ts'

type Reader<N extends Node = never> = (node: N, context: ReadContext) => unknown

/**
 * The field of a node: a plain value, another node, or undefined when it has none.
 * Stored fields come as they were stored; the rest is computed now.
 */
export function nodeField(node: Node, name: string, context: ReadContext): unknown {
  if (name === 'id') return node.id
  const reader = readers(node.type)?.[name]
  if (reader) return reader(node as never, context)
  if (!('account' in node)) return undefined
  if (name === 'account_id') return digitsOf(node.account)
  if (node.type === 'AdAccount') return node.account.values[name]
  return 'object' in node ? node.object.values[name] : undefined
}

/** True when the sandbox computes this field on this type of node, whether or not Meta publishes it. */
export function hasComputedField(type: NodeType, name: string): boolean {
  return Object.hasOwn(readers(type) ?? {}, name)
}

/** What a node read without `fields` shows. */
export function defaultFieldsOf(type: NodeType, version: string): readonly string[] {
  const fields = defaultFields[type] ?? ['id']
  // Failed runs explain themselves unasked since v25.0.
  const isSilent = type === 'AdReportRun' && version < 'v25.0'
  return isSilent ? fields.filter((name) => !name.startsWith('error_')) : fields
}

const defaultFields: Partial<Record<NodeType, readonly string[]>> = {
  User: ['name', 'id'],
  SystemUser: ['name', 'id'],
  Application: ['name', 'id'],
  Business: ['id', 'name'],
  Page: ['name', 'id'],
  AdAccount: ['account_id', 'id'],
  AdImage: ['id', 'hash'],
  AdLabel: ['id', 'name'],
  AdAsyncRequestSet: ['id', 'owner_id', 'name', 'is_completed'],
  AdAsyncRequest: ['id', 'scope_object_id', 'status'],
  AsyncSession: ['id', 'name', 'status', 'complete_time', 'result', 'error_code', 'exception'],
  AdReportRun: [
    'id',
    'account_id',
    'time_ref',
    'time_completed',
    'async_status',
    'async_percent_completion',
    'date_start',
    'date_stop',
    'error_code',
    'error_subcode',
    'error_message',
    'error_user_title',
    'error_user_msg',
  ],
}

function readers(type: NodeType): Readonly<Record<string, Reader>> | undefined {
  return tables[type] ?? (computedFields as Partial<Record<NodeType, Readonly<Record<string, Reader>>>>)[type]
}

const userFields: Readonly<Record<string, Reader<Extract<Node, { type: 'User' | 'SystemUser' }>>>> = {
  name: ({ caller }) => caller.name,
  first_name: ({ caller }) => caller.name.split(' ')[0],
  last_name: ({ caller }) => caller.name.split(' ').slice(1).join(' '),
  short_name: ({ caller }) => caller.name.split(' ')[0],
  email: ({ caller }) => caller.email,
}

const systemUserFields: typeof userFields = { name: ({ caller }) => caller.name }

const accountFields: Readonly<Record<string, Reader<Extract<Node, { type: 'AdAccount' }>>>> = {
  name: ({ account }) => account.values['name'] ?? account.name,
  currency: ({ account }) => account.currency,
  timezone_name: ({ account }) => account.timezone,
  timezone_id: ({ account }) => timezoneIds[account.timezone] ?? 0,
  timezone_offset_hours_utc: ({ account }, { now }) => offsetHours(now, account.timezone),
  account_status: ({ account }) => account.values['account_status'] ?? 1,
  disable_reason: ({ account }) => account.values['disable_reason'] ?? 0,
  age: ({ account }, { now }) => localMoment(now, account.timezone).today - account.createdDay,
  amount_spent: ({ account }, { now }) => amountSpent(account, now),
  balance: () => '0',
  spend_cap: ({ account }) => account.values['spend_cap'] ?? '0',
  business: ({ account }) => businessNode(account),
  business_name: ({ account }) => account.business.name,
  business_country_code: ({ account }) => account.countryCode,
  owner: ({ account }) => account.business.id,
  created_time: ({ account }) => graphTime(account.createdDay, 600, account.timezone),
  is_personal: () => 0,
  is_prepay_account: () => false,
  min_daily_budget: ({ account }) => (account.currencyDecimals === 0 ? 150 : 100),
  min_campaign_group_spend_cap: ({ account }) => (account.currencyDecimals === 0 ? '15000' : '10000'),
  opportunity_score: ({ account }, { now }) => opportunityScore(account, now),
  tos_accepted: ({ account }) => acceptedTerms(account),
  user_tasks: () => ['DRAFT', 'ANALYZE', 'ADVERTISE', 'MANAGE'],
  capabilities: () => ['CAN_USE_REACH_AND_FREQUENCY', 'CAN_USE_CONVERSION_LIFT'],
}

const businessFields: Readonly<Record<string, Reader<Extract<Node, { type: 'Business' }>>>> = {
  name: ({ name }) => name,
  verification_status: () => 'verified',
  primary_page: ({ accounts: [account] }) => account && pageNode(account),
}

const applicationFields: Readonly<Record<string, Reader<Extract<Node, { type: 'Application' }>>>> = {
  name: ({ name }) => name,
  category: () => 'Business',
  link: ({ id }) => `https://www.facebook.com/games/?app_id=${id}`,
}

type RunNode = Extract<Node, { type: 'AdReportRun' }>

const runFields: Readonly<Record<string, Reader<RunNode>>> = {
  time_ref: ({ run }) => Math.floor(run.startedAt.getTime() / 1000),
  time_completed: ({ run }) => (isCompleted(run.status()) ? Math.floor(run.completedAt.getTime() / 1000) : undefined),
  async_status: ({ run }) => run.status().async_status,
  async_percent_completion: ({ run }) => run.status().async_percent_completion,
  is_running: ({ run }) => /Started|Running/.test(run.status().async_status),
  is_bookmarked: () => false,
  is_async_export: ({ run }) => (run.exported ? 1 : 0),
  async_report_url: ({ run }, { origin }) => run.exported && exportAddress(origin, run.id, run.exported),
  error_code: ({ run }) => run.failure()?.error_code,
  error_subcode: ({ run }) => run.failure()?.error_subcode,
  error_message: ({ run }) => run.failure()?.error_message,
  error_user_title: ({ run }) => run.failure()?.error_user_title,
  error_user_msg: ({ run }) => run.failure()?.error_user_msg,
  date_start: ({ run }) => run.dateStart,
  date_stop: ({ run }) => run.dateStop,
}

const tables: Partial<Record<NodeType, Readonly<Record<string, Reader>>>> = {
  User: userFields,
  SystemUser: systemUserFields,
  AdAccount: accountFields,
  Business: businessFields,
  Page: pageFields,
  Application: applicationFields,
  AdReportRun: runFields,
  AdAsyncRequestSet: asyncSetFields,
  AdAsyncRequest: asyncRequestFields,
  AsyncSession: asyncSessionFields,
  HighDemandPeriod: periodFields,
  AdStudy: studyFields,
  AdStudyCell: studyCellFields,
}

// A caller may set the account's counter back to zero; what was spent until then stays in insights.
function amountSpent(account: AdAccount, now: Date): string {
  const before = Number(account.values['amount_spent_before_reset'] ?? 0)
  return String(Math.max(0, aggregateSpend(account, now) - before))
}

function digitsOf(account: AdAccount): string {
  return account.id.slice('act_'.length)
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
