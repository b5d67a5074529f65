import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { PythonSdk } from './find-python-sdk.ts'
import type { Announcement } from '../../src/index.ts'

/** What `flows.py` says of one flow. */
export interface FlowOutcome {
  flow: string
  ok: boolean
  seconds: number
  /** Numbers worth a look, or what went wrong and where. */
  detail: string
}

const script = fileURLToPath(new URL('python/flows.py', import.meta.url))

/** Names of the flows, in their order. @throws {Error} The script does not run; the message is Python's. */
export function listFlows({ python, env }: PythonSdk): readonly string[] {
  const { status, stdout, stderr } = spawnSync(python, [script, '--list'], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`flows.py --list failed:\n${stderr}`)
  return JSON.parse(stdout) as string[]
}

/** Runs all flows against the sandbox that announced itself like this, in one Python process. @returns Outcomes by name. */
export async function runFlows({ python, env }: PythonSdk, settings: Announcement): Promise<Map<string, FlowOutcome>> {
  const child = spawn(python, [script], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(JSON.stringify(settings))
  const complaints = text(child.stderr)
  const outcomes = new Map<string, FlowOutcome>()
  for await (const line of createInterface(child.stdout)) {
    const outcome: FlowOutcome = JSON.parse(line)
    outcomes.set(outcome.flow, outcome)
  }
  if (outcomes.size === 0) throw new Error(`flows.py ran no flow:\n${await complaints}`)
  return outcomes
}
