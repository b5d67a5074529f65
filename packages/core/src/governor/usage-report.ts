import type { LimitRecord, StoredUsage } from './governor-storage.ts'
import { countIn } from './limit-record.ts'

/** How much of an app's quotas is used, as far as we know. */
export interface UsageReport {
  appId: string
  /** Shared counters are away: decisions are made on a small budget of this process alone. */
  isDegraded: boolean
  app: readonly LimitUsage[]
  accounts: readonly { adAccountId: string; limits: readonly LimitUsage[] }[]
  tenants: readonly TenantUsage[]
}

export interface LimitUsage {
  /** `app`, `score`, `ads_management`, `ads_insights`, `custom_audience`, `mutations`, `reach`. */
  limit: string
  /** The higher of Meta's latest figure and our own count, 0–100. */
  usedPercent: number
  /** Calls, or points of the score, that we took in the window. */
  taken: number
  /** Calls or points a window holds, by the book or as learned. */
  quota: number
  windowMs: number
  circuit: 'closed' | 'open' | 'half_open'
  /** Milliseconds until calls may go again; 0 while they may. */
  retryAfterMs: number
}

export interface TenantUsage {
  tenantId: string
  callsLastHour: number
  /** Calls that were told to come back and are still expected. */
  waiting: number
}

const hourMs = 3_600_000

export function usageReport(appId: string, { nowMs, limits, tenants }: StoredUsage, isDegraded: boolean): UsageReport {
  const app: LimitUsage[] = []
  const accounts = new Map<string, LimitUsage[]>()
  for (const [name, record] of Object.entries(limits)) {
    const [owner = '', limit = owner] = name.split(':')
    const list = owner === 'app' ? app : (accounts.get(owner) ?? [])
    list.push(limitUsage(limit, record, nowMs))
    if (owner !== 'app') accounts.set(owner, list)
  }
  return {
    appId,
    isDegraded,
    app,
    accounts: [...accounts].map(([adAccountId, list]) => ({ adAccountId, limits: list })),
    tenants: Object.entries(tenants).map(([tenantId, record]) => ({
      tenantId,
      callsLastHour: Math.round(hasPassed(record, hourMs, nowMs) ? 0 : countIn(record, hourMs, nowMs)),
      waiting: Math.round(Math.max(0, record.promised - (nowMs - record.atMs) * record.pace)),
    })),
  }
}

function limitUsage(limit: string, record: LimitRecord, nowMs: number): LimitUsage {
  const { quota, windowMs, percent, trips, untilMs } = record
  const isOver = hasPassed(record, windowMs, nowMs)
  const taken = isOver ? 0 : countIn(record, windowMs, nowMs)
  const isOpen = trips > 0 && nowMs < untilMs
  const told = isOver ? 0 : Math.max(0, percent)
  return {
    limit,
    usedPercent: Math.min(100, Math.max(told, (taken * 100) / quota)),
    taken: Math.round(taken),
    quota: Math.round(quota),
    windowMs,
    circuit: trips === 0 ? 'closed' : isOpen ? 'open' : 'half_open',
    retryAfterMs: isOpen ? untilMs - nowMs : 0,
  }
}

/** A record that was not touched for a whole window is about a time that is over. */
function hasPassed({ atMs }: { atMs: number }, windowMs: number, nowMs: number): boolean {
  return nowMs - atMs > windowMs
}
