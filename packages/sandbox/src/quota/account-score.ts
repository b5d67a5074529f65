import { scoreDecayMs } from './quota-tiers.ts'

/**
 * What an app's recent calls weigh on one ad account. It leaks continuously, a full score in five minutes;
 * a call that does not fit closes the account for a while, and the leak runs on meanwhile. Plain data.
 */
export interface AccountScore {
  points: number
  /** When `points` was true. */
  atMs: number
  /** The account answers again from here on. */
  blockedUntilMs: number
}

export interface ScoreLimits {
  maxScore: number
  blockMs: number
}

export function emptyScore(): AccountScore {
  return { points: 0, atMs: 0, blockedUntilMs: 0 }
}

/** Whether a call of this cost is refused. The first one that does not fit starts the block. */
export function refusesPoints(score: AccountScore, limits: ScoreLimits, cost: number, nowMs: number): boolean {
  leak(score, limits, nowMs)
  if (nowMs < score.blockedUntilMs) return true
  if (score.points + cost <= limits.maxScore) return false
  score.blockedUntilMs = nowMs + limits.blockMs
  return true
}

/** Adds points, up to the maximum. */
export function addPoints(score: AccountScore, limits: ScoreLimits, cost: number, nowMs: number): void {
  leak(score, limits, nowMs)
  score.points = Math.min(limits.maxScore, score.points + cost)
}

export function currentPoints(score: AccountScore, limits: ScoreLimits, nowMs: number): number {
  leak(score, limits, nowMs)
  return score.points
}

/** Share of the maximum in percent, two decimals; 100 throughout a block. */
export function scorePercent(score: AccountScore, limits: ScoreLimits, nowMs: number): number {
  leak(score, limits, nowMs)
  return nowMs < score.blockedUntilMs ? 100 : Math.round((score.points * 10_000) / limits.maxScore) / 100
}

/** Whole seconds until the score is 0 and any block is over: who waits that long is let in. */
export function secondsToReset(score: AccountScore, limits: ScoreLimits, nowMs: number): number {
  leak(score, limits, nowMs)
  const leakMs = (score.points / limits.maxScore) * scoreDecayMs
  return Math.ceil(Math.max(leakMs, score.blockedUntilMs - nowMs) / 1000)
}

function leak(score: AccountScore, { maxScore }: ScoreLimits, nowMs: number): void {
  const leaked = (Math.max(0, nowMs - score.atMs) * maxScore) / scoreDecayMs
  // A lower tier has a lower maximum; what was gathered above it counts as full.
  score.points = Math.min(maxScore, Math.max(0, score.points - leaked))
  score.atMs = Math.max(score.atMs, nowMs)
}
