import type { GraphCall } from '../graph/graph-call.ts'
import { invalidParam, missingParam, notOneOf } from '../graph/graph-error.ts'
import { listParam } from '../graph/params.ts'
import { adLocales } from './locales.ts'
import { searchText } from './search-params.ts'
import { targetingOption, targetingOptions, type TargetingClass, type TargetingOption } from './targeting-options.ts'

/** `type=adinterest` */
export function searchInterests({ params }: GraphCall): readonly Record<string, unknown>[] {
  const text = searchText(params)
  return interests()
    .filter(({ name }) => name.toLowerCase().includes(text))
    .map(interestRow)
}

/** `type=adinterestsuggestion`: others of the same topics. */
export function suggestInterests({ params }: GraphCall): readonly Record<string, unknown>[] {
  const names = listParam(params, 'interest_list').map((name) => name.toLowerCase())
  if (names.length === 0) throw missingParam('interest_list')
  const topics = new Set(interests().flatMap(({ name, topic }) => (names.includes(name.toLowerCase()) ? [topic] : [])))
  return interests()
    .filter(({ name, topic }) => topics.has(topic) && !names.includes(name.toLowerCase()))
    .map(interestRow)
}

/** `type=adinterestvalid`: one element for each name, then for each id. Ids are numbers here. */
export function validateInterests({ params }: GraphCall): readonly Record<string, unknown>[] {
  const names = listParam(params, 'interest_list')
  const ids = listParam(params, 'interest_fbid_list')
  if (names.length + ids.length === 0) throw missingParam('interest_list')
  const byName = (name: string) => interests().find((option) => option.name.toLowerCase() === name.toLowerCase())
  return [
    ...names.map((name) => validity(byName(name), { name })),
    ...ids.map((id) =>
      validity(
        interests().find((option) => option.id === id),
        { id },
      ),
    ),
  ]
}

/** `type=adTargetingCategory`: the options of one class. */
export function optionsOfClass({ params }: GraphCall): readonly Record<string, unknown>[] {
  const wanted = params.get('class') ?? ''
  if (wanted !== '' && !classes.some((name) => name === wanted)) throw notOneOf('class', classes, wanted)
  const text = searchText(params)
  return targetingOptions()
    .filter(({ type, name }) => (wanted === '' ? classes.includes(type) : type === wanted) && matches(name, text))
    .map(optionRow)
}

/** `type=adlocale` */
export function searchLocales({ params }: GraphCall): readonly Record<string, unknown>[] {
  const text = searchText(params)
  return adLocales.filter(({ name }) => matches(name, text))
}

/** Schools, majors, employers and job titles. */
export function searchWorkAndEducation(type: TargetingClass): (call: GraphCall) => readonly Record<string, unknown>[] {
  return ({ params }) =>
    targetingOptions()
      .filter((option) => option.type === type && matches(option.name, searchText(params)))
      .map((option) => ({
        id: Number(option.id),
        name: option.name,
        coverage: option.audience_size_upper_bound,
        subtext: option.path.at(-2) ?? '',
      }))
}

/** `type=targetingoptionstatus` */
export function optionStatuses({ params }: GraphCall): readonly Record<string, unknown>[] {
  const ids = listParam(params, 'targeting_option_list')
  if (ids.length === 0) throw missingParam('targeting_option_list')
  const notId = ids.find((id) => !/^\d+$/.test(id))
  if (notId !== undefined) throw invalidParam('Param targeting_option_list must be a list of integers.')
  return ids.map((id) => ({ id, current_status: targetingOption(id) ? 'NORMAL' : 'UNKNOWN', future_plan: [] }))
}

/** An option as the account's edges and `adTargetingCategory` show it. */
export function optionRow(option: TargetingOption): Record<string, unknown> {
  const { id, name, type, path, audience_size_lower_bound: lower, audience_size_upper_bound: upper } = option
  return {
    id,
    name,
    type,
    path,
    audience_size_lower_bound: lower,
    audience_size_upper_bound: upper,
    ...(option.description === null ? {} : { description: option.description }),
  }
}

const classes: readonly TargetingClass[] = [
  'interests',
  'behaviors',
  'demographics',
  'life_events',
  'industries',
  'income',
  'family_statuses',
  'user_device',
  'user_os',
]

function interests(): readonly TargetingOption[] {
  return targetingOptions().filter(({ type }) => type === 'interests')
}

function interestRow({ id, name, path, topic, description, ...sizes }: TargetingOption): Record<string, unknown> {
  return {
    id,
    name,
    audience_size_lower_bound: sizes.audience_size_lower_bound,
    audience_size_upper_bound: sizes.audience_size_upper_bound,
    path,
    description,
    topic,
  }
}

function validity(option: TargetingOption | undefined, asked: Record<string, string>): Record<string, unknown> {
  if (!option) return { ...asked, valid: false }
  return { name: option.name, valid: true, id: Number(option.id), audience_size: option.audience_size_upper_bound }
}

function matches(name: string, text: string): boolean {
  return name.toLowerCase().includes(text)
}
