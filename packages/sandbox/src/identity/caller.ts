import type { AdAccount } from '../world/objects.ts'

/** Who calls, as a valid token tells. */
export interface Caller {
  kind: 'USER' | 'SYSTEM_USER' | 'PAGE' | 'APP'
  /** Id of the user, system user, page or app. */
  id: string
  name: string
  appId: string
  /** Of a person who granted `email`. */
  email?: string
  /** Permissions in force, such as `ads_read`. */
  scopes: ReadonlySet<string>
  /** Ad accounts this caller holds a role on, in order. */
  accounts: readonly AdAccount[]
  canSee(account: AdAccount): boolean
  tier: AccessTier
}

/** As usage headers spell the app's Marketing API access: few calls, or many. */
export type AccessTier = 'development_access' | 'standard_access'
