/**
 * Keeps the counters of limits and decides over them. One decision is atomic: it takes from all limits or from none.
 *
 * A storage knows arithmetic, not Meta: which limits a call falls under, and what an answer taught about them, comes
 * in from outside.
 */
export interface GovernorStorage {
  decide(request: DecisionRequest): Promise<Decision>
  /** Writes down what answers taught. */
  correct(request: CorrectionRequest): Promise<void>
  read(appId: string): Promise<StoredUsage>
}

/** A quota and its present figures; what is learned replaces `quota`. Shares are of the quota, 0–1. */
export interface LimitShape {
  /** `app`, `app:ads_insights`, `act_1:score`, `act_1:ads_insights`. Keeps its shape for good. */
  name: string
  /** Units per window, where nothing is stored yet. */
  quota: number
  windowMs: number
  /** How much may be taken at once. */
  burstShare: number
  /** How much comes back in each window. */
  refillShare: number
}

export interface LimitDemand extends LimitShape {
  /** Units this call takes. */
  cost: number
  /** What this lane leaves untouched. */
  floorShare: number
  /** Units that must be free beyond that, for each unit the tenant took lately; 0 where tenants do not contend. */
  fairness: number
  /** This HTTP call is already the one that tries whether Meta takes calls again. */
  isTried?: boolean
}

export interface DecisionRequest {
  appId: string
  tenantId: string
  /** Refused calls will come back, one after the other: their ETAs are spread. */
  isQueued: boolean
  /** Units for the tenant's own account of what it took. */
  calls: number
  limits: readonly LimitDemand[]
}

export type Decision = Grant | Refusal

export interface Grant {
  isGranted: true
  /** Units of each limit taken in its window before this call. */
  counts: Readonly<Record<string, number>>
  /** Each limit's quota as known now. */
  quotas: Readonly<Record<string, number>>
}

export interface Refusal {
  isGranted: false
  /** The limit that takes longest. */
  limit: string
  etaMs: number
  /** Meta is not limiting, it keeps failing. */
  isFailing: boolean
}

export interface CorrectionRequest {
  appId: string
  limits: readonly LimitCorrection[]
}

/** What one answer taught about one limit. */
export interface LimitCorrection extends LimitShape {
  /** The quota by the book, now that its tier is known. */
  base?: number
  /** Meta's own figure. */
  percent?: number
  /** Meta sent none, which it does while there is little to tell; says nothing where there was a figure before. */
  isAssumed?: boolean
  /** The window's units before the call that brought the figure, from its grant. */
  countAtCall?: number
  /** Meta's figure is of a level that leaks and is exact, not of calls in a window. */
  isLevel?: boolean
  /** Meta refused: nothing more for so long. */
  blockMs?: number
  /** Meta answered and did not refuse for this limit. */
  isFine?: boolean
  /** No answer, or a broken one; so many in a row open the circuit. */
  failuresToOpen?: number
  /** Units taken elsewhere, to be counted here; negative gives back. */
  spent?: number
}

/** Everything a storage holds about an app. */
export interface StoredUsage {
  nowMs: number
  limits: Readonly<Record<string, LimitRecord>>
  tenants: Readonly<Record<string, TenantRecord>>
}

/** State of one limit. Plain JSON, the same in every storage. */
export interface LimitRecord {
  quota: number
  /** The quota by the book; 0 where no book says. */
  base: number
  windowMs: number
  /** Units that may be taken now; below 0 while more was taken than there was. */
  free: number
  /** Units refused calls were told to come back for. */
  promised: number
  /** Units taken lately, fading; the sum over tenants. */
  recent: number
  /** When the three above were true. */
  atMs: number
  /** When the first unit was counted; 0 before. */
  bornMs: number
  /** Units taken, by slot: a window of twelve and the one it is leaving. */
  slots: number[]
  /** Number of the newest slot, from the epoch. */
  slot: number
  /** First figure of Meta's (-1: none yet) and the count at that time: what was used before we counted. */
  firstPercent: number
  firstCount: number
  /** Latest figure of Meta's; -1: none yet. */
  percent: number
  /** Circuit: closed while `trips` is 0; open until `untilMs`; then one call at a time tries. */
  trips: number
  untilMs: number
  probeUntilMs: number
  failures: number
  isFailing: boolean
}

export interface TenantRecord {
  recent: number
  promised: number
  /** Units a millisecond at which promises come due. */
  pace: number
  atMs: number
  slots: number[]
  slot: number
}
