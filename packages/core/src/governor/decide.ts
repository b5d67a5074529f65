import type {
  Decision,
  DecisionRequest,
  Grant,
  LimitDemand,
  LimitRecord,
  Refusal,
  TenantRecord,
} from './governor-storage.ts'
import { addToSlots, advanceLimit, advanceTenant, countIn, countUnits, fadeMs, refillPerMs } from './limit-record.ts'

/** A probe that never reports back gives way to the next after this long; more than a call may take. */
const probeLeaseMs = 60_000

/** While one call tries whether access is back, the others ask again after this long. */
const probePauseMs = 1000

/** Queues are called up so much faster than they can go: who comes in vain leaves no hole that nobody fills. */
const eagerness = 1.5

/** Nobody is sent away for longer because of others in the same queue; until then quotas may have grown. */
const longestQueueMs = 1_800_000

/** The same while the quota is a guess that the next answers may multiply: no figure of Meta's of this many percent. */
const longestGuessMs = 60_000
const guidingPercent = 2

/**
 * Grants a call by all its limits, or refuses it with the longest of their waits. Changes the records in place.
 *
 * Fairness: where tenants share a limit, the more a tenant took lately, the fuller the limit must be for its next call.
 * Under load the limit therefore settles where the heaviest tenant just gets what is left over, and everybody lighter
 * finds room at once; equal loads get equal parts, and nobody has to count who else is there.
 */
export function decide(
  request: DecisionRequest,
  records: readonly LimitRecord[],
  tenant: TenantRecord,
  nowMs: number,
): Decision {
  advanceTenant(tenant, nowMs)
  let longest: Refusal | undefined
  let binding = 0
  request.limits.forEach((limit, index) => {
    const record = records[index]
    if (record === undefined) return
    advanceLimit(record, limit, nowMs)
    const etaMs = waitFor(record, limit, request, tenant, nowMs)
    if (etaMs <= 0 || (longest && etaMs <= longest.etaMs)) return
    binding = index
    longest = { isGranted: false, limit: limit.name, etaMs, isFailing: record.isFailing && record.trips > 0 }
  })
  if (longest === undefined) return take(request, records, tenant, nowMs)
  const [record, limit] = [records[binding], request.limits[binding]]
  if (request.isQueued && record && limit) promise(record, limit, tenant)
  return longest
}

/** Milliseconds until the limit lets the call pass; 0 when it does now. */
function waitFor(
  record: LimitRecord,
  limit: LimitDemand,
  request: DecisionRequest,
  tenant: TenantRecord,
  nowMs: number,
): number {
  const refill = refillPerMs(record, limit)
  const blockedMs = circuitWait(record, limit, nowMs)
  const fair = limit.fairness * tenant.recent
  // What costs more than the limit can hold goes when it is full, and leaves a debt.
  const needed = Math.min(record.quota * limit.burstShare, limit.cost + record.quota * limit.floorShare + fair)
  const missing = needed - record.free
  // The less the tenant takes, the less has to be free: its past fades while it waits.
  const missingMs = missing > 1e-9 ? missing / (refill + fair / fadeMs) : 0
  const waitMs = Math.max(blockedMs, missingMs)
  if (waitMs <= 0 || !request.isQueued) return waitMs
  const aheadMs = limit.fairness > 0 ? tenant.promised / tenantPace(record, limit, tenant) : record.promised / refill
  return waitMs + queueMs(aheadMs / eagerness, record)
}

function circuitWait(record: LimitRecord, { isTried = false }: LimitDemand, nowMs: number): number {
  if (record.trips === 0) return 0
  if (nowMs < record.untilMs) return record.untilMs - nowMs
  return !isTried && nowMs < record.probeUntilMs ? Math.min(probePauseMs, record.probeUntilMs - nowMs) : 0
}

/** Past the longest, the queue spreads evenly below it: multiples of the golden ratio never bunch. */
function queueMs(ms: number, { base, percent }: LimitRecord): number {
  const longestMs = base === 0 && percent < guidingPercent ? longestGuessMs : longestQueueMs
  return ms <= longestMs ? ms : longestMs * ((ms * 0.618034) % 1)
}

/** The part of a shared limit that this tenant gets, by what it got lately. */
function tenantPace(record: LimitRecord, limit: LimitDemand, tenant: TenantRecord): number {
  const share = record.recent > 0 ? Math.min(1, Math.max(0.02, tenant.recent / record.recent)) : 1
  return refillPerMs(record, limit) * share
}

function promise(record: LimitRecord, limit: LimitDemand, tenant: TenantRecord): void {
  if (limit.fairness === 0) {
    record.promised = Math.min(record.promised + limit.cost, 2 * longestQueueMs * refillPerMs(record, limit))
    return
  }
  tenant.pace = tenantPace(record, limit, tenant)
  tenant.promised = Math.min(tenant.promised + limit.cost, 2 * longestQueueMs * tenant.pace)
}

function take(request: DecisionRequest, records: readonly LimitRecord[], tenant: TenantRecord, nowMs: number): Grant {
  const counts: Record<string, number> = {}
  const quotas: Record<string, number> = {}
  request.limits.forEach((limit, index) => {
    const record = records[index]
    if (record === undefined) return
    counts[limit.name] = countIn(record, record.windowMs, nowMs)
    quotas[limit.name] = record.quota
    countUnits(record, limit.cost, nowMs)
    record.recent += limit.cost
    if (record.trips > 0) record.probeUntilMs = nowMs + probeLeaseMs
  })
  tenant.recent += request.calls
  addToSlots(tenant, request.calls)
  return { isGranted: true, counts, quotas }
}
