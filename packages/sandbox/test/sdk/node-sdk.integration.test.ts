import { afterAll, beforeAll, describe } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { batchFlows } from './node/batch-flows.ts'
import { insightsFlows } from './node/insights-flows.ts'
import { mediaAndAudienceFlows } from './node/media-and-audience-flows.ts'
import { openMeta, type Meta } from './node/meta.ts'
import { readingFlows } from './node/reading-flows.ts'
import { refusalFlows } from './node/refusal-flows.ts'
import { writingFlows } from './node/writing-flows.ts'
import { startSdkSandbox } from './sdk-sandbox.ts'

// Meta's own SDK for Node, unmodified but for its base URL.

describe('the official Node SDK', () => {
  let sandbox: Sandbox
  let meta: Meta

  beforeAll(async () => {
    sandbox = await startSdkSandbox()
    meta = openMeta(sandbox)
  })

  afterAll(() => sandbox.close())

  describe('reads', () => {
    readingFlows(() => meta)
  })
  describe('writes', () => {
    writingFlows(() => meta)
  })
  describe('batches', () => {
    batchFlows(() => meta)
  })
  describe('asks for insights', () => {
    insightsFlows(() => meta)
  })
  describe('handles media and audiences', () => {
    mediaAndAudienceFlows(() => meta)
  })
  describe('is refused', () => {
    refusalFlows(() => meta)
  })
})
