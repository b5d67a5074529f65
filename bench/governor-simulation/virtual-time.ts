/** Time that jumps from one event to the next. */
export interface VirtualTime {
  nowMs(): number
  /** Runs `work` at that time, or next when it is past; events of one instant run in the order they came. */
  at(ms: number, work: () => void | Promise<void>): void
  /** Runs all events until then, each to its end. */
  runUntil(ms: number): Promise<void>
}

interface Event {
  ms: number
  order: number
  work: () => void | Promise<void>
}

export function createVirtualTime(startMs: number): VirtualTime {
  const heap: Event[] = []
  let now = startMs
  let order = 0
  return {
    nowMs: () => now,
    at: (ms, work) => push(heap, { ms: Math.max(ms, now), order: order++, work }),
    runUntil: async (ms) => {
      for (let next = heap[0]; next !== undefined && next.ms <= ms; next = heap[0]) {
        pop(heap)
        now = next.ms
        await next.work()
      }
      now = ms
    },
  }
}

function push(heap: Event[], event: Event): void {
  let place = heap.length
  heap.push(event)
  while (place > 0) {
    const parent = (place - 1) >> 1
    const above = heap[parent]
    if (above === undefined || isSooner(above, event)) break
    heap[place] = above
    place = parent
  }
  heap[place] = event
}

function pop(heap: Event[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let place = 0
  for (;;) {
    const left = 2 * place + 1
    const [one, other] = [heap[left], heap[left + 1]]
    if (one === undefined) break
    const isRight = other !== undefined && isSooner(other, one)
    const child = isRight ? other : one
    if (isSooner(last, child)) break
    heap[place] = child
    place = isRight ? left + 1 : left
  }
  heap[place] = last
}

function isSooner(one: Event, other: Event): boolean {
  return one.ms < other.ms || (one.ms === other.ms && one.order < other.order)
}
