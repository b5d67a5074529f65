import { searchPaths } from '../account-edges/search-paths.ts'
import type { GraphCall } from './graph-call.ts'

/** Answers paths that name no node, such as `GET search`. */
export const pathHandlers: Readonly<Record<string, (call: GraphCall) => unknown>> = { ...searchPaths }
