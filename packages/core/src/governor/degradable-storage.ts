import type { Clock } from '../clock.ts'
import type {
  CorrectionRequest,
  Decision,
  DecisionRequest,
  GovernorStorage,
  LimitCorrection,
  LimitShape,
} from './governor-storage.ts'
import { memoryGovernorStorage } from './memory-storage.ts'

export interface DegradableOptions {
  storage: GovernorStorage
  /** Share of each quota that this process takes while the storage is away. */
  share: number
  onDegraded: (isDegraded: boolean, reason: string) => void
  clock: Clock
  random: () => number
}

export interface DegradableStorage {
  decide(request: DecisionRequest): Promise<Decision>
  /** Never fails. `decision` is the one that let the call go. */
  correct(request: CorrectionRequest, decision?: Decision): Promise<void>
  read: GovernorStorage['read']
  isDegraded(): boolean
}

/** How long it takes until all decisions are shared again. */
const rampMs = 10_000
const firstRetryMs = 500
const longestRetryMs = 10_000

/** So near to full, a process on its own holds still. */
const nearlyFullPercent = 90
const holdStillMs = 60_000

/** Quotas remembered for bad times. */
const rememberedQuotas = 50_000

/**
 * A storage that may go away. Meanwhile each process decides alone, on a small share of the quotas as last known.
 *
 * Coming back, one call at a time tries; then decisions move over bit by bit, so that not all processes fall upon the
 * storage at once, and what was spent alone is counted there.
 */
export function degradableStorage(options: DegradableOptions): DegradableStorage {
  const { storage, share, clock, random } = options
  let alone = memoryGovernorStorage({ clock })
  const quotas = new Map<string, number>()
  const spent = new Map<string, Map<string, LimitCorrection>>()
  const decidedAlone = new WeakSet<Decision>()
  let mode: 'shared' | 'alone' | 'ramping' = 'shared'
  let retryAtMs = 0
  let retries = 0
  let isTrying = false
  let rampedFromMs = 0
  const now = () => clock.now().getTime()

  return {
    decide: async (request) => {
      if (!shouldShare()) return decideAlone(request)
      const wasAlone = mode === 'alone'
      isTrying = wasAlone
      try {
        const decision = await storage.decide(request)
        if (decision.isGranted) remember(request.appId, decision.quotas)
        if (wasAlone) await comeBack()
        return decision
      } catch (error) {
        goAlone(error, wasAlone)
        return decideAlone(request)
      } finally {
        if (wasAlone) isTrying = false
      }
    },
    correct: async (request, decision) => {
      const isAlone = mode === 'alone' || (decision !== undefined && decidedAlone.has(decision))
      if (isAlone) return alone.correct({ ...request, limits: request.limits.map(withoutLearning) })
      return storage.correct(request).catch((error: unknown) => goAlone(error))
    },
    read: async (appId) => {
      if (mode === 'alone') return alone.read(appId)
      return storage.read(appId).catch((error: unknown) => {
        goAlone(error)
        return alone.read(appId)
      })
    },
    isDegraded: () => mode !== 'shared',
  }

  function shouldShare(): boolean {
    if (mode === 'shared') return true
    if (mode === 'alone') return !isTrying && now() >= retryAtMs
    const ramped = (now() - rampedFromMs) / rampMs
    if (ramped < 1) return random() < ramped
    mode = 'shared'
    void handOver()
    tell(false, 'The shared counters answer again.')
    return true
  }

  async function decideAlone(request: DecisionRequest): Promise<Decision> {
    const limits = request.limits.map((limit) => ({ ...limit, quota: ownQuota(request.appId, limit) }))
    const decision = await alone.decide({ ...request, limits })
    decidedAlone.add(decision)
    // Whoever was refused while every process was on its own should not come back with all the others.
    if (!decision.isGranted) return { ...decision, etaMs: decision.etaMs * (1 + random()) }
    for (const { name, quota, windowMs, burstShare, refillShare, cost } of request.limits) {
      owe(request.appId, { name, quota, windowMs, burstShare, refillShare, spent: cost })
    }
    return decision
  }

  function owe(appId: string, limit: LimitCorrection): void {
    const own = spent.get(appId) ?? new Map<string, LimitCorrection>()
    spent.set(appId, own)
    own.set(limit.name, { ...limit, spent: (own.get(limit.name)?.spent ?? 0) + (limit.spent ?? 0) })
  }

  function ownQuota(appId: string, { name, quota }: LimitShape): number {
    return (quotas.get(`${appId}/${name}`) ?? quota) * share
  }

  function remember(appId: string, found: Readonly<Record<string, number>>): void {
    for (const [name, quota] of Object.entries(found)) {
      if (quotas.size >= rememberedQuotas) quotas.clear()
      quotas.set(`${appId}/${name}`, quota)
    }
  }

  function goAlone(error: unknown, isProbe = false): void {
    // Calls that were under way when it went away tell nothing new, however many they are.
    if (mode === 'alone' && !isProbe) return
    const wasShared = mode === 'shared'
    retries = mode === 'alone' ? retries + 1 : 0
    // What it assumed of quotas last time is older than what is remembered now.
    if (wasShared) alone = memoryGovernorStorage({ clock })
    mode = 'alone'
    const pauseMs = Math.min(longestRetryMs, firstRetryMs * 2 ** retries)
    retryAtMs = now() + pauseMs * (0.5 + random())
    if (wasShared)
      tell(true, `The shared counters do not answer. ${error instanceof Error ? error.message : ''}`.trim())
  }

  async function comeBack(): Promise<void> {
    if (mode !== 'alone') return
    mode = 'ramping'
    rampedFromMs = now()
    await handOver()
  }

  async function handOver(): Promise<void> {
    const owed = [...spent]
    spent.clear()
    for (const [appId, limits] of owed) {
      await storage.correct({ appId, limits: [...limits.values()] }).catch((error: unknown) => {
        // Counted twice is better than not at all.
        for (const limit of limits.values()) owe(appId, limit)
        goAlone(error)
      })
    }
  }

  function tell(isDegraded: boolean, reason: string): void {
    try {
      options.onDegraded(isDegraded, reason)
    } catch {
      // Whoever listens must not be able to break calls.
    }
  }
}

/** A share of a quota must not be taken for the whole: only refusals, failures and fullness count. */
function withoutLearning({ base: _base, percent = 0, countAtCall: _count, ...rest }: LimitCorrection): LimitCorrection {
  const isFull = percent >= nearlyFullPercent && rest.blockMs === undefined
  return { ...rest, ...(isFull && { blockMs: holdStillMs }) }
}
