import { GraphError } from '../graph/graph-error.ts'
import type { GraphReply, GraphRequest } from '../graph/graph-call.ts'
import type { AdAccount } from '../world/objects.ts'
import type { SandboxClock } from '../world/clock.ts'
import { isCompleted, parentsOf, type AsyncRequest, type AsyncSet } from './async-set.ts'
import { notifySet } from './notify-set.ts'
import type { PlannedItem } from './plan-batch.ts'
import { isSuccess, runItem, type BatchContext, type Outcome } from './run-item.ts'

/** The sets of one sandbox. They are carried out when the sandbox clock says so, at the latest before the next call. */
export interface AsyncRequests {
  /** @throws {GraphError} 613: a thousand sets wait already. */
  add(draft: AsyncDraft): AsyncSet
  /** A set, or one of its requests, by id. */
  find(id: string): { set: AsyncSet; request?: AsyncRequest } | undefined
  /** Oldest first. */
  setsOf(account: AdAccount): readonly AsyncSet[]
  /** Carries out what is due by now, one after the other; notifies of sets that are done. */
  runDue(): Promise<void>
}

export type AsyncDraft = Pick<AsyncSet, 'kind' | 'account' | 'callerId' | 'carrier' | 'name' | 'notification'> & {
  requests: readonly (Pick<AsyncRequest, 'input' | 'scopeObjectId'> & { item: PlannedItem })[]
}

export interface AsyncRequestsOptions {
  clock: SandboxClock
  /** Milliseconds of the sandbox clock that a set takes; a fifth of it passes before its first request starts. */
  durationMs: number
  perform(request: GraphRequest): Promise<GraphReply>
  nextTraceId(): string
  /** Hears of mistakes of the sandbox itself; the request they struck ends as an error. */
  reportMistake(error: unknown): void
}

export function createAsyncRequests(options: AsyncRequestsOptions): AsyncRequests {
  const { clock, durationMs } = options
  const sets = new Map<string, AsyncSet>()
  const known = new Map<string, { set: AsyncSet; request?: AsyncRequest }>()
  const unfinished = new Set<AsyncSet>()
  let lastId = firstId
  let keptLetters = 0
  let running: Promise<void> | undefined
  const forgetOldest = () => {
    for (const oldest of sets.values()) {
      const isFull = sets.size > maxSets || (keptLetters > maxLetters && sets.size > 1)
      if (!isFull || !isCompleted(oldest)) return
      sets.delete(oldest.id)
      keptLetters -= lettersOf(oldest)
      for (const { id } of [oldest, ...oldest.requests]) known.delete(id)
    }
  }
  const runDue = () => {
    if (unfinished.size === 0) return Promise.resolve()
    return (running ??= runSets(unfinished, options, (set) => void (keptLetters += lettersOf(set))).finally(() => {
      running = undefined
      forgetOldest()
    }))
  }
  return {
    add(draft) {
      if (unfinished.size >= maxUnfinished) throw tooManyUnfinished()
      const set = schedule(draft, () => String(++lastId), clock.now().getTime(), durationMs)
      sets.set(set.id, set)
      known.set(set.id, { set })
      for (const request of set.requests) known.set(request.id, { set, request })
      unfinished.add(set)
      forgetOldest()
      // For a set that nobody asks about: its objects appear and its notification goes out all the same. Timers may
      // fire a little early.
      setTimeout(() => void runDue(), durationMs + 50).unref()
      return set
    },
    find: (id) => known.get(id),
    setsOf: (account) => [...sets.values()].filter((set) => set.account === account),
    runDue,
  }
}

// The oldest that are done are forgotten, so that memory stays flat; fifty replies of one set can be fifty megabytes.
const maxSets = 500
const maxLetters = 64_000_000

// Those that wait cannot be forgotten: while the clock stands still, they would pile up for ever.
const maxUnfinished = 1000

function tooManyUnfinished(): GraphError {
  const message =
    `(#613) Calls to this api have exceeded the rate limit. ${maxUnfinished} asynchronous sets of this app are not ` +
    'finished yet: let the clock of the sandbox run, or cancel some.'
  return new GraphError(message, { type: 'OAuthException', code: 613 })
}

/** How much the replies of a set take, in letters. */
function lettersOf({ requests }: AsyncSet): number {
  return requests.reduce((sum, { outcome }) => sum + (outcome?.kind === 'answered' ? outcome.reply.body.length : 0), 0)
}

const firstId = 6_108_440_000_000_000

function schedule(
  { requests, ...draft }: AsyncDraft,
  newId: () => string,
  nowMs: number,
  durationMs: number,
): AsyncSet {
  const id = newId()
  const stepMs = (durationMs * 0.8) / Math.max(1, requests.length)
  const at = (step: number) => Math.round(nowMs + durationMs * 0.2 + step * stepMs)
  return {
    ...draft,
    id,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    requests: requests.map((request, index) => ({
      ...request,
      id: newId(),
      startsAtMs: at(index),
      dueAtMs: at(index + 1),
      isCanceled: false,
    })),
  }
}

async function runSets(
  unfinished: Set<AsyncSet>,
  options: AsyncRequestsOptions,
  onDone: (set: AsyncSet) => void,
): Promise<void> {
  for (const set of unfinished) {
    await runRequests(set, options)
    if (!isCompleted(set)) continue
    unfinished.delete(set)
    onDone(set)
    // Sets are kept for a while after they are done, and uploads are large.
    set.carrier = { ...set.carrier, files: new Map() }
    void notifySet(set)
  }
}

async function runRequests(set: AsyncSet, options: AsyncRequestsOptions): Promise<void> {
  const context = { ...options, carrier: { ...set.carrier, isAsync: true } }
  for (const request of set.requests) {
    const nowMs = options.clock.now().getTime()
    if (request.dueAtMs > nowMs) return
    if (request.outcome || request.isCanceled) continue
    request.outcome = await outcomeOf(request, set, context)
    request.finishedAtMs = nowMs
    set.updatedAtMs = nowMs
  }
}

async function outcomeOf(
  request: AsyncRequest,
  set: AsyncSet,
  context: BatchContext & Pick<AsyncRequestsOptions, 'reportMistake'>,
): Promise<Outcome> {
  if (parentsOf(request, set).some(({ outcome }) => !isSuccess(outcome))) return { kind: 'skipped' }
  const before = set.requests.map(({ outcome }): Outcome => outcome ?? { kind: 'skipped' })
  try {
    return await runItem(request.item, before, context)
  } catch (error) {
    // Nobody waits for it: thrown on, it would end the process, and come back with every later call.
    context.reportMistake(error)
    return { kind: 'unfinished' }
  }
}
