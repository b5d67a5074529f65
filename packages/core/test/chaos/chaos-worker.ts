import { createHmac } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { inspect } from 'node:util'
import type { Announcement } from '@adpane/sandbox'
import { Redis } from 'ioredis'
import { AdsError } from '../../src/errors/ads-error.ts'
import { createGovernor } from '../../src/governor/governor.ts'
import { redisGovernorStorage } from '../../src/governor/redis-storage.ts'
import { createGraphClient } from '../../src/graph/graph-client.ts'
import { httpFetch } from '../../src/graph/http-fetch.ts'
import { chaosCalls, deadlineMs, type ChaosCall, type Place, type Surroundings } from './chaos-calls.ts'
import { fastClock, pace } from './pace.ts'
import type { WorkerMessage, WriteReport } from './reports.ts'
import { watchSends } from './watch-sends.ts'

/** What a process is told to do. Comes as a message: arguments can be seen by everybody. */
export interface WorkerTask {
  /** Numbers for names: of the process, and how often it was started. */
  worker: number
  life: number
  calls: number
  startMs: number
  redisUrl: string
  prefix: string
  sandbox: Announcement
}

const flows = 16
const timeoutMs = 4000
/** Far beyond any deadline: what has not ended by then never will. */
const hangMs = 60_000
const mostPutOffs = 40
const readsTogether = 12

// Whoever started it is gone, and nobody would hear of what it does.
const orphaned = () => process.exit()
process.on('disconnect', orphaned)
const listenersBefore = countListeners()
const task = await new Promise<WorkerTask>((resolve) => process.once('message', resolve))
const clock = fastClock(task.startMs)
const random = seededRandom(task.worker * 1000 + task.life)
const { sandbox } = task

const redis = new Redis(task.redisUrl)
// Each command tells its caller as well.
redis.on('error', () => {})
let degraded = 0
let attempts = 0
const governor = createGovernor({
  storage: redisGovernorStorage(redis, { prefix: task.prefix, now: () => clock.now().getTime() }),
  onDegraded: (isDegraded) => void (degraded += isDegraded ? 1 : 0),
  // As its owner knows it; a guess would have to grow first.
  assumedAppCallsPerHour: 50_000,
  clock,
})
const watch = watchSends(httpFetch)
const client = createGraphClient({
  appId: sandbox.appId,
  appSecret: sandbox.appSecret,
  baseUrl: sandbox.url,
  fetch: watch.fetch,
  sleep: (ms, signal) => setTimeout(ms / pace, undefined, signal && { signal }).catch(() => {}),
  onAttempt: () => void attempts++,
  clock,
  governor,
  timeoutMs,
  deadlineMs,
})
const places = sandbox.tenants.flatMap(({ id, accessToken, accounts }): Place[] => {
  const lane = task.worker % 2 === 0 ? 'interactive' : 'background'
  const meta = client.withToken(accessToken, { tenantId: id, lane })
  return accounts.map((adAccountId) => ({ meta, adAccountId }))
})
const secrets = secretsOf(sandbox)
const leaks = new Set<string>()

let marks = 0
const operations: Record<string, number> = {}
const around: Surroundings = {
  random,
  nextMark: () => `chaos-${task.worker}-${task.life}-${++marks}`,
  made: [],
  onNotDone: (name) => watch.forgive(name),
  onOperation: (error) => {
    const end = ending(error)
    const how = putOffMs(error) === undefined ? end : 'put off'
    operations[how] = (operations[how] ?? 0) + 1
  },
}

let left = task.calls
await Promise.all(Array.from({ length: flows }, flow))
await redis.quit()
const listenersChanged = changes(listenersBefore, countListeners())
const { resent, repeated } = watch
// Nothing may keep the process after that: it ends by itself, with an exit code that nobody set.
process.off('disconnect', orphaned)
tell({ report: { leaks: [...leaks], resent, repeated, listenersChanged, operations, degraded, attempts } })

async function flow(): Promise<void> {
  while (left > 0) {
    const [kind, call] = draw()
    const together = Math.min(left, kind === 'point_read' ? readsTogether : 1)
    left -= together
    const place = places[Math.floor(random() * places.length)]
    if (place) await Promise.all(Array.from({ length: together }, () => perform(kind, call, place)))
  }
}

/** One call until it ends; those that the governor puts off come back when it says so. */
async function perform(kind: string, call: ChaosCall, place: Place): Promise<void> {
  const writes: WriteReport[] = []
  for (let putOffs = 0; ; putOffs++) {
    const begun = performance.now()
    const error = await failureOf(call(place, around, (report) => void writes.push(report)))
    const ms = performance.now() - begun
    const waitMs = putOffMs(error)
    if (waitMs !== undefined && putOffs < mostPutOffs) {
      await setTimeout(waitMs / pace)
      continue
    }
    tell({ call: { kind, ended: ending(error), ms, putOffs, writes } })
    return
  }
}

/** How long the governor holds a call back that has not left; undefined for every other ending. */
function putOffMs(error: unknown): number | undefined {
  const isPutOff = error instanceof AdsError && error.meta === undefined && error.executed !== 'unknown'
  return isPutOff ? error.retryAfterMs : undefined
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const guard = new AbortController()
  const hang = setTimeout(hangMs, 'hangs', { signal: guard.signal }).catch(() => undefined)
  const end = work.then(
    () => undefined,
    (error: unknown) => error,
  )
  const ended = await Promise.race([end, hang])
  guard.abort()
  return ended
}

function ending(error: unknown): string {
  if (error === undefined) return 'ok'
  if (typeof error === 'string') return error
  for (const secret of secrets) if (printed(error).includes(secret)) leaks.add(inspect(error))
  return error instanceof AdsError ? error.code : `untyped: ${inspect(error)}`
}

/** An error in every way that people print one. */
function printed(error: unknown): string {
  const stack = error instanceof Error ? error.stack : ''
  return [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error), stack].join('\n')
}

function tell(message: WorkerMessage): void {
  process.send?.(message)
}

function draw(): [kind: string, call: ChaosCall] {
  const kinds = Object.entries(chaosCalls)
  let place = random() * kinds.reduce((sum, [, { weight }]) => sum + weight, 0)
  for (const [kind, { weight, call }] of kinds) {
    place -= weight
    if (place < 0) return [kind, call]
  }
  throw new TypeError('No kind was drawn.')
}

function secretsOf({ appSecret, accessToken, tenants }: Announcement): string[] {
  const tokens = [accessToken, ...tenants.map((tenant) => tenant.accessToken)]
  return [appSecret, ...tokens, ...tokens.map((token) => createHmac('sha256', appSecret).update(token).digest('hex'))]
}

function countListeners(): Map<string, number> {
  return new Map(process.eventNames().map((name) => [String(name), process.listenerCount(name)]))
}

function changes(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
