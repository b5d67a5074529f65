import type { Clock } from '../../src/clock.ts'

/** The world of a chaos run goes so much faster than the clock on the wall: a wait of four minutes costs a second. */
export const pace = 240

/** Time for everything but sockets. All processes that were told the same start agree on it. */
export function fastClock(startMs: number): Clock {
  return { now: () => new Date(startMs + (Date.now() - startMs) * pace) }
}
