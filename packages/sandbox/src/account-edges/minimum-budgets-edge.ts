import type { AccountCall } from '../assets/account-call.ts'
import { budgetCurrencies, minimumBudgets } from '../objects/minimum-budgets.ts'
import { pickedFields } from './plain-list.ts'

/** `GET act_…/minimum_budgets`: of every currency, the account's own first. */
export function listMinimumBudgets({ node, params }: AccountCall): unknown {
  const own = node.account.currency
  const currencies = [own, ...budgetCurrencies().filter((currency) => currency !== own)]
  return {
    data: currencies.map((currency) => pickedFields({ ...minimumBudgets(currency) }, 'MinimumBudget', params)),
    paging: {},
  }
}
