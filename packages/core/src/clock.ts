/**
 * The one source of time of a server: what day it is in an ad account, how old a number is.
 *
 * Sessions are the exception; they always use real time.
 */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that shows `start` now and runs on at the pace of real time; for servers that replay old results. */
export function clockStartingAt(start: Date): Clock {
  const offset = start.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}
