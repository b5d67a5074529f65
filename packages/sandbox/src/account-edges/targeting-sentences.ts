import type { EdgeCall } from '../graph/graph-call.ts'
import type { Node, ObjectNode } from '../graph/node.ts'
import { listOf, recordOf, recordsOf, textOf } from '../objects/loose-values.ts'
import { allPlaces } from './places.ts'

/** A targeting spec as a person would read it. */
export interface SentenceLine {
  /** Such as `Age:` */
  content: string
  children: readonly string[]
}

/** `GET act_…/targetingsentencelines`, and those of an ad set or ad. */
export function targetingSentences(
  call: EdgeCall<Extract<Node, { type: 'AdAccount' }> | ObjectNode<'AdSet'> | ObjectNode<'Ad'>>,
): unknown {
  const { node, input } = call
  const targeting = input.targeting_spec ?? ownTargeting(node)
  const isHidden = input.hide_targeting_spec_from_return === true
  return {
    id: node.id,
    ...(isHidden ? {} : { params: targeting }),
    targetingsentencelines: sentenceLines(targeting).filter(
      ({ content }) => !(input.discard_ages === true && content === 'Age:'),
    ),
  }
}

export function sentenceLines(targeting: unknown): readonly SentenceLine[] {
  const spec = recordOf(targeting)
  const lines = [
    { content: 'Location:', children: placeNames(spec.geo_locations) },
    { content: 'Exclude Location:', children: placeNames(spec.excluded_geo_locations) },
    { content: 'Custom Audience:', children: namesIn(spec.custom_audiences) },
    { content: 'Exclude Custom Audience:', children: namesIn(spec.excluded_custom_audiences) },
    { content: 'Age:', children: [ageText(spec)] },
    { content: 'Gender:', children: genderText(spec.genders) },
    { content: 'People Who Match:', children: detailNames(spec) },
  ]
  return lines.filter(({ children }) => children.length > 0)
}

function ownTargeting(node: Node): unknown {
  if (node.type === 'AdSet') return node.object.values.targeting
  return node.type === 'Ad' ? node.object.adSet.values.targeting : {}
}

function placeNames(geo: unknown): string[] {
  const { location_types: _kind, ...lists } = recordOf(geo)
  const keys = Object.values(lists)
    .flatMap(listOf)
    .map((item) => textOf(recordOf(item).key ?? item))
  return keys.map((key) => allPlaces().find((place) => place.key === key)?.name ?? key)
}

function namesIn(list: unknown): string[] {
  return recordsOf(list).map(({ name, id }) => textOf(name ?? id))
}

function ageText({ age_min: min, age_max: max }: Readonly<Record<string, unknown>>): string {
  const to = Number(max ?? 65)
  return `${Number(min ?? 18)} - ${to >= 65 ? '65+' : to}`
}

function genderText(genders: unknown): string[] {
  const [only, ...others] = listOf(genders).map(Number)
  if (only === undefined || only === 0 || others.length > 0) return []
  return [only === 1 ? 'Male' : 'Female']
}

function detailNames(spec: Readonly<Record<string, unknown>>): string[] {
  const groups = [spec, ...recordsOf(spec.flexible_spec)]
  return groups.flatMap((group) => ['interests', 'behaviors', 'life_events'].flatMap((name) => namesIn(group[name])))
}
