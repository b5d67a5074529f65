import { createHash } from 'node:crypto'
import type { Cluster, Redis } from 'ioredis'
import { governorScript } from './governor-script.ts'
import type { Decision, GovernorStorage, LimitRecord, StoredUsage, TenantRecord } from './governor-storage.ts'
import { keptMs } from './memory-storage.ts'

export interface RedisGovernorStorageOptions {
  /** Begins every key; the app's id follows as hash tag. @default 'adpane:governor' */
  prefix?: string
  /** How long a call waits for Redis before its process decides alone, in milliseconds. @default 250 */
  commandTimeoutMs?: number
  /** Milliseconds since the epoch, for tests. @default Redis's own TIME, the same for all processes */
  now?: () => number
}

/**
 * The counters that processes share. One decision is one script on one cluster slot, by Redis's own time.
 *
 * @param redis - Yours: it is neither connected nor closed here.
 */
export function redisGovernorStorage(
  redis: Redis | Cluster,
  { prefix = 'adpane:governor', commandTimeoutMs = 250, now }: RedisGovernorStorageOptions = {},
): GovernorStorage {
  const keysOf = (appId: string) => {
    const app = `${prefix}:{${appId}}`
    return {
      index: `${app}:index`,
      limit: (name: string) => `${app}:l:${name}`,
      tenant: (id: string) => `${app}:t:${id}`,
    }
  }

  return {
    decide: async (request) => {
      const keys = keysOf(request.appId)
      const limits = request.limits.map(({ name }) => keys.limit(name))
      const answer = await run('decide', request, [keys.index, keys.tenant(request.tenantId), ...limits])
      return JSON.parse(answer) as Decision
    },
    correct: async (request) => {
      const keys = keysOf(request.appId)
      // A bounded script: others wait while it runs.
      for (let start = 0; start < request.limits.length; start += limitsPerScript) {
        const limits = request.limits.slice(start, start + limitsPerScript)
        const names = limits.map(({ name }) => keys.limit(name))
        await run('correct', { ...request, limits }, [keys.index, ...names])
      }
    },
    read: async (appId) => {
      const keys = keysOf(appId)
      const members = await inTime(() => redis.smembers(keys.index))
      const limits: StoredUsage['limits'] & Record<string, LimitRecord> = {}
      const tenants: StoredUsage['tenants'] & Record<string, TenantRecord> = {}
      for (let start = 0; start < members.length; start += readAtOnce) {
        const part = members.slice(start, start + readAtOnce)
        const texts = await run('read', {}, [keys.index, ...part.map((member) => `${prefix}:{${appId}}:${member}`)])
        texts.forEach((text, index) => {
          const name = part[index]?.slice(2) ?? ''
          if (text === '') return
          if (part[index]?.startsWith('t:')) tenants[name] = JSON.parse(text) as TenantRecord
          else limits[name] = JSON.parse(text) as LimitRecord
        })
      }
      return { nowMs: now?.() ?? (await redisTime()), limits, tenants }
    },
  }

  async function run(kind: 'read', request: object, keys: readonly string[]): Promise<string[]>
  async function run(kind: 'decide' | 'correct', request: object, keys: readonly string[]): Promise<string>
  async function run(kind: string, request: object, keys: readonly string[]): Promise<unknown> {
    const args = [...keys, kind, JSON.stringify(request), keptMs, now?.() ?? '']
    return inTime<unknown>(async () => {
      try {
        return await redis.evalsha(scriptHash, keys.length, ...args)
      } catch (error) {
        if (!isUnknownScript(error)) throw error
        return redis.eval(governorScript, keys.length, ...args)
      }
    })
  }

  async function redisTime(): Promise<number> {
    const [seconds = 0, micros = 0] = await inTime(() => redis.time())
    return seconds * 1000 + Math.floor(micros / 1000)
  }

  /** A client that lost its server queues commands until it is back; a call must not wait for that. */
  async function inTime<T>(command: () => Promise<T>): Promise<T> {
    if (['reconnecting', 'close', 'end'].includes(redis.status)) throw new Error(`Redis is ${redis.status}.`)
    const limit = wakefulTimer(commandTimeoutMs)
    try {
      return await Promise.race([command(), limit.passed.then(() => late())])
    } finally {
      limit.clear()
    }
  }

  function late(): never {
    throw new Error(`Redis took over ${commandTimeoutMs} ms.`)
  }
}

/**
 * A timer that counts only time in which this process could have heard an answer. While it loads a module or parses
 * something large, the answer may lie there unread, and Redis is not to blame.
 */
function wakefulTimer(ms: number): { passed: Promise<void>; clear: () => void } {
  const { promise: passed, resolve } = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout
  const wait = (slices: number): void => {
    timer = setTimeout(() => (slices > 1 ? wait(slices - 1) : resolve()), ms / timerSlices)
  }
  wait(timerSlices)
  return { passed, clear: () => clearTimeout(timer) }
}

/** However long the process is busy in one go, it costs one slice. */
const timerSlices = 10

const limitsPerScript = 50
const readAtOnce = 500

const scriptHash = createHash('sha1').update(governorScript).digest('hex')

function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT')
}
