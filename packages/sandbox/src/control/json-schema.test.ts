import { expect, it } from 'vitest'
import { ControlError } from './control-error.ts'
import { checkJson, type JsonSchema } from './json-schema.ts'

const schema: JsonSchema = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['reset', 'slow'] },
    rate: { type: 'number', minimum: 0, maximum: 1 },
    at: { type: 'string', format: 'date-time' },
    match: { type: 'object', properties: { path: { type: 'string', maxLength: 5 } } },
    rules: { type: 'array', maxItems: 2, items: { type: 'integer', minimum: 1 } },
    isOn: { type: 'boolean' },
    map: { type: 'object', properties: {}, additionalProperties: { type: 'string' } },
    anything: {},
  },
}

it.each([
  [{ kind: 'reset' }],
  [{ kind: 'slow', rate: 0.5, at: '2026-11-23T09:00:00+0100', match: {}, rules: [1, 2], isOn: false }],
  [{ kind: 'slow', map: { a: 'b' }, anything: [null] }],
])('lets pass %j', (value) => {
  expect(() => checkJson(schema, value)).not.toThrow()
})

it.each<[unknown, string | undefined, string]>([
  [null, undefined, 'The body must be a JSON object.'],
  [[], undefined, 'The body must be a JSON object.'],
  [{}, 'kind', 'kind is required.'],
  [{ kind: 'explode' }, 'kind', 'kind must be one of reset, slow.'],
  [{ kind: 'reset', rate: 2 }, 'rate', 'rate must be a number from 0 to 1.'],
  [{ kind: 'reset', rate: '1' }, 'rate', 'rate must be a number from 0 to 1.'],
  [{ kind: 'reset', at: 'soon' }, 'at', 'at must be an ISO date and time'],
  [{ kind: 'reset', at: '2026-13-45T00:00:00Z' }, 'at', 'at must be an ISO date and time'],
  [{ kind: 'reset', match: { path: 'too long' } }, 'match.path', 'match.path must be at most 5 characters long.'],
  [{ kind: 'reset', match: { pth: 'x' } }, 'match.pth', 'match.pth is not known here; known are path.'],
  [{ kind: 'reset', rules: [1, 0] }, 'rules[1]', 'rules[1] must be a whole number, 1 or more.'],
  [{ kind: 'reset', rules: [1, 2, 3] }, 'rules', 'rules must have at most 2 items.'],
  [{ kind: 'reset', isOn: 1 }, 'isOn', 'isOn must be true or false.'],
  [{ kind: 'reset', map: { a: 1 } }, 'map.a', 'map.a must be a text.'],
  [JSON.parse('{"kind":"reset","__proto__":1}'), '__proto__', '__proto__ is not known here'],
  [JSON.parse('{"kind":"reset","map":{"__proto__":"a"}}'), 'map.__proto__', 'map.__proto__ is not known here'],
  [{ kind: 'reset', toString: 1 }, 'toString', 'toString is not known here'],
])('refuses %j, naming field and fix', (value, field, message) => {
  try {
    checkJson(schema, value)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(ControlError)
    expect(error).toMatchObject({ code: 'invalid_field', field, message: expect.stringContaining(message) })
  }
})
