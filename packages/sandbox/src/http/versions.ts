import { GraphError, unknownPath } from '../graph/graph-error.ts'

/** The version of calls that name none, and the one the sandbox announces. */
export const defaultVersion = 'v25.0'

const served: readonly string[] = ['v24.0', defaultVersion, 'v26.0']

/**
 * Splits `/v25.0/me/adaccounts` into its version and path.
 *
 * @throws {GraphError} 2635 for a version that has expired, 2500 for one that does not exist.
 */
export function splitVersion(pathname: string): { version: string; path: string[]; isVersioned: boolean } {
  const [first = '', ...rest] = pathname.split('/').filter((part) => part !== '')
  const major = /^v(\d+)\.\d+$/.exec(first)?.[1]
  if (major === undefined)
    return { version: defaultVersion, path: first === '' ? [] : [first, ...rest], isVersioned: false }
  if (served.includes(first)) return { version: first, path: rest, isVersioned: true }
  if (Number(major) > 23) throw unknownPath(first)
  throw new GraphError(
    `(#2635) You are calling a deprecated version of the Ads API. Please update to the latest version: ${served.at(-1) ?? ''}.`,
    { type: 'OAuthException', code: 2635 },
  )
}
