import { type Clock, systemClock } from '../clock.ts'
import { correct } from './correct.ts'
import { decide } from './decide.ts'
import type { GovernorStorage, LimitRecord, LimitShape, TenantRecord } from './governor-storage.ts'
import { newLimit, newTenant } from './limit-record.ts'

export interface MemoryGovernorStorageOptions {
  /** @default systemClock */
  clock?: Clock
}

/** What is not touched for so long says nothing about now: Meta's longest window is an hour. */
export const keptMs: number = 2 * 3_600_000

const decisionsPerSweep = 10_000

/** The counters of a single process. */
export function memoryGovernorStorage({ clock = systemClock }: MemoryGovernorStorageOptions = {}): GovernorStorage {
  const apps = new Map<string, App>()
  let decisions = 0

  return {
    decide: async (request) => {
      const nowMs = clock.now().getTime()
      if (++decisions % decisionsPerSweep === 0) sweep(apps, nowMs)
      const app = appOf(apps, request.appId)
      const records = request.limits.map((limit) => limitOf(app, limit, nowMs))
      return decide(request, records, tenantOf(app, request.tenantId, nowMs), nowMs)
    },
    correct: async ({ appId, limits }) => {
      const nowMs = clock.now().getTime()
      const app = appOf(apps, appId)
      for (const limit of limits) correct(limitOf(app, limit, nowMs), limit, nowMs)
    },
    read: async (appId) => {
      const { limits, tenants } = appOf(apps, appId)
      const copy = { limits: Object.fromEntries(limits), tenants: Object.fromEntries(tenants) }
      return { nowMs: clock.now().getTime(), ...structuredClone(copy) }
    },
  }
}

interface App {
  limits: Map<string, LimitRecord>
  tenants: Map<string, TenantRecord>
}

function appOf(apps: Map<string, App>, appId: string): App {
  const known = apps.get(appId)
  if (known) return known
  const app: App = { limits: new Map(), tenants: new Map() }
  apps.set(appId, app)
  return app
}

function limitOf({ limits }: App, shape: LimitShape, nowMs: number): LimitRecord {
  const known = limits.get(shape.name)
  if (known) return known
  const record = newLimit(shape, nowMs)
  limits.set(shape.name, record)
  return record
}

function tenantOf({ tenants }: App, tenantId: string, nowMs: number): TenantRecord {
  const known = tenants.get(tenantId)
  if (known) return known
  const record = newTenant(nowMs)
  tenants.set(tenantId, record)
  return record
}

function sweep(apps: Map<string, App>, nowMs: number): void {
  for (const { limits, tenants } of apps.values()) {
    for (const [name, { atMs, untilMs }] of limits) if (Math.max(atMs, untilMs) < nowMs - keptMs) limits.delete(name)
    for (const [id, { atMs }] of tenants) if (atMs < nowMs - keptMs) tenants.delete(id)
  }
}
