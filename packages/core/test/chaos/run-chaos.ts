import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Announcement } from '@adpane/sandbox'
import { Redis } from 'ioredis'
import type { WorkerTask } from './chaos-worker.ts'
import { judgeWrites, type Judgement } from './judge-writes.ts'
import type { CallReport, WorkerMessage, WorkerReport } from './reports.ts'
import type { Ledger } from './serve-chaos-sandbox.ts'

export interface ChaosReport extends Judgement {
  calls: readonly CallReport[]
  /** Of the processes that ended by themselves. */
  workers: readonly WorkerReport[]
  /** Exit codes and signals of all, in the order they ended. */
  exits: readonly (number | string | null)[]
  ledger: Ledger
  /** What processes printed; they should not. */
  printed: string
  /** Secrets in what they printed, or in Redis. */
  leaks: readonly string[]
  /** The governor's keys at the end, and how many there may be for these accounts and tenants. */
  redisKeys: number
  mostRedisKeys: number
  seconds: number
}

const workerCount = 4
const victim = 1

/**
 * Four processes call one sandbox, which fails three calls in ten, and share their governor through Redis. Midway one
 * is killed, and another takes over what it has not done.
 */
export async function runChaos({ calls, redisUrl }: { calls: number; redisUrl: string }): Promise<ChaosReport> {
  const startMs = Date.now()
  const prefix = `chaos-${process.pid}-${startMs}`
  const server = start('./serve-chaos-sandbox.ts', [String(startMs)])
  const printed: string[] = []
  listen(server, printed)
  const redis = new Redis(redisUrl)
  try {
    const [sandbox] = (await once(server, 'message')) as [Announcement]
    const crowd = new Crowd({ calls, printed, task: { startMs, redisUrl, prefix, sandbox } })
    const begun = performance.now()
    await crowd.finish()
    const seconds = (performance.now() - begun) / 1000
    server.send('ledger')
    const [ledger] = (await once(server, 'message')) as [Ledger]
    const keys = await redis.keys(`${prefix}*`)
    const stored = await contentOf(redis, keys)
    const secrets = [sandbox.appSecret, sandbox.accessToken, ...sandbox.tenants.map(({ accessToken }) => accessToken)]
    const all = [...printed, ...keys, ...stored].join('\n')
    return {
      ...judgeWrites(
        crowd.calls.flatMap(({ writes }) => writes),
        ledger,
      ),
      calls: crowd.calls,
      workers: crowd.workers,
      exits: crowd.exits,
      ledger,
      printed: printed.join('').slice(0, 5000),
      leaks: secrets.filter((secret) => all.includes(secret)),
      redisKeys: keys.length,
      // The index, two limits of the app; of each account score, mutations, reach and three hours.
      mostRedisKeys: 3 + sandbox.tenants.length + 6 * sandbox.accounts.length,
      seconds,
    }
  } finally {
    const rest = await redis.keys(`${prefix}*`)
    if (rest.length > 0) await redis.del(...rest)
    await redis.quit()
    server.disconnect()
  }
}

type SharedTask = Pick<WorkerTask, 'startMs' | 'redisUrl' | 'prefix' | 'sandbox'>

/** The processes that call. */
class Crowd {
  readonly calls: CallReport[] = []
  readonly workers: WorkerReport[] = []
  readonly exits: (number | string | null)[] = []
  readonly #share: number
  readonly #printed: string[]
  readonly #task: SharedTask

  constructor({ calls, printed, task }: { calls: number; printed: string[]; task: SharedTask }) {
    this.#share = Math.ceil(calls / workerCount)
    this.#printed = printed
    this.#task = task
  }

  async finish(): Promise<void> {
    await Promise.all(Array.from({ length: workerCount }, (_, worker) => this.#work(worker)))
  }

  async #work(worker: number): Promise<void> {
    const done = await this.#live(
      { worker, life: 1, calls: this.#share },
      worker === victim ? this.#share / 2 : Infinity,
    )
    if (done < this.#share) await this.#live({ worker, life: 2, calls: this.#share - done }, Infinity)
  }

  /** One process from its start to its end. @returns How many of its calls ended. */
  async #live(part: Pick<WorkerTask, 'worker' | 'life' | 'calls'>, killAfter: number): Promise<number> {
    let done = 0
    const child = start('./chaos-worker.ts', [])
    listen(child, this.#printed)
    child.on('message', (message: WorkerMessage) => {
      if ('report' in message) return void this.workers.push(message.report)
      this.calls.push(message.call)
      if (++done >= killAfter) child.kill('SIGKILL')
    })
    child.send({ ...this.#task, ...part } satisfies WorkerTask)
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    this.exits.push(signal ?? code)
    return done
  }
}

function start(script: string, args: readonly string[]): ChildProcess {
  const execArgv = ['--conditions=@adpane/source']
  return fork(new URL(script, import.meta.url), [...args], { execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
}

function listen(child: ChildProcess, printed: string[]): void {
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
}

async function contentOf(redis: Redis, keys: readonly string[]): Promise<string[]> {
  const contents: string[] = []
  for (const key of keys) {
    const type = await redis.type(key)
    contents.push(...(type === 'set' ? await redis.smembers(key) : [(await redis.get(key)) ?? '']))
  }
  return contents
}
