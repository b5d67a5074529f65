import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startSandbox, type Sandbox } from '@adpane/sandbox'
import { afterAll, beforeAll, expect, it } from 'vitest'

let sandbox: Sandbox
let snippets: string[]

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, accounts: 4, ads: 10 })
  const readme = await readFile(new URL('./README.md', import.meta.url), 'utf8')
  snippets = readme.match(/(?<=^```js\n)[^]*?(?=^```$)/gm) ?? []
})

afterAll(async () => sandbox.close())

it('shows the bare SDK and ours in ten lines each', () => {
  expect(snippets.map((code) => code.trimEnd().split('\n').length)).toEqual([10, 10])
})

it.each([
  ['the bare SDK', 0],
  ['ours', 1],
])('prints for %s what its comments say', async (_, index) => {
  const code = snippets[index] ?? ''
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*?):/gm)].map(([, output]) => output)
  expect(promised).toHaveLength(3)
  expect(await run(code)).toEqual(promised)
})

async function run(code: string): Promise<string[]> {
  const args = ['--conditions=@adpane/source', '--input-type=module', '--eval', code]
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const env = { ...process.env, SANDBOX: JSON.stringify(sandbox.announcement()) }
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, env })
  return stdout.trim().split('\n')
}
