import { createBoundedCache, type BoundedCache } from './bounded-cache.ts'
import type { FactValues } from './facts.ts'

// All accounts of a process share these, so that thousands of accounts can be read and memory stays flat.
// Totals are small and answer most questions; cells are needed for age and gender only.
const cellBytes = 64 * 1024 * 1024
const totalBytes = 32 * 1024 * 1024

export const cellCache: BoundedCache<FactValues> = createBoundedCache(cellBytes)
export const totalCache: BoundedCache<FactValues> = createBoundedCache(totalBytes)
