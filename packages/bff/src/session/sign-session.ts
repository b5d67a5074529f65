import { SignJWT } from 'jose'
import {
  DEFAULT_AUDIENCE,
  DEFAULT_ISSUER,
  DEFAULT_SESSION_SECONDS,
  MAX_SESSION_SECONDS,
  secretBytes,
  SESSION_ALGORITHM,
  type SessionKey,
  type SessionScope,
} from './session.ts'

export interface SignSessionOptions {
  key: SessionKey
  tenantId: string
  /** Who the host's user is, for the audit trail. */
  subject: string
  /** The ad accounts this user may see. */
  accountIds: readonly string[]
  /** @default ['ads:read'] */
  scopes?: readonly SessionScope[]
  /** 1–3600. @default 900 */
  ttlSeconds?: number
  /** @default 'adpane-host' */
  issuer?: string
  /** @default 'adpane' */
  audience?: string
}

/** What the browser gets: a token and how long it lives. A duration, because clients' clocks lie. */
export interface SignedSession {
  token: string
  /** Seconds. */
  expiresIn: number
}

/**
 * Signs a session for one user of the host app. Call it behind the host's own login, on the server.
 *
 * @throws {RangeError} The secret is too short or the life out of range.
 */
export async function signSession(options: SignSessionOptions): Promise<SignedSession> {
  const { key, tenantId, subject, accountIds, scopes = ['ads:read'], ttlSeconds = DEFAULT_SESSION_SECONDS } = options
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > MAX_SESSION_SECONDS)
    throw new RangeError(`ttlSeconds is ${ttlSeconds}; choose a whole number from 1 to ${MAX_SESSION_SECONDS}.`)
  const token = await new SignJWT({ tenant: tenantId, accounts: [...accountIds], scope: scopes.join(' ') })
    .setProtectedHeader({ alg: SESSION_ALGORITHM, kid: key.kid, typ: 'JWT' })
    .setIssuer(options.issuer ?? DEFAULT_ISSUER)
    .setAudience(options.audience ?? DEFAULT_AUDIENCE)
    .setSubject(subject)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${ttlSeconds} seconds`)
    .sign(secretBytes(key))
  return { token, expiresIn: ttlSeconds }
}
