import { expect, it } from 'vitest'
import { failureOf } from '../a-graph-server.ts'
import type { BatchOperation, BatchOutcome } from './batch-operation.ts'
import { PointReads } from './point-reads.ts'

it('asks once for what several ask for, and apart for other fields', async () => {
  const { asked, reads } = aReader()
  const answers = await Promise.all([reads.read('1', ['id']), reads.read('1', ['id']), reads.read('1', ['id', 'name'])])
  expect(answers).toEqual([{ of: '1' }, { of: '1' }, { of: '1' }])
  expect(asked).toMatchObject([[{ params: { fields: 'id' } }, { params: { fields: 'id,name' } }]])
})

it('gives each of several askers an object of their own', async () => {
  const { reads } = aReader()
  const [one, other] = await Promise.all([reads.read('1', ['id']), reads.read('1', ['id'])])
  expect(other).toEqual(one)
  expect(other).not.toBe(one)
})

it('starts anew for who comes after everybody has left', async () => {
  const { asked, reads } = aReader()
  const stop = new AbortController()
  const left = failureOf(reads.read('1', ['id'], stop.signal))
  stop.abort(new Error('left'))
  expect(await reads.read('1', ['id'])).toEqual({ of: '1' })
  expect(await left).toMatchObject({ message: 'left' })
  expect(asked).toHaveLength(1)
})

it('gathers askers that come some promises later in the same turn', async () => {
  const { asked, reads } = aReader()
  const later = async (depth: number): Promise<unknown> => {
    await Promise.resolve()
    return depth === 0 ? reads.read('1', ['id']) : later(depth - 1)
  }
  await Promise.all([reads.read('2', ['id']), later(5), later(20)])
  expect(asked).toHaveLength(1)
})

it('lets one asker leave and the others have their answer', async () => {
  const { asked, reads } = aReader()
  const stop = new AbortController()
  const left = failureOf(reads.read('1', ['id'], stop.signal))
  const stayed = reads.read('1', ['id'])
  const alone = failureOf(reads.read('2', ['id'], stop.signal))
  stop.abort(new Error('left'))
  expect(await left).toMatchObject({ message: 'left' })
  expect(await alone).toMatchObject({ message: 'left' })
  expect(await stayed).toEqual({ of: '1' })
  // Nobody waits for 2 any more.
  expect(asked.map((call) => call.map(({ path }) => path))).toEqual([['1']])
})

it('ends the call under way once nobody waits for it', async () => {
  const stop = new AbortController()
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const reads = new PointReads((_, { signal }) => {
    signal.addEventListener('abort', () => resolve())
    stop.abort(new Error('left'))
    return ended.then(() => [])
  })
  expect(await failureOf(reads.read('1', ['id'], stop.signal))).toMatchObject({ message: 'left' })
  await ended
})

it('refuses what is no id', async () => {
  expect(await failureOf(aReader().reads.read('1/../me', ['id']))).toMatchObject({ code: 'invalid_request' })
})

function aReader() {
  const asked: (readonly BatchOperation[])[] = []
  const reads = new PointReads(async (operations) => {
    asked.push(operations)
    return operations.map(({ path }): BatchOutcome => ({ ok: true, value: { of: path } }))
  })
  return { asked, reads }
}
