import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../graph/graph-error.ts'
import { readUserPayload } from './user-payload.ts'

const hash = (digit: string) => digit.repeat(64)

describe('one key', () => {
  it('takes a flat list of hashes', () => {
    const payload = { schema: 'EMAIL_SHA256', data: [hash('a'), hash('b')] }
    expect(readUserPayload(payload)).toMatchObject({ received: 2, invalid: 0, invalidSamples: {} })
  })

  it('takes JSON text as well as an object', () => {
    expect(readUserPayload(`{"schema":"PHONE_SHA256","data":["${hash('c')}"]}`)).toMatchObject({ received: 1 })
  })

  it('counts what is not hashed as invalid and shows a few of it by position', () => {
    const payload = { schema: ['EMAIL'], data: [[hash('a')], ['anna@shop.example'], ['']] }
    expect(readUserPayload(payload)).toMatchObject({
      received: 3,
      invalid: 2,
      invalidSamples: { 1: '["anna@shop.example"]', 2: '[""]' },
    })
  })

  it('takes advertising ids and ids of other systems as they are', () => {
    expect(readUserPayload({ schema: 'EXTERN_ID', data: ['customer 7'] }).invalid).toBe(0)
    expect(
      readUserPayload({ schema: 'MOBILE_ADVERTISER_ID', data: ['6D92078A-8246-4BA4-AE5B-76104861E7DC'] }).invalid,
    ).toBe(0)
  })
})

describe('several keys', () => {
  it('needs one filled field, and as many as there are keys', () => {
    const schema = ['EMAIL', 'FN', 'COUNTRY']
    const data = [
      [hash('a'), '', ''],
      ['', '', ''],
      [hash('a'), hash('b')],
    ]
    expect(readUserPayload({ schema, data })).toMatchObject({ received: 3, invalid: 2 })
  })

  it('hashes raw fields itself when asked to, after a look at them', () => {
    const payload = {
      schema: ['EMAIL', 'FN'],
      data: [
        ['Anna@Shop.example', 'Anna'],
        ['no address', 'Ben'],
      ],
      is_raw: true,
    }
    expect(readUserPayload(payload)).toMatchObject({ received: 2, invalid: 1 })
  })

  it('takes hashes that are called raw, as the Python SDK sends them', () => {
    const payload = { schema: ['EMAIL', 'FN'], data: [[hash('a'), hash('b')]], is_raw: true }
    expect(readUserPayload(payload)).toMatchObject({ received: 1, invalid: 0 })
  })

  it('knows a person again, raw or hashed', () => {
    const hashed = createHash('sha256').update('anna@shop.example').digest('hex')
    const { people } = readUserPayload({ schema: 'EMAIL', data: [' Anna@shop.example', hashed], is_raw: true })
    expect(new Set(people).size).toBe(1)
  })

  it('knows a person again whatever the value says', () => {
    const schema = ['EMAIL', 'LOOKALIKE_VALUE']
    const { people } = readUserPayload(
      {
        schema,
        data: [
          [hash('a'), '10'],
          [hash('a'), '99'],
        ],
      },
      { isValueBased: true },
    )
    expect(new Set(people).size).toBe(1)
  })
})

it.each([
  [undefined, 'The parameter payload is required'],
  [{ data: [] }, 'The parameter payload[schema] is required'],
  [{ schema: 'EMAIL' }, 'The parameter payload[data] is required'],
  [{ schema: ['EMAIL', 'SHOE_SIZE'], data: [['a', 'b']] }, 'Param payload[schema][1] must be one of {EMAIL_SHA256'],
  [{ schema: 'EMAIL', data: Array.from({ length: 10_001 }, () => 'x') }, 'at most 10000 entries'],
])('refuses %j', (payload, message) => {
  expect(() => readUserPayload(payload)).toThrow(message)
})

it('asks value-based audiences for values', () => {
  expect(() => readUserPayload({ schema: 'EMAIL', data: [hash('a')] }, { isValueBased: true })).toThrow(
    '(#100) Value-Based Custom Audience requires LOOKALIKE_VALUE attribute.',
  )
})

const anyCell = fc.oneof(fc.string(), fc.constant(hash('a')), fc.integer(), fc.constant(null), fc.object())

it('counts every entry exactly once, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.subarray(['EMAIL', 'PHONE', 'FN', 'LN', 'EXTERN_ID', 'MADID'], { minLength: 1 }),
      fc.array(fc.oneof(anyCell, fc.array(anyCell, { maxLength: 4 })), { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      (schema, data, isRaw) => {
        const { received, invalid, people, invalidSamples } = readUserPayload({ schema, data, is_raw: isRaw })
        expect(received).toBe(data.length)
        expect(invalid + people.length).toBe(received)
        expect(Object.keys(invalidSamples).length).toBe(Math.min(5, invalid))
      },
    ),
  )
})

it('answers any payload with counts or with an error of Graph', () => {
  fc.assert(
    fc.property(fc.anything(), (payload) => {
      try {
        readUserPayload(payload)
      } catch (error) {
        expect(error).toBeInstanceOf(GraphError)
      }
    }),
  )
})
