import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, glob, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { unprivilegedUser, type RunAs } from './unprivileged-user.ts'

const cached = fileURLToPath(new URL('../.cache/redis', import.meta.url))

/**
 * Path of a `redis-server`: the one on PATH, else Debian's, fetched once into `.cache/redis`.
 *
 * Nothing is installed: the packages are downloaded with package lists of their own and unpacked as a plain user.
 *
 * @throws {Error} This is no Debian-like machine, or its mirror cannot be reached.
 */
export async function redisBinary(): Promise<string> {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'redis-server'))
  const found = [...onPath, join(cached, 'redis-server')].find((path) => existsSync(path))
  if (found !== undefined) return found
  try {
    await fetchFromDebian()
  } catch (error) {
    throw new Error(
      'No redis-server on PATH, and Debian’s could not be fetched. Install Redis 7 or newer, or set REDIS_URL.',
      { cause: error },
    )
  }
  return join(cached, 'redis-server')
}

async function fetchFromDebian(): Promise<void> {
  const user = unprivilegedUser()
  const work = await mkdtemp(join(tmpdir(), 'adpane-redis-debs-'))
  try {
    await chmod(work, 0o755)
    if (user.uid !== undefined && user.gid !== undefined) await chown(work, user.uid, user.gid)
    await downloadAndUnpack(work, user)
    await keep(join(work, 'root'))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function downloadAndUnpack(work: string, user: RunAs): Promise<void> {
  const run = (command: string, args: readonly string[]) =>
    promisify(execFile)(command, args, { cwd: work, env: { ...process.env, LC_ALL: 'C' }, ...user })
  // Lists, archives and logs of its own, so that the machine's stay as they are.
  const own = [`Dir::State::lists=${work}/lists`, `Dir::Cache=${work}/cache`, `Dir::Log=${work}`, 'Debug::NoLocking=1']
  const options = own.flatMap((option) => ['-o', option])
  await run('mkdir', ['-p', 'lists/partial', 'cache/archives/partial', 'root'])
  await run('apt-get', ['-q', ...options, 'update'])
  // redis-tools holds the server too (redis-check-rdb is the same binary); apt adds the libraries this machine lacks.
  const install = ['--download-only', '--no-install-recommends', '--reinstall', '--yes', 'install', 'redis-tools']
  await run('apt-get', ['-q', ...options, ...install])
  for await (const deb of glob(`${work}/cache/archives/*.deb`)) await run('dpkg-deb', ['-x', deb, 'root'])
}

/** Copies server and libraries into `.cache`. Several processes may do this at once: the first rename wins. */
async function keep(unpacked: string): Promise<void> {
  const draft = `${cached}.${process.pid}`
  await mkdir(join(draft, 'lib'), { recursive: true })
  await cp(join(unpacked, 'usr/bin/redis-check-rdb'), join(draft, 'redis-server'))
  // Libraries are linked under short names; a dereferenced copy of each is all that is needed.
  for await (const library of glob(`${unpacked}/{usr/,}lib/*/*.so*`)) {
    await cp(library, join(draft, 'lib', basename(library)), { dereference: true })
  }
  try {
    await rename(draft, cached)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(cached)) throw error
  }
}
