import type { AccountObjects } from './account-objects.ts'
import type { Audience } from './audience.ts'
import type { FactSource } from './facts.ts'

/** What an ad account holds, once built: its objects, what they delivered, and to whom. */
export interface AccountContent {
  objects: AccountObjects
  facts: FactSource
  audience: Audience
}
