import type { AccountContent } from './account-content.ts'

/**
 * Keeps what was built of the accounts asked for most recently, so that thousands of accounts fit in memory.
 * An account that a call has changed stays for good; any other is built again, identically, when asked for.
 */
export interface PlanCache {
  get(accountId: string, make: () => AccountContent): AccountContent
  /** Whether a call has changed it; builds nothing. */
  isChanged(accountId: string): boolean
}

export function createPlanCache(kept: number): PlanCache {
  const contents = new Map<string, AccountContent>()
  return {
    get(accountId, make) {
      const known = contents.get(accountId)
      const content = known ?? make()
      // Putting it back makes it the youngest.
      if (known) contents.delete(accountId)
      contents.set(accountId, content)
      if (!known && contents.size > kept) dropOldest(contents, kept)
      return content
    },
    isChanged: (accountId) => contents.get(accountId)?.objects.isChanged ?? false,
  }
}

function dropOldest(contents: Map<string, AccountContent>, kept: number): void {
  for (const [accountId, content] of contents) {
    if (contents.size <= kept) return
    if (!content.objects.isChanged) contents.delete(accountId)
  }
}
