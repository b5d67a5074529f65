import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { SessionError } from './session-error.ts'
import {
  DEFAULT_AUDIENCE,
  DEFAULT_ISSUER,
  MAX_SESSION_SECONDS,
  secretBytes,
  SESSION_ALGORITHM,
  type Session,
  type SessionKey,
} from './session.ts'

export interface VerifySessionOptions {
  /** Every key that is good now: one, or two while one replaces the other. */
  keys: readonly SessionKey[]
  /** @default 'adpane-host' */
  issuer?: string
  /** @default 'adpane' */
  audience?: string
}

export type VerifySession = (authorization: string | undefined) => Promise<Session>

/**
 * Prepares the check of `Authorization: Bearer …`. Sessions live by real time, whatever clock the server shows.
 *
 * @throws {RangeError} A key is too short, or there is none.
 */
export function createVerifySession({
  keys,
  issuer = DEFAULT_ISSUER,
  audience = DEFAULT_AUDIENCE,
}: VerifySessionOptions): VerifySession {
  if (keys.length === 0) throw new RangeError('Give at least one session key.')
  const secrets = new Map(keys.map((key) => [key.kid, secretBytes(key)]))
  const findKey: JWTVerifyGetKey = ({ kid }) => {
    const secret = kid === undefined ? undefined : secrets.get(kid)
    if (!secret) throw new SessionError('session_invalid')
    return secret
  }
  const rules = {
    algorithms: [SESSION_ALGORITHM],
    issuer,
    audience,
    maxTokenAge: MAX_SESSION_SECONDS,
    requiredClaims: ['sub', 'jti', 'exp', 'iat', 'tenant', 'accounts', 'scope'],
  }
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
    if (!token) throw new SessionError('session_missing')
    try {
      const { payload } = await jwtVerify(token, findKey, rules)
      return readSession(payload)
    } catch (error) {
      throw error instanceof errors.JWTExpired
        ? new SessionError('session_expired')
        : new SessionError('session_invalid')
    }
  }
}

function readSession({ sub, jti, iat, exp, tenant, accounts, scope }: JWTPayload): Session {
  const isWhole =
    typeof sub === 'string' &&
    typeof jti === 'string' &&
    typeof tenant === 'string' &&
    typeof scope === 'string' &&
    Array.isArray(accounts)
  if (!isWhole || (exp ?? 0) - (iat ?? 0) > MAX_SESSION_SECONDS) throw new SessionError('session_invalid')
  return { subject: sub, id: jti, tenantId: tenant, accountIds: accounts.map(String), scopes: scope.split(' ') }
}
