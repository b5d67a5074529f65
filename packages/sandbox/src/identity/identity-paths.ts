import type { SandboxState } from '../graph/graph-call.ts'
import type { Params } from '../graph/params.ts'
import { debugToken } from './debug-token.ts'
import { exchangeToken } from './oauth-access-token.ts'
import { revokeToken } from './oauth-revoke.ts'

/** A call on a path that is no node; most of these need no token. */
export interface IdentityPathCall {
  sandbox: SandboxState
  method: 'GET' | 'POST' | 'DELETE'
  params: Params
  /** From the Authorization header; an `access_token` parameter goes before it. */
  headerToken?: string
  /** `v25.0` */
  version: string
  now: Date
  origin: string
}

/** Answers by method and path after the version, to be looked up before authentication. */
export const identityPaths: Readonly<Record<string, (call: IdentityPathCall) => unknown>> = {
  'GET oauth/access_token': exchangeToken,
  'POST oauth/access_token': exchangeToken,
  'GET oauth/revoke': revokeToken,
  'POST oauth/revoke': revokeToken,
  'GET debug_token': debugToken,
}
