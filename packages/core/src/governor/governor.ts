import { type Clock, systemClock } from '../clock.ts'
import { InvalidOptionError } from '../errors/invalid-option-error.ts'
import { MetaRateLimitError } from '../errors/meta-rate-limit-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import type { CallOutcome } from './call-outcome.ts'
import { correctionsFor, unsentCorrections } from './corrections.ts'
import { degradableStorage } from './degradable-storage.ts'
import type { GovernorStorage, LimitDemand, Refusal } from './governor-storage.ts'
import { createTierMemory, decisionFor, type QuotaPolicy } from './quota-model.ts'
import { usageReport, type UsageReport } from './usage-report.ts'

/** Whose time a call spends. Background work leaves a reserve to people and yields first. */
export type Lane = 'interactive' | 'background'

/** The quota families of Meta's that we call; `app` is everything about no ad account. */
export type UseCase = 'ads_management' | 'ads_insights' | 'custom_audience' | 'app'

/** One HTTP call as Meta's quotas see it. */
export interface GovernedCall {
  /** Digits. Apps never share a quota. */
  appId: string
  /** Whom fairness is between. */
  tenantId: string
  /** `act_…`; absent for calls about no ad account, or about one nobody knows. */
  adAccountId?: string | undefined
  useCase: UseCase
  kind: 'read' | 'write'
  /** What Meta counts: 1, or the operations of a batch, or the ids of a multi-id read. */
  calls: number
  lane: Lane
  /** Permits that the same HTTP call holds already, as a batch may: what they try out, it tries along with them. */
  alongside?: Iterable<Permit> | undefined
  signal?: AbortSignal | undefined
}

/** Leave to make one call. Settle it exactly once, however the call ended; until then it counts as spent. */
export interface Permit {
  settle(outcome: CallOutcome): void
}

/** Decides who may call Meta now. */
export interface Governor {
  /**
   * Takes what the call costs from every quota it falls under, or from none.
   *
   * Never waits for a turn: work that is refused is put back until `retryAfterMs` from now.
   *
   * @throws {MetaRateLimitError} Not now. `retryAfterMs` is when it should work.
   * @throws {MetaUnavailableError} Meta kept failing; calls go on after `retryAfterMs`.
   */
  admit(call: GovernedCall): Promise<Permit>
  /** Learns from an answer that needed no permit of its own, such as one entry of a batch. */
  observe(call: GovernedCall, outcome: CallOutcome): void
  /** How much of everything is used, as far as we know. */
  usage(appId: string): Promise<UsageReport>
}

export interface GovernorOptions {
  /** Where processes share what they know: `memoryGovernorStorage()` or `redisGovernorStorage(redis)`. */
  storage: GovernorStorage
  /** Share of each quota that background work leaves to people, 0–0.5. @default 0.1 */
  interactiveReserve?: number
  /** Calls an hour for an ad account and use case before Meta said anything. @default 300 */
  assumedCallsPerHour?: number
  /** Calls an hour for the app before Meta said anything; it grows with every answer that shows room. @default 2000 */
  assumedAppCallsPerHour?: number
  /** Share of each quota one process takes on its own while the shared storage is away, 0–1. @default 0.1 */
  degradedShare?: number
  /** Told when the shared storage stops answering, and when all decisions are made there again. */
  onDegraded?: (isDegraded: boolean, reason: string) => void
  /** Source of time for retries of the shared storage. @default systemClock */
  clock?: Clock
  /** Spreads comebacks, 0–1. @default Math.random */
  random?: () => number
}

/** @throws {InvalidOptionError} An option is out of range. */
export function createGovernor(options: GovernorOptions): Governor {
  const policy = readPolicy(options)
  const tiers = createTierMemory()
  const limitsOf = new WeakMap<Permit, readonly string[]>()
  const storage = degradableStorage({
    storage: options.storage,
    share: inRange('degradedShare', options.degradedShare ?? 0.1, 0.001, 1),
    onDegraded: options.onDegraded ?? (() => {}),
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  })

  return {
    admit: async (call) => {
      call.signal?.throwIfAborted()
      const own = decisionFor(policy, tiers.tierOf(call), call)
      const held = [...(call.alongside ?? [])].flatMap((permit) => limitsOf.get(permit) ?? [])
      const request = { ...own, limits: triedAlong(own.limits, new Set(held)) }
      const decision = await storage.decide(request)
      if (!decision.isGranted) throw refused(call, decision)
      const permit = onePermit((outcome) => {
        const corrections = outcome.isUnsent
          ? unsentCorrections(request.limits)
          : correctionsFor(policy, tiers, call, outcome, decision)
        void storage.correct({ appId: call.appId, limits: corrections }, decision)
      })
      limitsOf.set(
        permit,
        request.limits.map(({ name }) => name),
      )
      return permit
    },
    observe: (call, outcome) => {
      void storage.correct({ appId: call.appId, limits: correctionsFor(policy, tiers, call, outcome) })
    },
    usage: async (appId) => usageReport(appId, await storage.read(appId), storage.isDegraded()),
  }
}

function readPolicy(options: GovernorOptions): QuotaPolicy {
  return {
    interactiveReserve: inRange('interactiveReserve', options.interactiveReserve ?? 0.1, 0, 0.5),
    assumedCallsPerHour: inRange('assumedCallsPerHour', options.assumedCallsPerHour ?? 300, 1, 1e9),
    assumedAppCallsPerHour: inRange('assumedAppCallsPerHour', options.assumedAppCallsPerHour ?? 2000, 1, 1e9),
  }
}

function inRange(option: string, value: number, least: number, most: number): number {
  if (!(value >= least && value <= most)) throw new InvalidOptionError(option, `Give ${least} to ${most}.`)
  return value
}

function refused(call: GovernedCall, { limit, etaMs, isFailing }: Refusal): Error {
  const retryAfterMs = Math.max(1, Math.ceil(etaMs - 1e-6))
  const executed = call.kind === 'write' && { executed: 'no' as const }
  if (isFailing) return new MetaUnavailableError('it failed many times in a row', { retryAfterMs, ...executed })
  const subject = limit.startsWith('app') ? undefined : call.adAccountId
  return new MetaRateLimitError(subject ?? `app ${call.appId}`, retryAfterMs, { ...executed })
}

/** Marks the limits that the call's other permits hold: of a closed one they are the one call that tries it. */
function triedAlong(limits: readonly LimitDemand[], held: ReadonlySet<string>): readonly LimitDemand[] {
  return limits.map((limit) => (held.has(limit.name) ? { ...limit, isTried: true } : limit))
}

function onePermit(settle: (outcome: CallOutcome) => void): Permit {
  let isOpen = true
  return {
    settle: (outcome) => {
      if (isOpen) settle(outcome)
      isOpen = false
    },
  }
}
