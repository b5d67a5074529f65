/**
 * How much of a day is reported yet, for days gone by.
 *
 * Meta's numbers stop changing after 28 days: impressions and spend move by a fraction of a percent for about
 * three days, conversions trickle in as people come back.
 *
 * @param age - Days since the day ended; 0 while it lasts.
 */
export function settledShares(age: number): { delivery: number; conversions: number } {
  const left = Math.max(0, 1 - age / settlingDays)
  return {
    delivery: age >= 3 ? 1 : 0.994 + 0.002 * Math.max(0, age),
    conversions: left === 0 ? 1 : 1 - 0.3 * left ** 3,
  }
}

export const settlingDays = 28

/**
 * The part of a count that is reported. Rounded with a phase of its own, so that it never falls while the share
 * grows, and is the whole count at a share of 1.
 *
 * @param phase - 0 to below 1, fixed for each fact.
 */
export function reportedCount(count: number, share: number, phase: number): number {
  return share >= 1 ? count : Math.floor(count * share + phase)
}
