import type { AdAccount } from '../world/objects.ts'
import { basicPermission } from './permissions.ts'

/** What the app may do for one user. Never altered: a new consent makes a new grant. */
export interface Grant {
  /** Those the app has ever asked for. */
  permissions: ReadonlyMap<string, 'granted' | 'declined'>
  /** The ad accounts the user chose; absent for all, later ones included. */
  accounts?: readonly AdAccount[]
  /** Milliseconds of the last consent; permissions lapse some time after it. */
  grantedAtMs: number
  /** Granted by a setting rather than a person in a dialog: does not lapse. */
  isLasting: boolean
}

/** Unless the user consents anew, the app loses the right to data 90 days after the last consent. */
export const dataAccessMs = 90 * 86_400_000

/** Seconds since 1970; 0 for a grant that does not lapse. */
export function dataAccessExpiresAt({ isLasting, grantedAtMs }: Grant): number {
  return isLasting ? 0 : Math.floor((grantedAtMs + dataAccessMs) / 1000)
}

export function hasLapsed({ isLasting, grantedAtMs }: Grant, nowMs: number): boolean {
  return !isLasting && nowMs >= grantedAtMs + dataAccessMs
}

/** The permissions in force, in the order they were first asked for. */
export function scopesInForce(grant: Grant, nowMs: number): readonly string[] {
  return permissionStatuses(grant, nowMs)
    .filter(({ status }) => status === 'granted')
    .map(({ permission }) => permission)
}

/** As `me/permissions` lists them. */
export function permissionStatuses(
  grant: Grant,
  nowMs: number,
): readonly { permission: string; status: 'granted' | 'declined' | 'expired' }[] {
  const isLapsed = hasLapsed(grant, nowMs)
  return [...grant.permissions].map(([permission, status]) => ({
    permission,
    status: isLapsed && status === 'granted' && permission !== basicPermission ? 'expired' : status,
  }))
}

/** The grant of a user whom no dialog asked: every permission on every account. */
export function lastingGrant(names: Iterable<string>, grantedAtMs: number): Grant {
  return { permissions: new Map([...names].map((name) => [name, 'granted'])), grantedAtMs, isLasting: true }
}
