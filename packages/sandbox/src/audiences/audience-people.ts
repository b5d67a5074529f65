import type { CustomAudience } from '../world/objects.ts'

/**
 * Who is in an uploaded audience. The number is stored with the audience; which entries they are is remembered for
 * as long as the sandbox runs, so that sending a person twice counts once.
 */
export function addPeople({ values }: CustomAudience, keys: Iterable<string>, known: Set<string>): void {
  let people = peopleOf(values.people)
  for (const key of keys) {
    if (known.has(key)) continue
    if (known.size < maxRemembered) known.add(key)
    people++
  }
  values.people = people
}

/** Entries that were never in it are taken out of the number only if they were sent before this sandbox started. */
export function removePeople({ values }: CustomAudience, keys: Iterable<string>, known: Set<string>): void {
  let people = peopleOf(values.people)
  for (const key of keys) if (known.delete(key) || people > known.size) people--
  values.people = Math.max(0, people)
}

/** The entries remembered of an audience. */
export function rememberedPeople(audience: CustomAudience): Set<string> {
  const known = remembered.get(audience) ?? new Set<string>()
  remembered.set(audience, known)
  return known
}

function peopleOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

// A hundred full uploads; beyond it a repeated entry counts again.
const maxRemembered = 1_000_000

const remembered = new WeakMap<CustomAudience, Set<string>>()
