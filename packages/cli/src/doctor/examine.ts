import { once } from 'node:events'
import { access, constants, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, resolve } from 'node:path'
import type { StoreOptions } from '../store-options.ts'
import type { Finding } from './finding.ts'

export interface DoctorOptions extends StoreOptions {
  /** Where the Graph API answers, without the version. */
  graphUrl: string
  /** Where the Meta app's variables are looked for. */
  env: Record<string, string | undefined>
}

/** Checks what Adpane needs here. It writes nothing, and sends Meta no credentials. */
export async function examine(options: DoctorOptions): Promise<Finding[]> {
  const [store, graph] = await Promise.all([
    options.databaseUrl ? examinePostgres(options.databaseUrl) : examineFolder(options.dataDir),
    examineGraph(options.graphUrl),
  ])
  return [examineNode(process.versions.node), store, graph, examineApp(options.env)]
}

/** `@adpane/core` is built for this Node; kysely and PGlite ask for it too. */
const OLDEST_NODE = 22

function examineNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return { check: 'node', state: 'ok', message: `Node.js ${version}` }
  const message = `Node.js ${version} is too old. Install ${OLDEST_NODE} or newer.`
  return { check: 'node', state: 'failed', message }
}

async function examineFolder(dataDir: string): Promise<Finding> {
  const existing = await nearestExisting(resolve(dataDir))
  const isFolder = (await stat(existing)).isDirectory()
  const isWritable = await access(existing, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (isFolder && isWritable) return { check: 'store', state: 'ok', message: `The store can live in ${dataDir}` }
  const reason = isFolder ? `this user cannot write to ${existing}` : `${existing} is a file`
  return { check: 'store', state: 'failed', message: `The store cannot live in ${dataDir}: ${reason}.` }
}

async function nearestExisting(path: string): Promise<string> {
  try {
    await access(path)
    return path
  } catch {
    return nearestExisting(dirname(path))
  }
}

async function examinePostgres(databaseUrl: string): Promise<Finding> {
  const url = URL.parse(databaseUrl)
  if (url === null) return { check: 'store', state: 'failed', message: 'DATABASE_URL is not a URL.' }
  const host = url.hostname || '127.0.0.1'
  const port = Number(url.port || 5432)
  const error = await knock(host, port)
  if (error === undefined)
    return { check: 'store', state: 'ok', message: `Postgres at ${host}:${port} takes connections` }
  return { check: 'store', state: 'failed', message: `Postgres at ${host}:${port} cannot be reached: ${error}.` }
}

/** Opens a connection and closes it; says why when that fails. */
async function knock(host: string, port: number): Promise<string | undefined> {
  const socket = connect({ host, port })
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) })
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'no answer'
  } finally {
    socket.destroy()
  }
}

const PATIENCE_MS = 5000

async function examineGraph(graphUrl: string): Promise<Finding> {
  try {
    // Any answer will do: without a token Meta refuses, which shows that it is there.
    await fetch(graphUrl, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' })
    return { check: 'graph', state: 'ok', message: `The Graph API at ${graphUrl} answers` }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const reason = cause instanceof Error ? cause.message : String(cause)
    return { check: 'graph', state: 'failed', message: `The Graph API at ${graphUrl} does not answer: ${reason}.` }
  }
}

function examineApp(env: Record<string, string | undefined>): Finding {
  const names = ['META_APP_ID', 'META_APP_SECRET', 'META_ACCESS_TOKEN']
  const missing = names.filter((name) => !env[name]?.trim())
  if (missing.length === 0) return { check: 'meta_app', state: 'ok', message: `${names.join(', ')} are set` }
  const message = `${missing.join(', ')} not set. Without a Meta app use the sandbox: adpane sandbox.`
  return { check: 'meta_app', state: missing.length === names.length ? 'warning' : 'failed', message }
}
