import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from './read-answer.ts'

const context = { subject: 'act_1', status: 200, redact: (text: string) => text }

describe('one answer', () => {
  it.each([
    [200, '{"id":"1"}', undefined],
    [200, '{}', undefined],
    [200, '{"id":"1","code":3,"message":"a field of that name"}', undefined],
    [200, '{"error":{"code":190,"message":"expired"}}', 'connection_broken'],
    [200, '{"error":"no"}', 'meta_unavailable'],
    [200, '', 'meta_unavailable'],
    [200, 'true', 'meta_unavailable'],
    [200, '[]', 'meta_unavailable'],
    [200, '"text"', 'meta_unavailable'],
    [200, '{"id":"1"', 'meta_unavailable'],
    [200, '<html>', 'meta_unavailable'],
    [304, '', 'meta_unavailable'],
    [400, '{"id":"1"}', 'meta_unavailable'],
    [400, '{"code":100,"message":"(#100) no"}', 'meta_rejected'],
    [500, '{"code":1,"message":"Please reduce the amount of data you\'re asking for"}', 'too_much_data'],
    [500, '{"error":{"code":2,"message":"(#2)"}}', 'meta_unavailable'],
    [503, '', 'meta_unavailable'],
    [502, '<html>', 'meta_unavailable'],
    [429, '{"error":{"message":"slow down"}}', 'rate_limited'],
  ])('HTTP %i with %j is %s', (status, body, code) => {
    const read = readAnswer(body, { ...context, status })
    expect('error' in read ? read.error.code : undefined).toBe(code)
  })

  it('is judged, whatever arrives, and never quoted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.integer({ min: 100, max: 599 }), (body, status) => {
        const read = readAnswer(body, { ...context, status })
        expect('answer' in read || read.error.message.length < 300).toBe(true)
      }),
    )
  })

  it('of a batch is a list', () => {
    expect(readAnswer('[null]', { ...context, isBatch: true })).toEqual({ answer: { entries: [null] } })
    expect(readAnswer('[null]', context)).toMatchObject({ error: { code: 'meta_unavailable' } })
  })
})
