import {
  type AdAccount,
  type AdsErrorCode,
  type BreakdownName,
  dayAt,
  errorActions,
  type InsightsFilter,
  isMetricName,
} from '@adpane/contract'
import type { AdsSession } from '../client/session.ts'
import type { WidgetStateName } from '../widget/widget-state.ts'
import { fakeAccounts } from './fake-accounts.ts'
import { answerInsights, answerObjects, type FakeQuestion } from './fake-answers.ts'

/** One for each state a widget can be in. */
export type FakeScenario = WidgetStateName

export interface FakeBffOptions {
  /** @default 'ready' */
  scenario?: FakeScenario
  /** The instant the fake world stands at. @default 14:07 on Nov 23 2026 in New York */
  now?: Date
  /** Milliseconds before each answer. @default 0 */
  latencyMs?: number
}

export interface FakeBff {
  /** Goes into the provider as `fetch`. */
  fetch: typeof globalThis.fetch
  /** Goes into the provider as `fetchSession`. */
  fetchSession: () => Promise<AdsSession>
  /** Goes into the provider as `now`. */
  now: () => Date
  /** Every request so far, in order. */
  calls: readonly FakeCall[]
  /** Changes what later requests meet, as when a connection breaks while a page is open. */
  setScenario: (scenario: FakeScenario) => void
}

export interface FakeCall {
  path: string
  params: URLSearchParams
  authorization: string | null
}

/** Where the fake BFF is mounted. Nothing is served there; its `fetch` answers. */
export const FAKE_ENDPOINT = 'https://fake.adpane.test/api'

/**
 * A BFF in memory that speaks the contract: invented, deterministic data that adds up, in every state a widget has.
 *
 * Where last known numbers stay in view (offline, connection broken, session expired) the first answer to a question
 * succeeds and later ones fail.
 */
export function createFakeBff(options: FakeBffOptions = {}): FakeBff {
  const { now = new Date('2026-11-23T19:07:00Z'), latencyMs = 0 } = options
  const world: World = { scenario: options.scenario ?? 'ready', now, answered: new Set(), sessions: 0 }
  const calls: FakeCall[] = []

  async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const path = url.pathname.replace(new URL(FAKE_ENDPOINT).pathname, '')
    calls.push({ path, params: url.searchParams, authorization: request.headers.get('authorization') })
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    return respond(world, path, url.searchParams, request.signal)
  }

  return {
    fetch,
    fetchSession: async () => {
      if (world.scenario === 'session-expired' && world.sessions > 0)
        throw new Error('The host signed this person out.')
      world.sessions++
      return { token: `fake-session-${world.sessions}`, expiresIn: 900 }
    },
    now: () => now,
    calls,
    setScenario: (scenario) => {
      world.scenario = scenario
    },
  }
}

interface World {
  scenario: FakeScenario
  now: Date
  /** Questions answered at least once. */
  answered: Set<string>
  sessions: number
}

async function respond(world: World, path: string, params: URLSearchParams, signal: AbortSignal): Promise<Response> {
  if (path === '/accounts') return json({ data: accountsIn(world) })
  if (world.scenario === 'loading') return never(signal)
  const refused = refusal(world, `${path}?${params.toString()}`)
  if (refused === 'unreachable') throw new TypeError('Failed to fetch')
  if (refused) return failed(refused, world)
  return answer(world, path, params)
}

function answer(world: World, path: string, params: URLSearchParams): Response {
  const [, , accountId = '', resource = ''] = path.split('/').map(decodeURIComponent)
  const account = accountsIn(world).find((known) => known.id === accountId)
  if (!account) return failed('account_not_allowed', world)
  const freshness = freshnessIn(world)
  const question = parse(account, params, world.now, new Date(freshness.syncedAt))
  const envelope = { freshness, ...pendingIn(world) }
  switch (resource) {
    case 'insights':
      return json({ ...shaped(answerInsights(question), world), ...envelope })
    case 'campaigns':
      return json({ ...shaped(answerObjects(question, 'campaign'), world), ...envelope })
    case 'adsets':
      return json({ ...shaped(answerObjects(question, 'adset'), world), ...envelope })
    case 'ads':
      return json({ ...shaped(answerObjects(question, 'ad'), world), ...envelope })
    default:
      return failed('not_found', world)
  }
}

