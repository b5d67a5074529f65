import type { AdAccount } from '../world/objects.ts'

/** What the app wants to hear about one kind of object, and where. */
export interface AppSubscription {
  /** Such as `ad_account`. */
  object: string
  callbackUrl: string
  fields: readonly string[]
  /** Whether deliveries carry values, or only the names of the fields. */
  includesValues: boolean
  /** Graph version of the call that made it. */
  version: string
}

/** What the app listens to, and on which ad accounts. */
export interface Subscriptions {
  /** One per kind of object. */
  readonly all: ReadonlyMap<string, AppSubscription>
  set(subscription: AppSubscription): void
  remove(object: string): void
  /** Ad account ids, `act_…`. */
  readonly accountIds: ReadonlySet<string>
  addAccount(account: Pick<AdAccount, 'id'>): void
  removeAccount(account: Pick<AdAccount, 'id'>): void
  /** Where the app hears of removals and deletion requests; absent means it does not. */
  callbacks: AppCallbacks
}

/** Addresses of the app's back end, on this machine. */
export interface AppCallbacks {
  deauthorizeUrl?: string
  dataDeletionUrl?: string
}

export function createSubscriptions(callbacks: AppCallbacks): Subscriptions {
  const all = new Map<string, AppSubscription>()
  const accountIds = new Set<string>()
  return {
    all,
    set: (subscription) => all.set(subscription.object, subscription),
    remove: (object) => all.delete(object),
    accountIds,
    addAccount: ({ id }) => accountIds.add(id),
    removeAccount: ({ id }) => accountIds.delete(id),
    callbacks,
  }
}
