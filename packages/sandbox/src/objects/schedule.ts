import { numberOf } from './loose-values.ts'
import { instantMs } from './wire-time.ts'

/** When something delivers, in milliseconds since 1970. */
export interface Schedule {
  startMs: number
  /** Absent while it runs on. */
  endMs?: number
}

export const dayMs = 86_400_000

/** Reads `start_time` and the end (`end_time` of ad sets, `stop_time` of campaigns); what is unsaid starts now. */
export function scheduleOf(values: Readonly<Record<string, unknown>>, timezone: string, nowMs: number): Schedule {
  const endMs = instantMs(values['end_time'] ?? values['stop_time'], timezone)
  const startMs = instantMs(values['start_time'], timezone) ?? nowMs
  return { startMs, ...(endMs === undefined ? {} : { endMs }) }
}

/** Days a lifetime budget is spread over, begun ones included; from now on once it runs. */
export function daysOf({ startMs, endMs }: Schedule, nowMs: number): number {
  return endMs === undefined ? 1 : Math.max(1, Math.ceil((endMs - Math.max(startMs, nowMs)) / dayMs))
}

/** The budget that counts, in minor units. Graph writes the kind that is not used as `0`. */
export function budgetOf(
  values: Readonly<Record<string, unknown>>,
): { kind: 'daily' | 'lifetime'; minor: number } | undefined {
  const daily = numberOf(values['daily_budget']) ?? 0
  if (daily > 0) return { kind: 'daily', minor: daily }
  const lifetime = numberOf(values['lifetime_budget']) ?? 0
  return lifetime > 0 ? { kind: 'lifetime', minor: lifetime } : undefined
}
