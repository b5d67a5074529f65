import { AdsError } from '../../errors/ads-error.ts'
import { MetaRateLimitError } from '../../errors/meta-rate-limit-error.ts'
import { MetaRejectedError } from '../../errors/meta-rejected-error.ts'
import { MetaUnavailableError } from '../../errors/meta-unavailable-error.ts'
import { MetaUnreachableError } from '../../errors/meta-unreachable-error.ts'
import type { Failure } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import type { TenantToken } from '../tenant-token.ts'
import { maxPauseMs, send } from '../wire.ts'
import type { BatchOperation, BatchOptions, BatchOutcome } from './batch-operation.ts'
import { lookUpOutcome } from './look-up.ts'
import { OperationBook } from './operation-book.ts'
import { batchRequest, prepareOperation, singleRequest, type Prepared } from './prepare-call.ts'
import { readEntries, refusalWithin, type Entry } from './read-entries.ts'

/** How often one operation is sent at most. */
const maxSends = 3

/** One batch on its way: sends calls, and knows of each operation what became of it and whether it may go again. */
export class BatchRun {
  readonly book: OperationBook
  readonly #settings: Settings
  readonly #token: TenantToken
  readonly #signal: AbortSignal | undefined
  readonly #endsAt: number | undefined
  readonly #sends = new Map<number, number>()
  /** Operations of a list that Meta would not take apart: each goes on with its own family only. */
  readonly #apart = new Set<number>()
  /** Operations put off together with others of other ad accounts: each goes on with its own account only. */
  readonly #grouped = new Map<number, string>()

  constructor(
    settings: Settings,
    token: TenantToken,
    operations: readonly BatchOperation[],
    { signal, deadlineMs }: BatchOptions,
  ) {
    this.book = new OperationBook(operations)
    this.#settings = settings
    this.#token = token
    this.#signal = signal
    this.#endsAt = deadlineMs === undefined ? undefined : settings.clock.now().getTime() + deadlineMs
  }

  /** The operations still to be sent. */
  prepare(): readonly Prepared[] {
    const error = this.#ended()
    if (error) for (const index of this.book.open()) this.#end(index, { ok: false, error, executed: 'no' })
    this.book.settleOrphans()
    const { version } = this.#settings
    return this.book.open().flatMap((index) => {
      const operation = this.book.operations[index]
      const place = {
        index,
        parents: this.book.openParents(index),
        isApart: this.#apart.has(index),
        group: this.#grouped.get(index),
      }
      return operation ? [prepareOperation(operation, place, { version, valueOf: this.book.valueOf })] : []
    })
  }

  /** Sends one call. @returns Milliseconds to wait where something in it is to be asked again. */
  async perform(members: readonly Prepared[]): Promise<number | undefined> {
    const ended = this.#ended()
    const entries = ended ? members.map(() => notSent(ended)) : await this.#send(members)
    const waits: number[] = []
    for (const [place, entry] of entries.entries()) {
      const member = members[place]
      const wait = member && (await this.#settle(member, entry, members, entries))
      if (wait !== undefined) waits.push(wait)
    }
    return waits.length === 0 ? undefined : Math.max(...waits)
  }

  async #send(members: readonly Prepared[]): Promise<readonly Entry[]> {
    for (const { index } of members) this.#sends.set(index, (this.#sends.get(index) ?? 0) + 1)
    const [only] = members
    const isSingle = members.length === 1 && only !== undefined
    const { version } = this.#settings
    const { valueOf } = this.book
    const redact = (text: string) => this.#token.redact(text)
    try {
      const request = isSingle ? singleRequest(only, valueOf) : batchRequest(members, version, valueOf)
      const answer = await send(this.#settings, this.#token, { ...request, signal: this.#signal, ...this.#deadline() })
      if (!isSingle) return readEntries(answer['entries'], members, redact)
      const { subject, isWrite } = only
      return [(isWrite ? refusalWithin(answer, { subject, status: 200, redact }) : undefined) ?? { answer }]
    } catch (error) {
      const isAnother = !isSingle && this.#divide(members, error)
      return members.map(() => this.#lost(error, isSingle, isAnother))
    }
  }

  /** Keeps apart what spoils calls for each other. @returns Whether they are worth another call. */
  #divide(members: readonly Prepared[], error: unknown): boolean {
    if (isRefusedWhole(error)) {
      for (const { index } of members) this.#apart.add(index)
      return true
    }
    const accounts = new Set(members.map(accountOf))
    const isShared = isPutOff(error) && accounts.size > 1
    if (isShared) for (const member of members) this.#grouped.set(member.index, accountOf(member))
    return isShared
  }

  /** Ends an operation. @returns Milliseconds to wait where it is to be asked again instead. */
  async #settle(
    member: Prepared,
    entry: Entry,
    members: readonly Prepared[],
    entries: readonly Entry[],
  ): Promise<number | undefined> {
    const { index, isWrite, subject, operation } = member
    if ('answer' in entry) return this.#end(index, { ok: true, value: entry.answer })
    const { error } = entry
    const isSafe = !isWrite || entry.executed === 'no'
    if (isSafe) return this.#waitMs(index, entry) ?? this.#end(index, { ok: false, error, executed: 'no' })
    if (entry.executed === 'yes' || hasServed(member, members, entries)) {
      return this.#end(index, { ok: false, error, executed: 'yes' })
    }
    const options = { signal: this.#signal, mayRepeat: () => this.#maySend(index) }
    const found = await lookUpOutcome(subject, error, operation.lookUp, options)
    if (found === 'again') return 0
    if ('answer' in found) return this.#end(index, { ok: true, value: found.answer })
    return this.#end(index, { ok: false, ...found, executed: found.error.executed ?? 'unknown' })
  }

  #end(index: number, outcome: BatchOutcome): undefined {
    this.book.settle(index, outcome)
  }

