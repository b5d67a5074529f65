import { insightsHandlers } from '../insights/insights-handlers.ts'
import type { EdgeHandlers } from './graph-call.ts'

/** Everything that answers an edge, by node type, method and edge. */
export const handlers: EdgeHandlers = { ...insightsHandlers }
