import { createServer } from 'node:http'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import type { Service } from './service.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for services. */
    servicesUrl: string
  }
}

/**
 * Vitest's global setup. Test files run in several processes, so they ask this one for services (through services.ts):
 * each starts once, when it is first asked for, and ends with the run.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const redis = once(startRedis)
  const postgres = once(startPostgres)
  const databases = new Set<string>()
  const answers: Record<string, () => Promise<string>> = {
    '/redis': async () => (await redis.get()).url,
    '/postgres': async () => createDatabase((await postgres.get()).url, databases),
  }
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''] ?? (() => Promise.reject(new Error(`No service ${request.url}`)))
    answer().then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(describe(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  provide('servicesUrl', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)

  return async () => {
    server.closeAllConnections()
    server.close()
    if (databases.size > 0) await dropDatabases((await postgres.get()).url, databases)
    await Promise.all([redis.stop(), postgres.stop()])
  }
}

function once(start: () => Promise<Service>) {
  let started: Promise<Service> | undefined
  return {
    get: () => (started ??= start()),
    stop: async () => {
      const service = await started?.catch(() => undefined)
      await service?.stop()
    },
  }
}

let counted = 0

async function createDatabase(url: string, databases: Set<string>): Promise<string> {
  counted += 1
  const name = `adpane_test_${process.pid}_${counted}`
  await query(url, [`create database ${name}`])
  databases.add(name)
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

/** The server may be one that was there before ($DATABASE_URL) and outlive us. */
async function dropDatabases(url: string, databases: ReadonlySet<string>): Promise<void> {
  await query(
    url,
    Array.from(databases, (name) => `drop database if exists ${name} with (force)`),
  )
}

async function query(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}\n${describe(error.cause)}`
}
