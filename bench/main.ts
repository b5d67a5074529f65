import { parseArgs } from 'node:util'
import type { Benchmark, Figure } from './benchmark.ts'
import { callOverhead } from './call-overhead/call-overhead.ts'
import { clientRows } from './client-rows/client-rows.ts'
import { governorDecisions } from './governor-decisions/governor-decisions.ts'
import { governorSimulation } from './governor-simulation/governor-simulation.ts'
import { sandboxReads } from './sandbox-reads/sandbox-reads.ts'
import { streamingMemory } from './streaming-memory/streaming-memory.ts'

const benchmarks: readonly Benchmark[] = [
  clientRows,
  callOverhead,
  streamingMemory,
  governorDecisions,
  governorSimulation,
  sandboxReads,
]

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

// With --json the last line of stdout is the answer; everything for people goes to stderr then.
const out = values.json ? process.stderr : process.stdout
const results: Record<string, number> = {}

for (const benchmark of benchmarks) {
  out.write(`\n${benchmark.title}\n`)
  const measured = await benchmark.run((line) => out.write(`  ${line}\n`))
  for (const figure of benchmark.figures) {
    const ratio = measured[figure.name]
    if (ratio === undefined) throw new Error(`${benchmark.title} did not answer ${figure.name}.`)
    results[figure.name] = round(ratio)
    out.write(`  ${describe(figure, ratio)}\n`)
  }
}

if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`)

function describe({ name, meaning, promise }: Figure, ratio: number): string {
  const isKept = 'atLeast' in promise ? ratio >= promise.atLeast : ratio <= promise.atMost
  const bound = 'atLeast' in promise ? `≥ ${promise.atLeast}` : `≤ ${promise.atMost}`
  return `${isKept ? '✓' : '✗'} ${name.padEnd(28)} ${String(round(ratio)).padStart(9)}  (promised ${bound})  ${meaning}`
}

/** Four significant digits: more would only show noise. */
function round(ratio: number): number {
  return Number(ratio.toPrecision(4))
}
