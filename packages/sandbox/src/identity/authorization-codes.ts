import { GraphError } from '../graph/graph-error.ts'
import { secretCode } from './secrets.ts'

/** What the dialog hands to the app's redirect address, to be traded for a token once. */
export interface AuthorizationCode {
  readonly value: string
  readonly userId: string
  /** Exactly as the dialog got it. */
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly issuedAtMs: number
  isUsed: boolean
}

export interface AuthorizationCodes {
  issue(draft: Omit<AuthorizationCode, 'value' | 'isUsed'>): AuthorizationCode
  /** Marks a code as used, if there is such a one: a failed exchange costs the code too. */
  spend(value: string): void
  /**
   * Trades a code in.
   *
   * @throws {GraphError} 100 for no such code, 36009 for a used one, 36007 after ten minutes, 36008 for another address.
   */
  redeem(value: string, redirectUri: string, nowMs: number): AuthorizationCode
  readonly all: Iterable<AuthorizationCode>
  restore(codes: readonly AuthorizationCode[]): void
}

const lifetimeMs = 10 * 60_000
const kept = 2000

/** @param nextSerial - Gives numbers that no token or code had before. */
export function createAuthorizationCodes(seed: number, nextSerial: () => number): AuthorizationCodes {
  const codes = new Map<string, AuthorizationCode>()
  const add = (code: AuthorizationCode) => {
    codes.set(code.value, code)
    const [oldest] = codes.keys()
    if (codes.size > kept && oldest !== undefined) codes.delete(oldest)
    return code
  }
  return {
    issue: (draft) => add({ ...draft, value: secretCode(seed, `code/${nextSerial()}`), isUsed: false }),
    spend(value) {
      const code = codes.get(value)
      if (code) code.isUsed = true
    },
    redeem(value, redirectUri, nowMs) {
      const code = codes.get(value)
      if (!code) throw codeError('Invalid verification code format.')
      if (code.isUsed) throw codeError('This authorization code has been used.', 36_009)
      code.isUsed = true
      if (nowMs >= code.issuedAtMs + lifetimeMs) throw codeError('This authorization code has expired.', 36_007)
      if (code.redirectUri !== redirectUri) throw otherRedirectUri()
      return code
    },
    all: { [Symbol.iterator]: () => codes.values() },
    restore: (restored) => restored.forEach(add),
  }
}

function otherRedirectUri(): GraphError {
  return codeError(
    'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    36_008,
  )
}

function codeError(message: string, subcode?: number): GraphError {
  return new GraphError(message, {
    type: 'OAuthException',
    code: 100,
    kind: 'invalid_code',
    ...(subcode === undefined ? {} : { subcode }),
  })
}
