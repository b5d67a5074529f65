import { objectNode, type Node } from '../graph/node.ts'
import type { World } from '../world/create-world.ts'
import type { AdAccount, CustomAudience } from '../world/objects.ts'

/** Ids of other accounts' audiences that an account may use. */
export function sharedAudienceIds({ values }: AdAccount): readonly string[] {
  const stored = values['shared_audiences']
  return Array.isArray(stored) ? stored.map(String) : []
}

/** Lets an account use another one's audience, or no longer. */
export function setShared(account: AdAccount, audienceId: string, isShared: boolean): void {
  const others = sharedAudienceIds(account).filter((id) => id !== audienceId)
  account.values['shared_audiences'] = isShared ? [...others, audienceId] : others
}

/** An audience that the account owns or has been let use. */
export function usableAudience(world: World, account: AdAccount, id: string): CustomAudience | undefined {
  const isShared = sharedAudienceIds(account).includes(id)
  const found = account.objects().find(id) ?? (isShared ? world.accountOfObject(id)?.objects().find(id) : undefined)
  return found?.type === 'CustomAudience' ? found : undefined
}

/** The audiences of others on an account's list, after its own. */
export function sharedAudienceNodes(world: World, account: AdAccount): readonly Node[] {
  return sharedAudienceIds(account).flatMap((id) => {
    const owner = world.accountOfObject(id)
    const found = owner?.objects().find(id)
    return owner && found ? [objectNode(owner, found)] : []
  })
}
