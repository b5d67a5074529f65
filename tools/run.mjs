// The one door for every root command: `npm run demo`, `npm test`, …
// Plain JavaScript for whatever Node the machine has (18 or newer). It installs the locked packages,
// which bring the pinned Node with them, and hands over to `task:<name>` running on that Node.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { config } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const [task, ...rest] = process.argv.slice(2)

// `-- --json` promises one line of JSON on standard output, so the installer talks on standard error.
await withPnpm('pnpm install --frozen-lockfile --prefer-offline', ['inherit', 2, 2])
// The pinned Node runs the script itself: `pnpm run` would move it to a process group that signals do not reach.
await withPnpm(`node_modules/.bin/node --run task:${task} -- ${rest.map(quoted).join(' ')}`, 'inherit')

/** Runs a shell command that finds pnpm on its PATH. When it fails, this process ends with its exit code. */
async function withPnpm(command, stdio) {
  const args = ['--yes', `--package=pnpm@${config.pnpm}`, '--call', command]
  // A process group of its own, so that a signal reaches everything below: npx, its shell and the task itself.
  const child = spawn('npx', args, { cwd: root, stdio, detached: true })
  const end = (signal) => sendToGroup(child.pid, signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  const watch = whenOrphaned(() => end('SIGTERM'))
  const code = await exitCodeOf(child)
  // npx may end before the task has closed its store.
  await groupEnd(child.pid)
  clearInterval(watch)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end)
  if (code !== 0) process.exit(code)
}

function quoted(arg) {
  return `'${arg.replaceAll("'", String.raw`'\''`)}'`
}

/** When npm is killed nobody tells us, and the task would run on, holding its port. */
function whenOrphaned(act) {
  const parent = process.ppid
  return setInterval(() => process.ppid !== parent && act(), 200)
}

function exitCodeOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Could not start npx: ${error.message}. Adpane needs npm, which comes with Node.js.`)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/** Waits for the group to be empty; after 10 s it ends what is left the hard way. */
async function groupEnd(pid) {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
    if (!sendToGroup(pid, 0)) return
    await setTimeout(50)
  }
  sendToGroup(pid, 'SIGKILL')
}

/** Says whether anybody was there. */
function sendToGroup(pid, signal) {
  try {
    return pid !== undefined && process.kill(-pid, signal)
  } catch {
    return false
  }
}
