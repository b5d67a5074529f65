import type { GraphCall } from '../graph/graph-call.ts'
import { textOf } from '../objects/loose-values.ts'
import { missingParam, notOneOf } from '../graph/graph-error.ts'
import { pageOf } from '../graph/paging.ts'
import { placesByKey, radiusSuggestion, searchPlaces } from './geo-search.ts'
import {
  optionsOfClass,
  optionStatuses,
  searchInterests,
  searchLocales,
  searchWorkAndEducation,
  suggestInterests,
  validateInterests,
} from './option-search.ts'
import { searchLimit } from './search-params.ts'

/** Paths without a node that this folder answers. */
export const searchPaths: Readonly<Record<'GET search', (call: GraphCall) => unknown>> = { 'GET search': search }

/**
 * `GET search?type=…`: what people can be targeted by.
 *
 * @throws {GraphError} 100 without a `type`, or for one that is none.
 */
function search(call: GraphCall): unknown {
  const type = call.params.get('type') ?? ''
  if (type === '') throw missingParam('type')
  if (type === 'adgeolocationmeta') return placesByKey(call)
  const find = searches.get(type)
  if (!find) throw notOneOf('type', [...searches.keys(), 'adgeolocationmeta'], type)
  const params = new Map([...call.params, ['limit', String(searchLimit(call.params))]])
  const { items, paging } = pageOf(
    find(call),
    (row, index) => `${textOf(row.key ?? row.id ?? row.name ?? '')}/${index}`,
    params,
    (changes) => call.linkTo('search', { ...Object.fromEntries(call.params), ...changes }),
  )
  return { data: items, paging }
}

type Find = (call: GraphCall) => readonly object[]
type Row = Record<string, unknown>

const searches: ReadonlyMap<string, (call: GraphCall) => readonly Row[]> = new Map(
  Object.entries<Find>({
    adgeolocation: searchPlaces,
    adradiussuggestion: radiusSuggestion,
    adinterest: searchInterests,
    adinterestsuggestion: suggestInterests,
    adinterestvalid: validateInterests,
    adTargetingCategory: optionsOfClass,
    adlocale: searchLocales,
    adeducationschool: searchWorkAndEducation('education_schools'),
    adeducationmajor: searchWorkAndEducation('education_majors'),
    adworkemployer: searchWorkAndEducation('work_employers'),
    adworkposition: searchWorkAndEducation('work_positions'),
    targetingoptionstatus: optionStatuses,
  }).map(([type, find]) => [type, (call) => find(call).map((row) => ({ ...row }))]),
)
