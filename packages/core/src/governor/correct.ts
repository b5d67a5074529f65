import type { LimitCorrection, LimitRecord } from './governor-storage.ts'
import { advanceLimit, countIn, countUnits, setQuota } from './limit-record.ts'

/** Of each quota so much is never planned with: figures arrive late, and others may call too. */
export const usableShare = 0.98

/** Figures below this are too coarse (Meta sends whole percents) to tell a quota from. */
const tellingPercent = 5
const tellingCount = 20

/** Time counts too, and others may call, so that less fits than was assumed; but hardly less than this share of it. */
const leastShare = 0.1

const longestFailureMs = 60_000

/** Brings a record in line with what Meta said. Changes it in place. */
export function correct(record: LimitRecord, correction: LimitCorrection, nowMs: number): void {
  advanceLimit(record, correction, nowMs)
  if (correction.spent !== undefined) countUnits(record, correction.spent, nowMs)
  if (correction.base !== undefined && correction.base !== record.base) {
    record.base = correction.base
    setQuota(record, correction, correction.base)
  }
  if (correction.isAssumed === true) assumeRoom(record, correction, nowMs)
  else if (correction.percent !== undefined) learnFrom(record, correction, correction.percent, nowMs)
  turnCircuit(record, correction, nowMs)
}

/** As long as Meta never sent a figure, less than one percent is used. */
function assumeRoom(record: LimitRecord, correction: LimitCorrection, nowMs: number): void {
  if (record.percent >= 0) return
  const atLeast = 100 * (correction.countAtCall ?? countIn(record, record.windowMs, nowMs))
  if (atLeast > record.quota) setQuota(record, correction, atLeast)
}

function learnFrom(record: LimitRecord, correction: LimitCorrection, percent: number, nowMs: number): void {
  const count = countIn(record, record.windowMs, nowMs)
  const countAtCall = Math.min(count, correction.countAtCall ?? count)
  record.percent = percent
  if (record.firstPercent < 0) {
    record.firstPercent = percent
    record.firstCount = countAtCall
  }
  if (correction.isLevel !== true) learnQuota(record, correction, percent, countAtCall, nowMs)
  // Calls that left after this one are not in its figure.
  const own = record.quota * (usableShare - percent / 100) - (count - countAtCall)
  // However far beyond 100 percent it is, whatever was used leaves within one window.
  const left = Math.max(own, -record.quota * correction.refillShare)
  record.free = correction.isLevel === true ? Math.min(left, record.quota * usableShare) : Math.min(record.free, left)
}

/** Tells the quota from how far our own calls moved Meta's figure. */
function learnQuota(
  record: LimitRecord,
  correction: LimitCorrection,
  percent: number,
  countAtCall: number,
  nowMs: number,
): void {
  // What was used before we counted leaves the window in time; until then only the movement tells.
  const isYoung = nowMs - record.bornMs < record.windowMs
  const moved = isYoung ? percent - record.firstPercent : percent
  const count = isYoung ? countAtCall - record.firstCount : countAtCall
  if (moved < 0 || count <= 0) return
  if (moved >= tellingPercent && count >= tellingCount) {
    const estimate = (100 * count) / (moved + 0.5)
    setQuota(record, correction, Math.max(estimate, correction.quota * leastShare))
    return
  }
  // Meta rounds down: n calls that show p percent mean a quota above n / (p + 1).
  const atLeast = (100 * count) / (moved + 1)
  if (atLeast > record.quota) setQuota(record, correction, atLeast)
}

function turnCircuit(record: LimitRecord, correction: LimitCorrection, nowMs: number): void {
  const isOpen = record.trips > 0 && nowMs < record.untilMs
  if (correction.blockMs !== undefined) {
    if (!isOpen) record.trips += 1
    record.failures = 0
    record.isFailing = false
    block(record, nowMs + Math.max(correction.blockMs, 1000 * 2 ** Math.min(record.trips - 1, 6)))
  } else if (correction.failuresToOpen !== undefined) {
    record.failures += 1
    const isProbe = record.trips > 0 && !isOpen
    if (isOpen || (!isProbe && record.failures < correction.failuresToOpen)) return
    record.trips += 1
    record.isFailing = true
    block(record, nowMs + Math.min(longestFailureMs, 1000 * 2 ** (record.trips - 1)))
  } else if (correction.isFine === true) {
    record.failures = 0
    if (isOpen) return
    record.trips = 0
    record.probeUntilMs = 0
    record.isFailing = false
  } else {
    // It ended without telling anything: the next one may try.
    record.probeUntilMs = 0
  }
}

function block(record: LimitRecord, untilMs: number): void {
  record.untilMs = Math.max(record.untilMs, untilMs)
  record.probeUntilMs = 0
}
