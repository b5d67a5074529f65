// The one door for every root command: `npm run demo`, `npm test`, …
// Plain JavaScript for whatever Node the machine has (18 or newer). It installs the locked packages,
// which bring the pinned Node with them, and hands over to `task:<name>` running on that Node.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { config } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const [task, ...rest] = process.argv.slice(2)

// `-- --json` promises one line of JSON on standard output, so the installer talks on standard error.
pnpm(['install', '--frozen-lockfile', '--prefer-offline'], ['inherit', 2, 2])
pnpm(['--silent', 'run', `task:${task}`, ...rest], 'inherit')

function pnpm(args, stdio) {
  const command = ['--yes', `pnpm@${config.pnpm}`, ...args]
  const result = spawnSync('npx', command, { cwd: root, stdio, shell: process.platform === 'win32' })
  if (result.error) {
    console.error(`Could not start npx: ${result.error.message}. Adpane needs npm, which comes with Node.js.`)
    process.exit(1)
  }
  if (result.status !== 0) process.exit(result.status ?? 1)
}
