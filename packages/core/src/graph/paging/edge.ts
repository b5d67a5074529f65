import type { GraphRequest } from '../wire.ts'

/** Where a list is read from. */
export type Edge = Pick<GraphRequest, 'path' | 'params'>
