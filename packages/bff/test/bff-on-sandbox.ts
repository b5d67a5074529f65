import { clockStartingAt, createAdpane, createKeyRing, openPgliteStore } from '@adpane/core'
import { type Sandbox, startSandbox } from '@adpane/sandbox'
import type { z } from 'zod'
import { createBff, type LogEntry, signSession, type SignSessionOptions, toFetchHandler } from '../src/index.ts'

const basePath = '/api/admin/meta-ads'
const key = { kid: 'test', secret: 'a secret of thirty-two bytes or more' }

/** A whole server in miniature: sandbox over HTTP, core on an embedded store, BFF called as the browser would. */
export interface TestServer {
  sandbox: Sandbox
  logs: LogEntry[]
  /** Everything any route answered, for the search for leaks. */
  bodies: string[]
  token(change?: Partial<SignSessionOptions>): Promise<string>
  /** One request; the answer must have the shape of the schema. */
  get<S extends z.ZodType>(path: string, schema: S, token?: string): Promise<TestAnswer<z.output<S>>>
  /** Asks again until nothing is pending. */
  settled<S extends z.ZodType<{ pending?: object | undefined }>>(path: string, schema: S): Promise<z.output<S>>
  close(): Promise<void>
}

export interface TestAnswer<Body> {
  status: number
  headers: Headers
  body: Body
}

export async function startTestServer(options: Parameters<typeof startSandbox>[0] = {}): Promise<TestServer> {
  const sandbox = await startSandbox({ port: 0, seed: 7, ads: 60, ...options })
  const { url, version, appId, appSecret } = sandbox
  const adpane = createAdpane({
    store: await openPgliteStore({ dataDir: 'memory' }),
    graph: { appId, appSecret, baseUrl: url, version, timeoutMs: 5_000 },
    keyRing: await createKeyRing([{ id: 'test', key: crypto.getRandomValues(new Uint8Array(32)) }]),
    clock: clockStartingAt(new Date(sandbox.now)),
  })
  for (const tenant of sandbox.tenants) await adpane.tenants.connect(tenant)
  const logs: LogEntry[] = []
  const bodies: string[] = []
  const bff = createBff({ adpane, session: { keys: [key] }, log: (entry) => logs.push(entry) })
  const handle = toFetchHandler(bff, basePath)

  const first = sandbox.tenants[0]
  if (!first) throw new Error('The sandbox has no tenant.')
  const token = async (change: Partial<SignSessionOptions> = {}) =>
    (await signSession({ key, tenantId: first.id, subject: 'user-1', accountIds: first.accounts, ...change })).token

  const get: TestServer['get'] = async (path, schema, sessionToken) => {
    const authorization = { Authorization: `Bearer ${sessionToken ?? (await token())}` }
    const response = await handle(new Request(`https://host.test${basePath}${path}`, { headers: authorization }))
    const text = await response.text()
    bodies.push(text)
    const parsed = schema.safeParse(JSON.parse(text))
    if (!parsed.success) throw new Error(`${path} answered ${response.status} in another shape: ${text.slice(0, 600)}`)
    return { status: response.status, headers: response.headers, body: parsed.data }
  }

  return {
    sandbox,
    logs,
    bodies,
    token,
    get,
    settled: async (path, schema) => {
      for (let attempt = 0; attempt < 200; attempt++) {
        const { body } = await get(path, schema)
        if (!body.pending) return body
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`${path} stayed pending.`)
    },
    close: async () => {
      await adpane.close()
      await sandbox.close()
    },
  }
}
