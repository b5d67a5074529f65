/** One call's answer: Meta's status, code and usage headers. */
export interface ServerAnswer {
  status: number
  code?: number
  subcode?: number
  usage: {
    app: { call_count: number; total_time: number; total_cputime: number }
    adAccount: { acc_id_util_pct: number; reset_time_duration: number; ads_api_access_tier: string }
  }
}

export interface QuotaServer {
  answer(adAccountId: string, kind: 'read' | 'write', nowMs: number): ServerAnswer
  /** Calls let through, and calls refused, so far. */
  readonly counts: { accepted: number; refused: number }
}

/** The app's hour slides on in steps of this length; only then does anything come back. */
export const refillIntervalMs = 60_000

const hourMs = 3_600_000
const maxScore = 9000
const leakPerMs = maxScore / 300_000
const blockMs = 60_000

/**
 * Meta's side, by its published rules and nothing of ours: an hour of calls for the app, and on each ad account a score
 * that leaks (full access tier). Refused calls count too, as Meta warns.
 *
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 * @see https://developers.facebook.com/docs/marketing-api/overview/rate-limiting
 */
export function createQuotaServer(appCallsPerHour: number): QuotaServer {
  const minutes = new Map<number, number>()
  const scores = new Map<string, { points: number; atMs: number; blockedUntilMs: number }>()
  const counts = { accepted: 0, refused: 0 }
  let inHour = 0
  let oldestMinute = Number.NaN

  function countCall(nowMs: number): void {
    const minute = Math.floor(nowMs / refillIntervalMs)
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
    inHour++
  }

  function slide(nowMs: number): void {
    const minute = Math.floor(nowMs / refillIntervalMs)
    if (Number.isNaN(oldestMinute)) oldestMinute = minute
    for (; oldestMinute <= minute - hourMs / refillIntervalMs; oldestMinute++) {
      inHour -= minutes.get(oldestMinute) ?? 0
      minutes.delete(oldestMinute)
    }
  }

  return {
    counts,
    answer: (adAccountId, kind, nowMs) => {
      slide(nowMs)
      const score = scores.get(adAccountId) ?? { points: 0, atMs: nowMs, blockedUntilMs: 0 }
      scores.set(adAccountId, score)
      score.points = Math.max(0, score.points - (nowMs - score.atMs) * leakPerMs)
      score.atMs = nowMs
      const cost = kind === 'read' ? 1 : 3
      const isAppFull = inHour >= appCallsPerHour
      const isScoreFull = !isAppFull && (nowMs < score.blockedUntilMs || score.points + cost > maxScore)
      if (isScoreFull && nowMs >= score.blockedUntilMs) score.blockedUntilMs = nowMs + blockMs
      countCall(nowMs)
      score.points = Math.min(maxScore, score.points + cost)
      counts[isAppFull || isScoreFull ? 'refused' : 'accepted']++
      const percent = Math.min(100, Math.floor((inHour * 100) / appCallsPerHour))
      return {
        status: isAppFull || isScoreFull ? 400 : 200,
        ...(isAppFull && { code: 4 }),
        ...(isScoreFull && { code: 17, subcode: 2_446_079 }),
        usage: {
          app: { call_count: percent, total_time: percent, total_cputime: percent },
          adAccount: {
            acc_id_util_pct: Math.round((score.points * 10_000) / maxScore) / 100,
            reset_time_duration: Math.ceil(score.points / leakPerMs / 1000),
            ads_api_access_tier: 'standard_access',
          },
        },
      }
    },
  }
}
