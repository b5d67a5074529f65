import { expect, it } from 'vitest'
import { handlers } from '../graph/handlers.ts'
import { checkFault, rateCodes } from './check-fault.ts'
import { ControlError } from './control-error.ts'

const reset = { kind: 'reset' } as const

it.each(['insights', 'campaigns', 'copies', 'adrules_library', 'owned_ad_accounts', 'access_token', 'adaccounts'])(
  'knows the edge %s',
  (edge) => {
    expect(() => checkFault(reset, { edge })).not.toThrow()
  },
)

it('knows every edge that a handler answers', () => {
  const edges = Object.keys(handlers).map((key) => key.split(' ')[2] ?? '')
  for (const edge of edges.filter((name) => name !== '.')) expect(() => checkFault(reset, { edge })).not.toThrow()
})

it.each([
  ['campaign', 'match.edge must be an edge of some node, not campaign. Near it: campaigns.'],
  [
    'act_*/insights',
    'match.edge must be an edge of some node, not act_*/insights. Edges are the second part of a path: insights.',
  ],
])('refuses the edge %s, which would never strike', (edge, message) => {
  expect(() => checkFault(reset, { edge })).toThrow(ControlError)
  expect(() => checkFault(reset, { edge })).toThrow(message)
})

it('throttles with the codes of limits only', () => {
  for (const code of rateCodes) expect(() => checkFault({ kind: 'throttle', code }, {})).not.toThrow()
  expect(() => checkFault({ kind: 'throttle', code: 190 }, {})).toThrow(/^code must be one of 4, 17, 32, /)
})
