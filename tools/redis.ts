import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { redisBinary } from './redis-binary.ts'
import { servicePlace, startServer, type Service, type ServicePlace } from './service.ts'

/**
 * Brings a Redis for tests: `$REDIS_URL` when set, else a throw-away server that keeps nothing on disk.
 *
 * @throws {Error} There is no Redis and none could be fetched, or it did not start.
 */
export async function startRedis(): Promise<Service> {
  const given = process.env['REDIS_URL']
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() }
  const binary = await redisBinary()
  const place = await servicePlace('redis')
  const command = await reachableBinary(place, binary)
  const stop = await startServer(
    place,
    command,
    ['--port', String(place.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { ready: /Ready to accept connections/i, env: { LD_LIBRARY_PATH: join(dirname(command), 'lib') } },
  )
  return { url: `redis://127.0.0.1:${place.port}`, stop }
}

/** A fetched Redis lies in the checkout, where the plain user it runs as may not be able to enter. */
async function reachableBinary(place: ServicePlace, binary: string): Promise<string> {
  if (place.user.uid === undefined || binary.startsWith('/usr/')) return binary
  const copy = join(place.folder, 'bin')
  await cp(dirname(binary), copy, { recursive: true })
  return join(copy, 'redis-server')
}
