import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Reporter, TestModule } from 'vitest/node'

/** What one run of the tests came to. Files that failed to load count as failed. */
export interface TestCount {
  passed: number
  failed: number
  skipped: number
}

const countFile = fileURLToPath(new URL('../.cache/test-count.json', import.meta.url))

/** Leaves the counts of a run in `.cache/test-count.json`, for the closing line of `.ci/run`. */
export default class TestCountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    mkdirSync(new URL('.', `file://${countFile}`), { recursive: true })
    writeFileSync(countFile, `${JSON.stringify(countTests(modules, errors.length))}\n`)
  }
}

function countTests(modules: readonly TestModule[], errorsOutsideTests: number): TestCount {
  const count: TestCount = { passed: 0, failed: errorsOutsideTests, skipped: 0 }
  for (const module of modules) {
    const states = Array.from(module.children.allTests(), (test) => test.result().state)
    for (const state of states) count[state === 'pending' ? 'skipped' : state] += 1
    if (module.state() === 'failed' && !states.includes('failed')) count.failed += 1
  }
  return count
}
