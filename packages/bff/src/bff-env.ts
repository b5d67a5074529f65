import type { RequestIdVariables } from 'hono/request-id'
import type { Session } from './session/session.ts'

/** What a request carries through the routes once it is let in. */
export interface BffEnv {
  Variables: RequestIdVariables & { session: Session }
}
