import type { AsyncRequest, AsyncSet } from '../batch/async-set.ts'
import type { Caller } from '../identity/caller.ts'
import type { ReportRun } from '../insights/report-runs.ts'
import type { BudgetHolder, BudgetPeriod } from '../objects/budget-periods.ts'
import type { Study, StudyCell } from '../studies/studies.ts'
import type { AdAccount, AdObject, DeliveringObject, ObjectOf, ObjectType } from '../world/objects.ts'

/** Anything that an id in a path can mean. */
export type Node =
  | { type: 'User' | 'SystemUser'; id: string; caller: Caller }
  | { type: 'Application'; id: string; name: string }
  | { type: 'Business'; id: string; name: string; accounts: readonly AdAccount[] }
  | { type: 'Page'; id: string; name: string; account: AdAccount }
  | { type: 'AdAccount'; id: string; account: AdAccount }
  | { type: 'AdReportRun'; id: string; account: AdAccount; run: ReportRun }
  | { type: 'AdAsyncRequestSet'; id: string; account: AdAccount; set: AsyncSet }
  | { type: 'AdAsyncRequest'; id: string; account: AdAccount; set: AsyncSet; request: AsyncRequest }
  | { type: 'AsyncSession'; id: string; set: AsyncSet; request: AsyncRequest }
  | { type: 'AdStudy'; id: string; account: AdAccount; study: Study }
  | { type: 'AdStudyCell'; id: string; account: AdAccount; study: Study; cell: StudyCell }
  | { type: 'HighDemandPeriod'; id: string; account: AdAccount; holder: BudgetHolder; period: BudgetPeriod }
  | ObjectNode

/** An object of an ad account. */
export type ObjectNode<Type extends ObjectType = ObjectType> = {
  [T in Type]: { type: T; id: string; account: AdAccount; object: ObjectOf<T> }
}[Type]

export type NodeType = Node['type']

export function objectNode(account: AdAccount, object: AdObject): Node {
  return { type: object.type, id: object.id, account, object } as ObjectNode
}

export function accountNode(account: AdAccount): Node {
  return { type: 'AdAccount', id: account.id, account }
}

/** The business that owns an ad account, as far as this account shows it. */
export function businessNode(account: AdAccount): Node {
  return { type: 'Business', ...account.business, accounts: [account] }
}

/** Campaigns, ad sets and ads have statuses; nothing else has. */
export function delivering(node: Node): DeliveringObject | undefined {
  return node.type === 'Campaign' || node.type === 'AdSet' || node.type === 'Ad' ? node.object : undefined
}

/** Whether what a field holds is a node of its own, to be read in turn. */
export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'id' in value &&
    ('account' in value || 'caller' in value || 'accounts' in value)
  )
}
