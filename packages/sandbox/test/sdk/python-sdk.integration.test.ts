import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { findPythonSdk, type PythonSdk } from './find-python-sdk.ts'
import { listFlows, runFlows, type FlowOutcome } from './python-flows.ts'
import { startSdkSandbox } from './sdk-sandbox.ts'

// Meta's own SDK for Python, unmodified but for its base URL. What each flow does and expects is in python/.

const found = findPythonSdk()

describe('the official Python SDK', () => {
  if ('reason' in found) sayWhyNot(found.reason)
  else runAll(found)
})

function sayWhyNot(reason: string): void {
  process.stderr.write(`The flows of the Python SDK are not run: ${reason}\n`)
  // oxlint-disable-next-line vitest/no-disabled-tests -- a skipped test shows in the report and says how to enable it
  it.skip(`is not run: ${reason}`, () => undefined)
}

function runAll(sdk: PythonSdk): void {
  let sandbox: Sandbox
  let outcomes: ReadonlyMap<string, FlowOutcome>

  beforeAll(async () => {
    sandbox = await startSdkSandbox()
    outcomes = await runFlows(sdk, sandbox.announcement())
  })

  afterAll(() => sandbox.close())

  it.each(listFlows(sdk))('%s', (flow) => {
    expect(failureOf(outcomes.get(flow))).toBeUndefined()
  })
}

function failureOf(outcome: FlowOutcome | undefined): string | undefined {
  return outcome?.ok === true ? undefined : (outcome?.detail ?? 'It was not run.')
}
