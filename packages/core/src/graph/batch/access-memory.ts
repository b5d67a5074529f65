import type { GraphAttempt, UsageHeaders } from '../graph-attempt.ts'

/** What one call scores: a write three points, a read one. Of the Limited tier's 60 points a reserve is left to people. */
const pointsOf = { read: 1, write: 3 } as const
const limitedPoints = 50

/**
 * Remembers which access tier Meta's headers name for the app.
 *
 * With Limited access (`development_access`) an ad account holds 60 points: Meta would do the first twenty writes of a
 * batch and refuse the others.
 *
 * @see https://developers.facebook.com/docs/marketing-api/overview/rate-limiting
 */
export class AccessMemory {
  #isLimited = false

  note({ usage, entries = [] }: Pick<GraphAttempt, 'usage' | 'entries'>): void {
    const tier = [usage, ...entries.map((entry) => entry.usage)].map(tierIn).findLast((named) => named !== undefined)
    if (tier !== undefined) this.#isLimited = tier === 'development_access'
  }

  /** Points that one batch may score. */
  get pointsPerCall(): number {
    return this.#isLimited ? limitedPoints : Infinity
  }
}

export function scoreOf(method: string): number {
  return method === 'GET' ? pointsOf.read : pointsOf.write
}

function tierIn({ adAccount, businessUseCase = {}, insights }: UsageHeaders): string | undefined {
  const useCases = Object.values(businessUseCase).flat()
  return [adAccount, ...useCases, insights].find((usage) => usage?.ads_api_access_tier !== undefined)
    ?.ads_api_access_tier
}
