import type { GraphError } from '../graph/graph-error.ts'
import { bidRules } from './bid-rules.ts'
import { adSetBudgetRules } from './budget-rules.ts'
import type { Draft, Rule } from './draft.ts'
import { goalRules } from './goal-rules.ts'
import { textOf } from './loose-values.ts'
import { refusal } from './refusals.ts'
import { targetingRules } from './targeting-rules.ts'

/** An ad set as a write would leave it. */
export interface AdSetDraft extends Draft {
  /** Stored fields of the campaign. */
  campaign: Readonly<Record<string, unknown>>
  /** Stored fields of the campaign's other ad sets that live. */
  siblings: readonly Readonly<Record<string, unknown>>[]
}

/** Everything an ad set must satisfy, in the order Graph complains. */
export const adSetRules: readonly Rule<AdSetDraft>[] = [
  { about: 'name', check: nameFits },
  ...goalRules,
  ...adSetBudgetRules,
  ...bidRules,
  ...targetingRules,
]

function nameFits({ values }: AdSetDraft): GraphError | undefined {
  // Characters, not the halves that JavaScript counts an emoji as.
  return Array.from(textOf(values['name'])).length > 400 ? refusal('nameTooLong') : undefined
}
