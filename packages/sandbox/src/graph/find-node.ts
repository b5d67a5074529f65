import type { ReportRuns } from '../insights/report-runs.ts'
import type { World } from '../world/create-world.ts'
import type { AdAccount } from '../world/objects.ts'
import type { Caller } from './access.ts'
import { accountNotGranted, unknownAlias, unknownObject } from './graph-error.ts'
import { accountNode, adNode, adSetNode, campaignNode, creativeNode, type Node } from './nodes.ts'

/**
 * Finds what an id in a path means to a caller.
 *
 * @throws {GraphError} 803 for words, 200 for an account of someone else, 100/33 for everything unknown or unseen.
 */
export function findNode(world: World, runs: ReportRuns, caller: Caller, id: string, method: string): Node {
  if (id === 'me' || id === caller.userId) return { type: 'User', id: caller.userId, caller }
  if (/^act_\d+$/.test(id)) return findAccount(world, caller, id, method)
  if (!/^\d+$/.test(id)) throw unknownAlias(id)
  const found = findRun(runs, id) ?? findObject(world.accountOfObject(id), id)
  if (!found || found.type === 'User' || !caller.accounts.includes(found.account)) throw unknownObject(id, method)
  return found
}

function findAccount(world: World, caller: Caller, id: string, method: string): Node {
  const account = world.accounts.find((known) => known.id === id)
  if (!account) throw unknownObject(id, method)
  if (!caller.accounts.includes(account)) throw accountNotGranted()
  return accountNode(account)
}

function findRun(runs: ReportRuns, id: string): Node | undefined {
  const run = runs.find(id)
  return run && { type: 'AdReportRun', id, account: run.root.account, run }
}

const indexes = new WeakMap<AdAccount, ReadonlyMap<string, Node>>()

function findObject(account: AdAccount | undefined, id: string): Node | undefined {
  if (!account) return undefined
  const known = indexes.get(account) ?? indexOf(account)
  indexes.set(account, known)
  return known.get(id)
}

function indexOf(account: AdAccount): ReadonlyMap<string, Node> {
  const { campaigns, adSets, ads, creatives } = account.structure()
  const nodes = [
    ...campaigns.map((object) => campaignNode(account, object)),
    ...adSets.map((object) => adSetNode(account, object)),
    ...ads.map((object) => adNode(account, object)),
    ...creatives.map((object) => creativeNode(account, object)),
  ]
  return new Map(nodes.map((node) => [node.id, node]))
}