  /** Milliseconds before an operation that was not done may be sent again; undefined when it may not. */
  #waitMs(index: number, { error, isTransient }: Failure): number | undefined {
    // What it needs is asked again, and then it is its turn.
    const isPatient = this.book.openParents(index).length > 0
    // In another call it need not wait for what held this one up.
    const waitMs = this.#grouped.has(index) && isPutOff(error) ? 0 : (error.retryAfterMs ?? 0)
    return (isTransient || isPatient) && waitMs <= maxPauseMs && this.#maySend(index) ? waitMs : undefined
  }

  #maySend(index: number): boolean {
    return (this.#sends.get(index) ?? 0) < maxSends
  }

  /** Judges every member of a call that failed as a whole. */
  #lost(error: unknown, isSingle: boolean, isAnother: boolean): Failure {
    if (error instanceof AdsError) {
      const executed = error.executed ?? 'no'
      // A call of reads was sent again by itself; in a mixed one they had to wait for the writes.
      const isTransient = isAnother || (!isSingle && executed === 'unknown')
      return { error, executed, isTransient }
    }
    if (this.#signal?.aborted !== true) throw error
    return {
      error: new MetaUnreachableError('whoever called stopped waiting'),
      executed: 'unknown',
      isTransient: false,
    }
  }

  #deadline(): { deadlineMs?: number } {
    if (this.#endsAt === undefined) return {}
    const leftMs = this.#endsAt - this.#settings.clock.now().getTime()
    return { deadlineMs: Math.max(1, Math.min(leftMs, this.#settings.deadlineMs)) }
  }

  #ended(): AdsError | undefined {
    if (this.#signal?.aborted === true) return new MetaUnreachableError('whoever called stopped waiting')
    const isLate = this.#endsAt !== undefined && this.#settings.clock.now().getTime() >= this.#endsAt
    return isLate ? new MetaUnreachableError('no time was left for it') : undefined
  }
}

function notSent(error: AdsError): Failure {
  return { error, executed: 'no', isTransient: false }
}

/**
 * Meta would not even look at the calls one by one: errors about the list itself carry no code, and a gateway may find it
 * too large. One call may have spoiled it for all.
 */
function isRefusedWhole(error: unknown): boolean {
  if (error instanceof MetaUnavailableError) return error.executed === 'no'
  return error instanceof MetaRejectedError && error.meta?.code === undefined
}

/** Our own governor put the call off, perhaps for one of its ad accounts only. */
function isPutOff(error: unknown): boolean {
  return error instanceof MetaRateLimitError && error.meta === undefined
}

function accountOf({ subject }: Prepared): string {
  return /^act_\d+/.exec(subject)?.[0] ?? 'any'
}

/** Something that needed it was done, so it was done too, though its own answer got lost. */
function hasServed({ index }: Prepared, members: readonly Prepared[], entries: readonly Entry[]): boolean {
  return members.some(({ parents }, place) => {
    const entry = entries[place]
    return parents.includes(index) && entry !== undefined && 'answer' in entry
  })
}
