import type { ReportRun } from '../insights/report-runs.ts'
import type { Ad, AdAccount, AdSet, Campaign, Creative } from '../world/objects.ts'
import type { Caller } from './access.ts'

/** Anything with an id, together with the account it belongs to. */
export type Node =
  | { type: 'User'; id: string; caller: Caller }
  | { type: 'AdAccount'; id: string; account: AdAccount }
  | { type: 'Campaign'; id: string; account: AdAccount; object: Campaign }
  | { type: 'AdSet'; id: string; account: AdAccount; object: AdSet }
  | { type: 'Ad'; id: string; account: AdAccount; object: Ad }
  | { type: 'AdCreative'; id: string; account: AdAccount; object: Creative }
  | { type: 'AdReportRun'; id: string; account: AdAccount; run: ReportRun }

export type NodeType = Node['type']

export function accountNode(account: AdAccount): Node {
  return { type: 'AdAccount', id: account.id, account }
}

export function campaignNode(account: AdAccount, object: Campaign): Node {
  return { type: 'Campaign', id: object.id, account, object }
}

export function adSetNode(account: AdAccount, object: AdSet): Node {
  return { type: 'AdSet', id: object.id, account, object }
}

export function adNode(account: AdAccount, object: Ad): Node {
  return { type: 'Ad', id: object.id, account, object }
}

export function creativeNode(account: AdAccount, object: Creative): Node {
  return { type: 'AdCreative', id: object.id, account, object }
}
