import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const main = join(import.meta.dirname, '../src/main.ts')
const startLine = 'npm run --silent sandbox -- --control'

/** The tour's shell blocks as one script, started from source and on another port. */
function tour(port: number): string {
  const script = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block).join('')
  expect(script).toContain(startLine)
  const start = `'${process.execPath}' --conditions=@adpane/source '${main}' --control --port ${port}`
  return script.replace(startLine, start).replaceAll('4010', String(port))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

const isThere = (program: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

// Both on the machines of people who read it; where one is missing, the other still stands for it.
const shells = [
  ['bash', ['--norc', '-i']],
  ['zsh', ['-f', '-i']],
] as const

for (const [shell, args] of shells)
  it.skipIf(!isThere(shell))(`works as the README has it, typed into ${shell}`, async () => {
    const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`
    // A session of its own: an interactive shell would otherwise reach for the terminal of whoever runs the tests.
    const child = spawn(shell, [...args], { env: { ...process.env, PATH: path }, detached: true })
    child.stdin.end(tour(await freePort()))
    const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])

    expect(said).toContain('"campaign_name"')
    expect(said).toContain('"access_token"')
    expect(said.match(/"effective_status":"\w+"/g)).toEqual([
      '"effective_status":"PENDING_REVIEW"',
      '"effective_status":"ACTIVE"',
    ])
    expect(said.match(/"name":"Twice"/g)).toHaveLength(2)
    expect(complaints).toContain('curl: (56) Recv failure: Connection reset by peer')
    expect(complaints.match(/not found|no matches|SyntaxError/gi)).toBeNull()
  })
