import type { Clock } from '../../clock.ts'
import type { Fetch } from '../http-fetch.ts'
import type { GraphWarning } from './graph-warning.ts'
import { versionStanding } from './version-calendar.ts'

/** As much of the client's settings as watching takes. */
export interface WatchedVersion {
  version: string
  clock: Clock
  onWarning: (warning: GraphWarning) => void
}

/**
 * A fetch that tells when the version asked for has ended, ends within 90 days, or was not the one that answered.
 *
 * Meta does not refuse an old version: it silently answers as the next one it still has, whose fields and rules differ.
 */
export function watchVersion(fetch: Fetch, watched: WatchedVersion): Fetch {
  const told = new Set<string>()
  const tell = (warning: GraphWarning | undefined) => {
    if (warning === undefined || told.has(`${warning.kind} ${warning.answeredBy}`)) return
    told.add(`${warning.kind} ${warning.answeredBy}`)
    try {
      watched.onWarning(warning)
    } catch {
      // Whoever listens must not be able to break calls.
    }
  }
  return async (url, call) => {
    tell(expiryOf(watched))
    const response = await fetch(url, call)
    tell(mismatchOf(watched.version, response.headers.get('facebook-api-version')))
    return response
  }
}

function expiryOf({ version, clock }: WatchedVersion): GraphWarning | undefined {
  const standing = versionStanding(version, clock.now())
  if (standing.state === 'ends_soon') {
    const { endsOn, daysLeft } = standing
    const message = `Meta stops answering ${version} of its API on ${endsOn}, in ${daysLeft} days. Move to a newer version.`
    return { kind: 'version_ends_soon', message, version, endsOn }
  }
  if (standing.state !== 'expired') return undefined
  const { endsOn } = standing
  const since = endsOn === undefined ? '' : ` since ${endsOn}`
  const message = `${version} of Meta's API is no longer answered as such${since}. Move to a newer version.`
  return { kind: 'version_expired', message, version, ...(endsOn !== undefined && { endsOn }) }
}

function mismatchOf(version: string, header: string | null): GraphWarning | undefined {
  // Only a version is worth repeating; whatever else stands there could be anything.
  const answeredBy = /^v\d+\.\d+$/.exec(header ?? '')?.[0]
  if (answeredBy === undefined || answeredBy === version) return undefined
  const message = `Meta was asked in ${version} and answered in ${answeredBy}: fields and rules may differ.`
  return { kind: 'version_mismatch', message, version, answeredBy }
}
