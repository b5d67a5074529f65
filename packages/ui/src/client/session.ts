import { AdsApiError } from './ads-api-error.ts'

/** What the host's back end signed for this person. */
export interface AdsSession {
  /** Sent in the Authorization header, nowhere else. */
  token: string
  /** Seconds from now. A duration, because the clocks of clients lie. */
  expiresIn: number
}

export interface SessionKeeperOptions {
  /** Asks the host for a session. Called once at a time, however many widgets wait for it. */
  fetchSession: () => Promise<AdsSession>
  /** Milliseconds that only ever grow, unlike the wall clock. @default performance.now */
  monotonicNow?: () => number
}

export interface SessionKeeper {
  /** A token that is still good for a while. @throws {AdsApiError} The host gave none. */
  token(): Promise<string>
  /** Drops a token the BFF refused; the next call asks the host. A newer token is left alone. */
  refuse(token: string): void
}

/** Keeps one session for all widgets: fetched on first use, renewed before it ends, never twice at once. */
export function createSessionKeeper(options: SessionKeeperOptions): SessionKeeper {
  const now = options.monotonicNow ?? (() => performance.now())
  let held: { token: string; renewAt: number } | undefined
  let arriving: Promise<string> | undefined

  async function renew(): Promise<string> {
    const asked = now()
    const session = await askHost(options.fetchSession)
    // Counted from the question, since the token was signed somewhere between question and answer.
    held = { token: session.token, renewAt: asked + usableMs(session.expiresIn) }
    return session.token
  }

  return {
    token() {
      if (held && now() < held.renewAt) return Promise.resolve(held.token)
      arriving ??= renew().finally(() => (arriving = undefined))
      return arriving
    },
    refuse(token) {
      if (held?.token === token) held = undefined
    },
  }
}

/** A session is renewed a minute early, or after four fifths of a short one. */
function usableMs(expiresInSeconds: number): number {
  const lifeMs = expiresInSeconds * 1000
  return Math.max(lifeMs - 60_000, lifeMs * 0.8)
}

async function askHost(fetchSession: () => Promise<AdsSession>): Promise<AdsSession> {
  try {
    return await fetchSession()
  } catch (cause) {
    if (cause instanceof AdsApiError) throw cause
    // A TypeError is how fetch says that the network failed; anything else is the host's refusal.
    const unreachable = cause instanceof TypeError
    throw new AdsApiError(
      unreachable ? 'The session could not be fetched. Check the connection.' : 'The session ended. Sign in again.',
      { code: unreachable ? 'bff_unreachable' : 'session_expired' },
      { cause },
    )
  }
}
