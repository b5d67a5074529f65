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

/** @param adsKept - How many ads the kept accounts may hold together; an ad with what belongs to it takes about 3 kB. */
export function createPlanCache(adsKept: number): PlanCache {
  const contents = new Map<string, AccountContent>()
  let ads = 0
  const dropOldest = () => {
    for (const [accountId, content] of contents) {
      if (ads <= adsKept || contents.size === 1) return
      if (content.objects.isChanged) continue
      contents.delete(accountId)
      ads -= weightOf(content)
    }
  }
  return {
    get(accountId, make) {
      const known = contents.get(accountId)
      const content = known ?? make()
      // Putting it back makes it the youngest.
      if (known) contents.delete(accountId)
      else ads += weightOf(content)
      contents.set(accountId, content)
      if (!known && ads > adsKept) dropOldest()
      return content
    },
    isChanged: (accountId) => contents.get(accountId)?.objects.isChanged ?? false,
  }
}

/** Only ever asked of content that no call has changed: what it weighs is what was planned. */
function weightOf({ objects }: AccountContent): number {
  return objects.all('Ad').length
}
