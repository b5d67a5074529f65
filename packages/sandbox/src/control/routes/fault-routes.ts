import { ControlError } from '../control-error.ts'
import { controlRoute, type ControlRoute } from '../control-route.ts'
import { faultJson, faultSchema, readFault } from '../fault-json.ts'

const tag = 'Faults'

const ruleSchema = {
  ...faultSchema,
  required: ['id', 'kind', 'match', 'rate', 'after', 'seen', 'struck'],
  properties: {
    ...faultSchema.properties,
    seen: { type: 'integer', description: 'Matching calls so far.' },
    struck: { type: 'integer', description: 'How many of them were struck.' },
  },
} as const

const rulesSchema = {
  type: 'object',
  required: ['rules'],
  properties: { rules: { type: 'array', items: ruleSchema } },
} as const

/** Makes calls fail on purpose. */
export const faultRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/faults',
    summary: 'Show the rules in force, oldest first; the first that strikes a call wins',
    tag,
    reply: rulesSchema,
    run: ({ sandbox }) => ({ rules: sandbox.state.faults.rules.map(faultJson) }),
  }),
  controlRoute({
    method: 'post',
    path: '/faults',
    summary: 'Add a rule, or replace the one of the same id',
    tag,
    body: faultSchema,
    reply: ruleSchema,
    run: ({ sandbox, body }) => faultJson(sandbox.state.faults.add(readFault(body))),
  }),
  controlRoute({
    method: 'delete',
    path: '/faults',
    summary: 'Remove all rules',
    tag,
    reply: rulesSchema,
    run({ sandbox }) {
      sandbox.state.faults.clear()
      return { rules: [] }
    },
  }),
  controlRoute({
    method: 'delete',
    path: '/faults/{id}',
    summary: 'Remove one rule',
    tag,
    reply: rulesSchema,
    run({ sandbox, params: { id = '' } }) {
      if (!sandbox.state.faults.remove(id)) {
        throw new ControlError('not_found', `There is no fault rule ${id.slice(0, 60)}. It may be used up.`, 'id')
      }
      return { rules: sandbox.state.faults.rules.map(faultJson) }
    },
  }),
]
