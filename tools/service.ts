import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unprivilegedUser, type RunAs } from './unprivileged-user.ts'

/** A server that tests may use until they stop it. */
export interface Service {
  url: string
  /** Ends the server and removes what it wrote. A server that was there before is left alone. */
  stop: () => Promise<void>
}

/** Where a service of ours runs: a folder of its own that its user can reach, and a free port. */
export interface ServicePlace {
  folder: string
  port: number
  user: RunAs
}

/**
 * Makes a place for a service. The folder lies in the temp directory, since the checkout may lie below a folder that
 * the plain user cannot enter.
 */
export async function servicePlace(name: string): Promise<ServicePlace> {
  const user = unprivilegedUser()
  const folder = await mkdtemp(join(tmpdir(), `adpane-${name}-`))
  await chmod(folder, 0o755)
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  return { folder, port: await freePort(), user }
}

/**
 * Starts `command` in its place and waits until it says `ready`.
 *
 * @returns What stops it and removes its folder.
 * @throws {Error} It ended before it was ready; the message carries its output.
 */
export async function startServer(
  place: ServicePlace,
  command: string,
  args: readonly string[],
  options: { ready: RegExp; env?: NodeJS.ProcessEnv },
): Promise<() => Promise<void>> {
  const server = spawn(command, args, {
    cwd: place.folder,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A Ctrl-C in the terminal is ours to pass on.
    detached: true,
    ...place.user,
  })
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
  const guard = startGuard(server, place.folder)
  const stop = async () => {
    guard.kill('SIGKILL')
    // To Postgres this is its fast shutdown; to Redis a plain end.
    server.kill('SIGINT')
    await ended
    await rm(place.folder, { recursive: true, force: true })
  }
  try {
    await untilReady(server, options.ready)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

function untilReady(server: ChildProcess, ready: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const listen = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-10_000)
      if (ready.test(output)) resolve()
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('error', reject)
    server.once('close', (code) => reject(new Error(`${server.spawnfile} ended with ${code}.\n${output}`)))
  })
}

/**
 * Watches us from outside: when this process ends in whatever way, even by SIGKILL, the pipe closes and the guard
 * ends the server and removes its folder.
 */
function startGuard(server: ChildProcess, folder: string): ChildProcess {
  const script = 'read -r _; kill -INT "$1"; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"'
  const guard = spawn('/bin/sh', ['-c', script, 'guard', String(server.pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  return guard
}

/** A port nobody listens on now. Somebody may take it before we do; the server then says so and ends. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
