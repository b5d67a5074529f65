import { usersIn } from '../account-edges/places.ts'
import type { CustomAudience } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'

/** People in an audience; undefined while Graph is still looking for them. */
export function audienceSize(audience: CustomAudience, now: Date): number | undefined {
  return isPopulating(audience, now) ? undefined : peopleIn(audience)
}

/** True from a change until its people are found: an hour, for lookalikes six. */
export function isPopulating({ values }: CustomAudience, now: Date): boolean {
  const changedMs = Number(values.content_updated_ms ?? Number(values.time_created) * 1000)
  const isEmptyList = values.subtype === 'CUSTOM' && values.people === undefined
  return !isEmptyList && now.getTime() < changedMs + (values.subtype === 'LOOKALIKE' ? 6 : 1) * hourMs
}

/** Graph shows sizes as bounds, to two figures; below a thousand it shows a thousand. */
export function sizeBounds(people: number | undefined): { lower: number; upper: number } {
  if (people === undefined) return { lower: -1, upper: -1 }
  if (people < 1000) return { lower: 1000, upper: 1000 }
  return { lower: twoFigures(people * 0.92), upper: twoFigures(people * 1.08) }
}

/** An audience can be used for delivery with this many people. */
export const smallestAudience = 100

const hourMs = 3_600_000

function peopleIn({ id, values }: CustomAudience): number {
  switch (values.subtype) {
    case 'CUSTOM':
      // Not everyone on a list is found.
      return Math.round(Number(values.people ?? 0) * 0.68)
    case 'LOOKALIKE':
      return lookalikePeople(values.lookalike_spec)
    default:
      return Math.round((4000 + (seedOf(id, 'people') % 60_000)) * Math.sqrt(Number(values.retention_days ?? 30) / 30))
  }
}

function lookalikePeople(spec: unknown): number {
  if (typeof spec !== 'object' || spec === null) return 0
  const { country, target_countries: several, ratio, starting_ratio: start }: Record<string, unknown> = { ...spec }
  const countries = Array.isArray(several) ? several.map(String) : [String(country)]
  const users = countries.reduce((sum, code) => sum + usersIn(code), 0)
  return Math.round(users * Math.max(0, Number(ratio ?? 0.01) - Number(start ?? 0)))
}

function twoFigures(value: number): number {
  const step = 10 ** Math.max(2, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.max(1000, Math.round(value / step) * step)
}
