import type { AdAccount, AdObject } from '../world/objects.ts'

/** An object that passed every rule and waits to be made. */
export interface Plan<Made extends AdObject> {
  object: Made
  /** Makes it, and what it depends on. */
  commit(): void
}

/** Plans an object that is made after what it needs: parents, labels. */
export function planObject<Made extends AdObject>(
  account: AdAccount,
  object: Made,
  needs: readonly { commit(): void }[],
): Plan<Made> {
  return {
    object,
    commit() {
      for (const need of needs) need.commit()
      account.objects().add(object)
    },
  }
}

/** An object that is there already. */
export function existingObject<Made extends AdObject>(object: Made): Plan<Made> {
  return { object, commit: () => undefined }
}
