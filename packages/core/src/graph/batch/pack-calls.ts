/** An operation as far as packing cares. */
export interface Packable {
  /** Position in the caller's list. */
  index: number
  /** Positions of operations it needs that have no outcome yet. */
  parents: readonly number[]
  bytes: number
  /** What it adds to the score of its ad account. */
  points: number
  createsAd: boolean
  /** The campaign it makes an ad set for. */
  adSetOf?: string | undefined
  /** Shares a call with nobody. */
  isAlone: boolean
  /** Shares a call only with what it needs and what needs it. */
  isApart: boolean
  /** Shares a call only with operations of the same group, such as an ad account. @default with any */
  group?: string | undefined
}

export interface PackLimits {
  operations: number
  bytes: number
  points: number
}

/** The guide allows ten new ads a batch. */
const maxAds = 10

/**
 * Packs operations into as few calls as it can, in order.
 *
 * Operations that need each other share a call. What of them is too much for one call waits, as does whatever needs an
 * operation that travels alone: the next time they find the answers they need.
 *
 * @returns Positions, call by call, each in order.
 */
export function packCalls(operations: readonly Packable[], limits: PackLimits): readonly (readonly number[])[] {
  const own: Call[] = []
  const shared: Call[] = []
  for (const family of families(withoutWaiting(operations))) {
    const piece = firstPiece(family, limits)
    const open = isExclusive(family)
      ? undefined
      : shared.find((call) => fits(call, piece, limits) && !clash(call, piece))
    if (open) merge(open, piece)
    else if (isExclusive(family)) own.push(piece)
    else shared.push(piece)
  }
  return [...shared, ...own].map(({ indices }) => indices.toSorted((a, b) => a - b))
}

interface Call {
  indices: number[]
  bytes: number
  points: number
  ads: number
  group: string | undefined
  /** Campaigns it makes ad sets for. Meta asks not to make several of one campaign in a batch. */
  campaigns: Set<string>
}

function isExclusive(family: readonly Packable[]): boolean {
  return family.some(({ isAlone, isApart }) => isAlone || isApart)
}

/** What can go now: operations with all they need beside them or answered. */
function withoutWaiting(operations: readonly Packable[]): Packable[] {
  const going = new Map<number, Packable>()
  for (const operation of operations) {
    const parents = operation.parents.map((parent) => going.get(parent))
    const isReady = operation.isAlone ? parents.length === 0 : parents.every((parent) => parent?.isAlone === false)
    if (isReady) going.set(operation.index, operation)
  }
  return [...going.values()]
}

/** Operations that need each other, in order; families by their first. */
function families(operations: readonly Packable[]): readonly (readonly Packable[])[] {
  const heads = new Map<number, number>()
  const headOf = (index: number): number => {
    const head = heads.get(index) ?? index
    return head === index ? index : headOf(head)
  }
  for (const { index, parents } of operations) {
    for (const parent of parents) {
      const [first, last] = [headOf(parent), headOf(index)].toSorted((a, b) => a - b)
      if (first !== undefined && last !== undefined) heads.set(last, first)
    }
  }
  return [...Map.groupBy(operations, ({ index }) => headOf(index)).values()]
}

/** As much of a family as one call holds, and at least its first. */
function firstPiece(family: readonly Packable[], limits: PackLimits): Call {
  const piece: Call = { indices: [], bytes: 0, points: 0, ads: 0, group: family[0]?.group, campaigns: new Set() }
  const included = new Set<number>()
  for (const operation of family) {
    const { index, parents, bytes, points, createsAd, adSetOf } = operation
    const one = {
      indices: [index],
      bytes,
      points,
      ads: createsAd ? 1 : 0,
      group: piece.group,
      campaigns: new Set(adSetOf === undefined ? [] : [adSetOf]),
    }
    const isFirst = included.size === 0
    if (!isFirst && !(parents.every((parent) => included.has(parent)) && fits(piece, one, limits))) continue
    merge(piece, one)
    included.add(index)
  }
  return piece
}

function fits(call: Call, more: Call, limits: PackLimits): boolean {
  return (
    call.group === more.group &&
    call.indices.length + more.indices.length <= limits.operations &&
    call.bytes + more.bytes <= limits.bytes &&
    call.points + more.points <= limits.points &&
    call.ads + more.ads <= maxAds
  )
}

function clash(call: Call, more: Call): boolean {
  return [...more.campaigns].some((campaign) => call.campaigns.has(campaign))
}

function merge(call: Call, more: Call): void {
  call.indices.push(...more.indices)
  call.bytes += more.bytes
  call.points += more.points
  call.ads += more.ads
  for (const campaign of more.campaigns) call.campaigns.add(campaign)
}