function accountsIn({ scenario }: World): readonly AdAccount[] {
  return fakeAccounts.map((account) => (scenario === 'account-disabled' ? { ...account, status: 'disabled' } : account))
}

/** What stands between the question and its answer, if anything. */
function refusal(world: World, question: string): AdsErrorCode | 'unreachable' | undefined {
  const again = world.answered.has(question)
  world.answered.add(question)
  if (world.scenario === 'error') return 'internal'
  if (world.scenario === 'no-permission') return 'scope_missing'
  if (!again) return undefined
  if (world.scenario === 'offline') return 'unreachable'
  if (world.scenario === 'connection-broken') return 'connection_broken'
  return world.scenario === 'session-expired' ? 'session_expired' : undefined
}

/** Minutes since Meta was read, by scenario. What is older than 15 is asked again at once. */
const ageMinutes: Partial<Record<FakeScenario, number>> = {
  'rate-limited': 17,
  'connection-broken': 14 * 60 + 27,
  'session-expired': 16,
  offline: 16,
  stale: 167,
}

function freshnessIn({ scenario, now }: World) {
  const syncedAt = new Date(now.getTime() - (ageMinutes[scenario] ?? 2) * 60_000).toISOString()
  const limited = scenario === 'rate-limited' ? { limited: { retryAfterMs: 161_000 } } : {}
  return { syncedAt, final: false, source: 'store', ...limited }
}

function pendingIn({ scenario }: World) {
  return scenario === 'partial' ? { pending: { reportId: 'report_1', progress: 0.87 } } : {}
}

interface Answer {
  rows: object[]
  totals: { metrics: Record<string, unknown>; of: number }
}

/** Takes rows away where the scenario has fewer: none when empty, a hole of four days while a report runs. */
function shaped<A extends Answer>(full: A, { scenario }: World): A {
  if (scenario === 'empty') {
    const metrics = Object.fromEntries(Object.keys(full.totals.metrics).map((name) => [name, null]))
    return { ...full, rows: [], totals: { metrics, of: 0 } }
  }
  if (scenario !== 'partial') return full
  const daily = full.rows.some((row) => 'day' in row)
  const rows = daily ? full.rows.filter((_, index) => index < 9 || index > 12) : full.rows.slice(0, 8)
  return { ...full, rows }
}

function parse(account: AdAccount, params: URLSearchParams, now: Date, syncedAt: Date): FakeQuestion {
  const list = (name: string) => params.get(name)?.split(',').filter(Boolean) ?? []
  const trend = params.get('trend') ?? ''
  return {
    account,
    today: dayAt(now, account.timezone),
    knownUntil: dayAt(syncedAt, account.timezone),
    since: params.get('since') ?? '',
    until: params.get('until') ?? '',
    metrics: list('metrics').filter(isMetricName),
    level: (params.get('level') ?? 'account') as FakeQuestion['level'],
    increment: (params.get('increment') ?? 'all') as FakeQuestion['increment'],
    breakdowns: list('breakdowns') as BreakdownName[],
    filter: JSON.parse(params.get('filter') ?? '[]') as InsightsFilter[],
    sort: params.get('sort') ?? undefined,
    limit: Number(params.get('limit') ?? 100),
    offset: Number(params.get('cursor') ?? 0),
    trend: isMetricName(trend) ? trend : undefined,
  }
}

function never(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })
}

const statuses: Partial<Record<AdsErrorCode, number>> = {
  account_not_allowed: 403,
  scope_missing: 403,
  not_found: 404,
  connection_broken: 409,
  session_expired: 401,
}

function failed(code: AdsErrorCode, world: World): Response {
  const requestId = `req_8f3k2m${world.answered.size.toString(36)}q`
  const error = { code, message: `The fake BFF refused: ${code}.`, action: errorActions[code], requestId }
  return json({ error }, statuses[code] ?? 500)
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status })
}
