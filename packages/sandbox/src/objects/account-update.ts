import type { EdgeCall } from '../graph/graph-call.ts'
import { invalidParam, notOneOf } from '../graph/graph-error.ts'
import { aggregateSpend } from '../insights/account-spend.ts'
import type { AdAccount } from '../world/objects.ts'
import { numberOf, textOf } from './loose-values.ts'
import { success, type AccountNode } from './write-call.ts'

type Values = Readonly<Record<string, unknown>>

/** `POST act_…` */
export function updateAccount(call: EdgeCall<AccountNode>): unknown {
  const { account } = call.node
  const { spend_cap: cap, spend_cap_action: action, ...rest } = call.input
  const others = { ...rest, ...payerOf(call) }
  checkPayer(account, others)
  checkLocked(account, others)
  checkAction(action)
  if ((numberOf(cap) ?? 0) < 0) throw invalidParam('Param spend_cap must be a non-negative number')
  if (cap !== undefined || action !== undefined) {
    call.sandbox.quota.changes.count('account_spend_cap', account.id, call.now.getTime())
  }
  Object.assign(account.values, others)
  if (cap !== undefined) account.values['spend_cap'] = minorText(account, cap)
  if (action === 'delete') account.values['spend_cap'] = '0'
  // Zero from here on; what was spent before is still in insights.
  if (action === 'reset') account.values['amount_spent_before_reset'] = String(aggregateSpend(account, call.now))
  return success()
}

/** Whole units come in (`23.50`), minor ones are read back (`2350`). */
function minorText({ currencyDecimals }: AdAccount, cap: unknown): string {
  return String(Math.round((numberOf(cap) ?? 0) * 10 ** currencyDecimals))
}

const pair = ['default_dsa_payor', 'default_dsa_beneficiary']

// An empty text counts as absent elsewhere; here it takes the default away.
function payerOf({ params }: EdgeCall): Values {
  return Object.fromEntries(pair.flatMap((name) => (params.has(name) ? [[name, params.get(name)]] : [])))
}

// Payer and beneficiary are set together or, both empty, taken away together.
function checkPayer(account: AdAccount, sent: Values): void {
  if (pair.every((name) => sent[name] === undefined)) return
  const filled = pair.filter((name) => textOf(sent[name] ?? account.values[name]) !== '')
  if (filled.length === 1 || pair.some((name) => sent[name] === undefined)) {
    throw invalidParam('default_dsa_payor and default_dsa_beneficiary must be set or unset together.')
  }
}

// Once they name somebody, they stay.
const locked = ['end_advertiser', 'media_agency', 'partner']

function checkLocked(account: AdAccount, sent: Values): void {
  for (const name of locked) {
    const before = textOf(account.values[name] ?? 'NONE')
    const isFree = before === 'NONE' || before === 'UNFOUND' || sent[name] === undefined || sent[name] === before
    if (!isFree) throw invalidParam(`Param ${name} cannot be changed once it is set.`)
  }
}

const actions = ['reset', 'delete']

function checkAction(action: unknown): void {
  if (action !== undefined && !actions.includes(textOf(action))) {
    throw notOneOf('spend_cap_action', actions, textOf(action))
  }
}
