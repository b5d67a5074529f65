/** What a session may do. `ads:read` sees accounts, structure and results. */
export const sessionScopes = ['ads:read'] as const
export type SessionScope = (typeof sessionScopes)[number]

/** A key that signs sessions, known to the host's back end only. */
export interface SessionKey {
  /** Travels in the token's header, so that two keys can live at once while one replaces the other. */
  kid: string
  /** At least 32 bytes. */
  secret: string
}

/** What a verified session says. */
export interface Session {
  /** Whoever the host's user is. */
  subject: string
  tenantId: string
  /** Ad accounts it may see, `act_…`. */
  accountIds: readonly string[]
  scopes: readonly string[]
  /** Names this very session. */
  id: string
}

/** The one algorithm; a token that names another is refused. */
export const SESSION_ALGORITHM = 'HS256'
/** Longest a session may live, in seconds. */
export const MAX_SESSION_SECONDS = 60 * 60
/** @default of a session's life, in seconds. */
export const DEFAULT_SESSION_SECONDS = 15 * 60
export const DEFAULT_ISSUER = 'adpane-host'
export const DEFAULT_AUDIENCE = 'adpane'

const MIN_SECRET_BYTES = 32

/** @throws {RangeError} The secret is too short to sign with. */
export function secretBytes({ kid, secret }: SessionKey): Uint8Array {
  const bytes = new TextEncoder().encode(secret)
  if (bytes.length < MIN_SECRET_BYTES)
    throw new RangeError(`Session key "${kid}" has ${bytes.length} bytes; it needs ${MIN_SECRET_BYTES} or more.`)
  return bytes
}
