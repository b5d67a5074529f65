import { GraphError, missingParam } from '../graph/graph-error.ts'
import { listParam } from '../graph/params.ts'
import { pageId } from '../world/object-ids.ts'
import type { AccessToken } from './access-tokens.ts'
import { appTokenProblem, isAppToken } from './app-token.ts'
import { readToken, scopesOf, tokenProblem } from './authenticate.ts'
import { dataAccessExpiresAt } from './grant.ts'
import type { Identity } from './identity.ts'
import type { IdentityPathCall } from './identity-paths.ts'
import { permissions } from './permissions.ts'

/**
 * `debug_token`: what a token is worth. A bad one is a good answer too: HTTP 200 with `is_valid: false`.
 *
 * @throws {GraphError} 190 or 104 for the asker's own token, 100 for an asker who is neither the app nor its developer.
 */
export function debugToken({ sandbox: { identity }, params, headerToken, now }: IdentityPathCall): unknown {
  const own = params.get('access_token') ?? headerToken
  const caller = identity.authenticate({ token: own, proof: params.get('appsecret_proof'), isAboutMe: false, now })
  const input = params.get('input_token') ?? ''
  if (input === '') throw missingParam('input_token')
  const asker = identity.tokens.of(caller)
  // A business's back end looks at its own system user's token; everyone else's are none of its affair.
  const isOwnSystemToken = caller.kind === 'SYSTEM_USER' && own === input
  if (asker && !asker.user.isDeveloper && !isOwnSystemToken) throw notOfTheApp()
  const data = isAppToken(input) ? inspectAppToken(identity, input) : inspect(identity, input, now)
  return { data: picked(data, listParam(params, 'fields')) }
}

function inspectAppToken(identity: Identity, input: string): Record<string, unknown> {
  const problem = appTokenProblem(identity, input)
  if (problem) return { error: errorOf(problem), is_valid: false, scopes: [] }
  return { app_id: identity.appId, type: 'APP', application: identity.appName, is_valid: true, scopes: [] }
}

function inspect(identity: Identity, input: string, now: Date): Record<string, unknown> {
  const token = known(identity, input)
  if (token instanceof GraphError) return { error: errorOf(token), is_valid: false, scopes: [] }
  const problem = tokenProblem(identity, token, now)
  const { kind, user, page, issuedAtMs, expiresAtMs, isLongLived } = token
  const scopes = scopesOf(token, now)
  return {
    app_id: identity.appId,
    type: kind,
    application: identity.appName,
    data_access_expires_at: user.grant ? dataAccessExpiresAt(user.grant) : 0,
    ...(problem ? { error: errorOf(problem) } : {}),
    expires_at: expiresAtMs === undefined ? 0 : Math.floor(expiresAtMs / 1000),
    is_valid: !problem,
    ...(isLongLived ? { issued_at: Math.floor(issuedAtMs / 1000) } : {}),
    ...(page ? { profile_id: pageId(page.index) } : {}),
    scopes,
    granular_scopes: granularScopes(token, scopes),
    user_id: user.id,
  }
}

// An error is an answer here, so it is returned rather than thrown.
function known(identity: Identity, input: string): AccessToken | GraphError {
  try {
    return readToken(identity, input)
  } catch (error) {
    if (error instanceof GraphError) return error
    throw error
  }
}

function errorOf({ message, fields: { code, subcode } }: GraphError): Record<string, unknown> {
  return { code, message, ...(subcode === undefined ? {} : { subcode }) }
}

/** Targets are named only where the person chose some: without them a permission is good for all. */
function granularScopes({ user }: AccessToken, scopes: readonly string[]): unknown[] {
  const accounts = user.grant?.accounts
  return scopes
    .filter((scope) => permissions.get(scope)?.about !== 'person')
    .map((scope) => {
      const about = permissions.get(scope)?.about
      if (!accounts || (about !== 'ads' && about !== 'pages')) return { scope }
      const targets = accounts.map(({ id, index }) => (about === 'ads' ? id.slice('act_'.length) : pageId(index)))
      return { scope, target_ids: targets }
    })
}

function picked(data: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  if (fields.length === 0) return data
  return Object.fromEntries(Object.entries(data).filter(([name]) => fields.includes(name)))
}

function notOfTheApp(): GraphError {
  return new GraphError(
    '(#100) You must provide an app access token, or a user access token that is an owner or developer of the app',
    { type: 'OAuthException', code: 100 },
  )
}
