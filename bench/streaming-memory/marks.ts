/** Rows after which the process is looked at. */
export const firstMark = 100_000
export const lastMark = 1_000_000

/** How much larger a process is at the last mark than at the first, after a full collection at each. */
export interface MemoryGrowth {
  /** Heap and buffers. */
  heapBytes: number
  /** What the system counts for the process. */
  residentBytes: number
  /** For all rows. */
  ms: number
}
