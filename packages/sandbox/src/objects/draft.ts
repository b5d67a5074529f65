import type { GraphError } from '../graph/graph-error.ts'
import type { AdAccount } from '../world/objects.ts'

/** Where and when a write happens. */
export interface Scene {
  account: AdAccount
  /** Major version of the call: 25 for `v25.0`. */
  version: number
  nowMs: number
}

/** An object as a write would leave it, before any rule has been asked. */
export interface Draft extends Scene {
  /** Stored fields afterwards. */
  values: Readonly<Record<string, unknown>>
  /** Parameters the call sent. */
  sent: Readonly<Record<string, unknown>>
  /** Stored fields before; absent on creation. */
  before?: Readonly<Record<string, unknown>>
}

/** A rule of the ads model. */
export interface Rule<D extends Draft> {
  /** Parameters between blanks that an update must send for the rule to be asked; creation asks every rule. */
  about: string
  /** Answers with the refusal the draft deserves, if any. */
  check: (draft: D) => GraphError | undefined
}

/** @throws {GraphError} What the first broken rule says. */
export function enforce<D extends Draft>(rules: readonly Rule<D>[], draft: D): void {
  const refusal = firstRefusal(rules, draft)
  if (refusal) throw refusal
}

/** What the first broken rule says. */
export function firstRefusal<D extends Draft>(rules: readonly Rule<D>[], draft: D): GraphError | undefined {
  for (const { about, check } of rules) {
    if (draft.before && !about.split(' ').some((name) => Object.hasOwn(draft.sent, name))) continue
    const refusal = check(draft)
    if (refusal) return refusal
  }
  return undefined
}
