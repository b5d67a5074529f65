import type { AccountCall } from '../assets/account-call.ts'
import { pageOf } from '../graph/paging.ts'
import { linkFor } from '../graph/edge-link.ts'
import { listOf, recordOf, textOf } from '../objects/loose-values.ts'
import { optionRow } from './option-search.ts'
import { pickedFields } from './plain-list.ts'
import { searchLimit, searchText } from './search-params.ts'
import { targetingOption, targetingOptions, type TargetingOption } from './targeting-options.ts'

/** `GET act_…/targetingsearch?q=…` */
export function targetingSearch(call: AccountCall): unknown {
  const text = searchText(call.params)
  const found = targetingOptions().filter(
    (option) => isOfType(option, call) && option.name.toLowerCase().includes(text),
  )
  return optionList(call, 'targetingsearch', found)
}

/** `GET act_…/targetingbrowse`: everything there is. */
export function targetingBrowse(call: AccountCall): unknown {
  const { excluded_category: excluded } = call.input
  const found = targetingOptions().filter(
    (option) => isOfType(option, call) && (excluded === undefined || !option.path.includes(textOf(excluded))),
  )
  return optionList(call, 'targetingbrowse', found)
}

/** `GET act_…/targetingsuggestions`: what goes with the options of `targeting_list`. */
export function targetingSuggestions(call: AccountCall): unknown {
  const given = givenOptions(call.input.targeting_list)
  const groups = new Set(given.map(groupOf))
  const found = targetingOptions().filter(
    (option) => isOfType(option, call) && !given.includes(option) && (groups.size === 0 || groups.has(groupOf(option))),
  )
  return optionList(call, 'targetingsuggestions', found)
}

/** `GET act_…/targetingvalidation`: each option of the lists, valid or not. */
export function targetingValidation(call: AccountCall): unknown {
  const { targeting_list: list, id_list: ids, name_list: names } = call.input
  const rows = [
    ...listOf(list).map((item) => validated(recordOf(item).id, targetingOption(textOf(recordOf(item).id)))),
    ...listOf(ids).map((id) => validated(id, targetingOption(String(id)))),
    ...listOf(names).map((name) => validated(name, optionNamed(String(name)))),
  ]
  return { data: rows.map((row) => pickedFields(row, 'AdAccountTargetingUnified', call.params)) }
}

function optionList(call: AccountCall, edge: string, found: readonly TargetingOption[]): unknown {
  const params = new Map([...call.params, ['limit', String(searchLimit(call.params))]])
  const { items, paging } = pageOf(found, ({ id }) => id, params, linkFor(call, call.node.id, edge, call.params))
  const data = items.map((option) => pickedFields(optionRow(option), 'AdAccountTargetingUnified', call.params))
  return { data, paging }
}

function isOfType({ type }: TargetingOption, { input }: AccountCall): boolean {
  const types = [...listOf(input.whitelisted_types), ...(input.limit_type === undefined ? [] : [input.limit_type])]
  return types.length === 0 || types.includes(type)
}

function validated(asked: unknown, option: TargetingOption | undefined): Record<string, unknown> {
  if (option) return { ...optionRow(option), valid: true }
  return /^\d+$/.test(String(asked)) ? { id: String(asked), valid: false } : { name: String(asked), valid: false }
}

function optionNamed(name: string): TargetingOption | undefined {
  return targetingOptions().find((option) => option.name.toLowerCase() === name.toLowerCase())
}

function givenOptions(list: unknown): TargetingOption[] {
  return listOf(list).flatMap((item) => targetingOption(textOf(recordOf(item).id)) ?? [])
}

function groupOf({ path }: TargetingOption): string {
  return path.slice(0, -1).join(' > ')
}
