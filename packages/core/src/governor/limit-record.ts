import type { LimitRecord, LimitShape, TenantRecord } from './governor-storage.ts'

// What follows is written twice, here and in governor-script.ts, name by name; one behaviour suite holds them together.

/** Slots a window is counted in. */
const slotsPerWindow = 12

/** What a tenant took fades with this time constant: long enough to see a flood, short enough to forgive one. */
export const fadeMs = 60_000

const hourMs = 3_600_000

export function newLimit({ quota, windowMs, burstShare }: LimitShape, nowMs: number): LimitRecord {
  return {
    quota,
    base: 0,
    windowMs,
    free: quota * burstShare,
    promised: 0,
    recent: 0,
    atMs: nowMs,
    bornMs: 0,
    ...emptySlots(),
    firstPercent: -1,
    firstCount: 0,
    percent: -1,
    trips: 0,
    untilMs: 0,
    probeUntilMs: 0,
    failures: 0,
    isFailing: false,
  }
}

export function newTenant(nowMs: number): TenantRecord {
  return { recent: 0, promised: 0, pace: 0, atMs: nowMs, ...emptySlots() }
}

/** Lets time pass: units come back, promises come due, the past fades. */
export function advanceLimit(record: LimitRecord, shape: LimitShape, nowMs: number): void {
  const elapsed = Math.max(0, nowMs - record.atMs)
  const back = elapsed * refillPerMs(record, shape)
  record.free = Math.min(record.quota * shape.burstShare, record.free + back)
  record.promised = Math.max(0, record.promised - back)
  record.recent *= Math.exp(-elapsed / fadeMs)
  // Also where the clock went back: waiting until it has caught up would hold everything for as long.
  record.atMs = nowMs
  rollSlots(record, record.windowMs, nowMs)
}

export function advanceTenant(record: TenantRecord, nowMs: number): void {
  const elapsed = Math.max(0, nowMs - record.atMs)
  record.promised = Math.max(0, record.promised - elapsed * record.pace)
  record.recent *= Math.exp(-elapsed / fadeMs)
  record.atMs = nowMs
  rollSlots(record, hourMs, nowMs)
}

export function refillPerMs(record: LimitRecord, { refillShare }: LimitShape): number {
  return (record.quota * refillShare) / record.windowMs
}

/** Units of the window that ends now. The slot it is leaving counts by the part still inside. */
export function countIn(record: { slots: readonly number[] }, windowMs: number, nowMs: number): number {
  const slotMs = windowMs / slotsPerWindow
  const leaving = record.slots[slotsPerWindow] ?? 0
  const whole = record.slots.reduce((sum, units) => sum + units, 0)
  return whole - (leaving * (nowMs % slotMs)) / slotMs
}

export function addToSlots(record: { slots: number[] }, units: number): void {
  record.slots[0] = (record.slots[0] ?? 0) + units
}

export function countUnits(record: LimitRecord, units: number, nowMs: number): void {
  record.free -= units
  addToSlots(record, units)
  if (record.bornMs === 0) record.bornMs = nowMs
}

/** A quota found larger frees what it adds, found smaller takes it: figures that waver must not mint units. */
export function setQuota(record: LimitRecord, { burstShare }: LimitShape, quota: number): void {
  record.free += (quota - record.quota) * burstShare
  record.quota = quota
  record.free = Math.min(record.free, quota * burstShare)
}

function emptySlots(): { slots: number[]; slot: number } {
  return { slots: Array.from({ length: slotsPerWindow + 1 }, () => 0), slot: 0 }
}

/** The newest slot stands first. */
function rollSlots(record: { slots: number[]; slot: number }, windowMs: number, nowMs: number): void {
  const current = Math.floor(nowMs / (windowMs / slotsPerWindow))
  const steps = Math.min(record.slots.length, current - record.slot)
  for (let step = 0; step < steps; step++) {
    record.slots.pop()
    record.slots.unshift(0)
  }
  // One slot back is jitter at an edge; more, and the clock was set back for good.
  if (steps > 0 || steps < -1) record.slot = current
}
