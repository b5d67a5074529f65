import { timingSafeEqual } from 'node:crypto'
import type { GraphError } from '../graph/graph-error.ts'
import type { Identity } from './identity.ts'
import { secretHex } from './secrets.ts'
import { invalidToken } from './token-errors.ts'

type App = Pick<Identity, 'appId' | 'appSecret'>

/** App tokens are the app's id, a bar and something secret. */
export function isAppToken(token: string): boolean {
  return /^\d{1,20}\|/.test(token)
}

/** What `client_credentials` answers; the literal `APPID|SECRET` does the same. */
export function appToken({ appId, appSecret }: App): string {
  return `${appId}|${Buffer.from(secretHex(0, `app token/${appSecret}`), 'hex')
    .toString('base64url')
    .slice(0, 27)}`
}

/** @returns Why it is none of this app's tokens; undefined for a good one. */
export function appTokenProblem(app: App, token: string): GraphError | undefined {
  const isOurs = isSame(token, `${app.appId}|${app.appSecret}`) || isSame(token, appToken(app))
  return isOurs ? undefined : invalidToken()
}

/** Compares secrets without telling by its duration how much was right. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
