import { createRandom, seedOf } from './random.ts'

/**
 * Counts people, so that reach behaves as reach does.
 *
 * An account's public is split into segments of people who see the same ad sets. An ad set's impressions fall
 * on its own segments, on some of them more often. In a segment that was shown λ impressions per head,
 * 1 − e^(−λ) of the people saw at least one. Any set of impressions is measured the same way, hence:
 * reach never falls when days or ads are added, is at most the sum of the parts, at least the largest of
 * them, and never exceeds impressions.
 */
export interface Audience {
  /**
   * People behind a number of events.
   *
   * @param eventsByAdSet - Events per ad set id, one number per demographic cell.
   * @param share - Share of each segment that does such a thing at all: 1 for seeing, less for clicking.
   */
  people(eventsByAdSet: ReadonlyMap<string, Float64Array>, share: number): number
}

/** How many people an ad set could reach in each cell. */
export type Pools = ReadonlyMap<string, Float64Array>

const segmentCount = 24
// How often the average person is in the public of more than one ad set.
const overlap = 2.5

export function createAudience(seed: number, pools: Pools, cellCount: number): Audience {
  const segmentSizes = sizesOfSegments(pools, cellCount)
  const intensities = new Map<string, Float64Array>()
  const intensityOf = (adSetId: string) => {
    const known = intensities.get(adSetId)
    if (known) return known
    const made = intensityPerHead(seedOf(seed, 'audience', adSetId), pools.get(adSetId), segmentSizes)
    intensities.set(adSetId, made)
    return made
  }
  return {
    people(eventsByAdSet, share) {
      const perHead = new Float64Array(cellCount * segmentCount)
      for (const [adSetId, events] of eventsByAdSet) addExposure(perHead, events, intensityOf(adSetId))
      return countPeople(perHead, segmentSizes, share)
    },
  }
}

function sizesOfSegments(pools: Pools, cellCount: number): Float64Array {
  const sizes = new Float64Array(cellCount)
  for (const pool of pools.values())
    for (let cell = 0; cell < cellCount; cell++) sizes[cell] = (sizes[cell] ?? 0) + (pool[cell] ?? 0)
  return sizes.map((total) => Math.max(1, total / overlap / segmentCount))
}

/** Exposure of each cell and segment per head and per event; weighted by size it sums to one event per cell. */
function intensityPerHead(seed: number, pool: Float64Array | undefined, segmentSizes: Float64Array): Float64Array {
  const random = createRandom(seed)
  const first = Math.floor(random.next() * segmentCount)
  const appetite = Array.from({ length: segmentCount }, () => Math.exp(random.normal()))
  const intensity = new Float64Array(segmentSizes.length * segmentCount)
  segmentSizes.forEach((size, cell) => {
    // Ad sets made by calls have no planned pool; they get a third of the public.
    const planned = pool ? (pool[cell] ?? 0) / size : segmentCount / 3
    const wanted = Math.max(1, Math.min(segmentCount, Math.round(planned)))
    const total = appetite.slice(0, wanted).reduce((sum, value) => sum + value, 0) * size
    for (let index = 0; index < wanted; index++) {
      intensity[cell * segmentCount + ((first + index) % segmentCount)] = (appetite[index] ?? 0) / total
    }
  })
  return intensity
}

function addExposure(perHead: Float64Array, events: Float64Array, intensity: Float64Array): void {
  for (let index = 0; index < perHead.length; index++) {
    const count = events[Math.floor(index / segmentCount)] ?? 0
    if (count > 0) perHead[index] = (perHead[index] ?? 0) + count * (intensity[index] ?? 0)
  }
}

function countPeople(perHead: Float64Array, segmentSizes: Float64Array, share: number): number {
  let people = 0
  perHead.forEach((exposure, index) => {
    const size = (segmentSizes[Math.floor(index / segmentCount)] ?? 0) * share
    if (exposure > 0) people += size * -Math.expm1(-exposure / share)
  })
  // Rounding up keeps every law above; the slack swallows what floating point adds beyond a whole number.
  return Math.max(0, Math.ceil(people - 1e-6))
}
