import { checkFault } from './check-fault.ts'
import { seedOf } from '../world/random.ts'
import { pathPattern, type PathTest } from './path-pattern.ts'

/** How an injected fault shows itself. */
export type Fault =
  /** A rate limit as Graph reports one, whatever the quotas say. */
  | { kind: 'throttle'; code: number; subcode?: number }
  /** Graph's own error 1 or 2, as JSON. */
  | { kind: 'server_error'; status: number }
  /** A gateway's error page instead of JSON; the call is not executed. */
  | { kind: 'html'; status: number }
  /** A status with no body at all; the call is not executed. */
  | { kind: 'empty'; status: number }
  /** The connection is cut before the call is executed. */
  | { kind: 'reset' }
  /** Real milliseconds: the reply waits that long, or trickles in over that time. */
  | { kind: 'slow'; delayMs: number; isDribbled: boolean }
  /** The call is executed; its reply announces more bytes than arrive. */
  | { kind: 'truncated' }
  /** HTTP 200 whose body is an error envelope. */
  | { kind: 'ok_with_error' }
  /** The item of a batch is answered `null`; a call outside a batch is not touched. */
  | { kind: 'null_entry' }
  /** The call is executed, then the connection is cut before the reply. */
  | { kind: 'reply_lost' }
  | { kind: 'expired_token' }

export type FaultKind = Fault['kind']

/** What a rule for faults can look at. */
export interface FaultTarget {
  method: string
  /** Parts of the path after the version, such as `['act_1', 'ads']`. */
  path: readonly string[]
  isBatchItem: boolean
}

/** Which calls a rule is about; what is left out does not matter to it. */
export interface FaultMatch {
  method?: string
  /** See {@link pathPattern}. */
  path?: string
  /** Second part of the path, such as `insights`. */
  edge?: string
  /** `act_…`: its own edges and those of its objects. */
  account?: string
  isBatchItem?: boolean
}

/** A fault and when it strikes. */
export interface FaultRule {
  /** Given by the sandbox unless named. */
  id: string
  match: FaultMatch
  fault: Fault
  /** Share of the matching calls that are struck, 0–1; which ones follows from the sandbox's seed. */
  rate: number
  /** How often it strikes, then the rule is gone; absent for no end. */
  count?: number
  /** How many matching calls pass first. */
  after: number
  /** Matching calls so far, and how many of them were struck. */
  seen: number
  struck: number
}

export interface Faults {
  /** The fault that strikes this call, if any; counts down the rule it came from. */
  strike(target: FaultTarget): Fault | undefined
}

/** The faults of one sandbox and their rules, oldest first. The first rule that strikes a call wins. */
export interface FaultRules extends Faults {
  readonly rules: readonly FaultRule[]
  /**
   * Replaces a rule of the same id.
   *
   * @throws {ControlError} It could never strike, or throttles with a code of something else.
   */
  add(rule: FaultDraft): FaultRule
  /** False when there is no such rule. */
  remove(id: string): boolean
  clear(): void
}

/** A rule as asked for: it matches every call and strikes each unless it says otherwise. */
export type FaultDraft = Pick<FaultRule, 'fault'> & Partial<FaultRule>

export interface FaultsOptions {
  seed: number
  /** `act_…` of an object's id. */
  accountOf: (objectId: string) => string | undefined
}

export function createFaults({ seed, accountOf }: FaultsOptions): FaultRules {
  const armed = new Map<string, ArmedRule>()
  let made = 0
  const nextId = (): string => {
    const id = `fault-${++made}`
    return armed.has(id) ? nextId() : id
  }
  return {
    get rules() {
      return [...armed.values()].map(({ rule }) => ({ ...rule }))
    },
    add({ id = nextId(), match = {}, rate = 1, after = 0, seen = 0, struck = 0, ...rest }) {
      checkFault(rest.fault, match)
      const rule: FaultRule = { id, match, rate, after, seen, struck, ...rest }
      armed.set(id, { rule, fits: matcher(rule, accountOf) })
      return { ...rule }
    },
    remove: (id) => armed.delete(id),
    clear: () => armed.clear(),
    strike(target) {
      for (const { rule, fits } of armed.values()) {
        if (!fits(target) || !isStruck(rule, seed)) continue
        if (rule.struck === rule.count) armed.delete(rule.id)
        return rule.fault
      }
      return undefined
    },
  }
}

interface ArmedRule {
  rule: FaultRule
  fits: (target: FaultTarget) => boolean
}

// Drawn from the rule's name and its own count of calls, so that rules do not disturb each other.
function isStruck(rule: FaultRule, seed: number): boolean {
  rule.seen++
  const isDue = rule.seen > rule.after && seedOf(seed, 'fault', rule.id, rule.seen) / 2 ** 32 < rule.rate
  if (isDue) rule.struck++
  return isDue
}

function matcher({ match, fault }: FaultRule, accountOf: FaultsOptions['accountOf']): ArmedRule['fits'] {
  const isPath: PathTest = match.path === undefined ? () => true : pathPattern(match.path)
  const isBatchItem = fault.kind === 'null_entry' ? true : match.isBatchItem
  return ({ method, path, isBatchItem: isItem }) =>
    (match.method === undefined || match.method === method) &&
    (isBatchItem === undefined || isBatchItem === isItem) &&
    (match.edge === undefined || match.edge === path[1]) &&
    (match.account === undefined || match.account === path[0] || match.account === accountOf(path[0] ?? '')) &&
    isPath(path)
}
