import { controlRoute, type ControlRoute } from '../control-route.ts'

const tag = 'Requests'

const entrySchema = {
  type: 'object',
  required: ['method', 'path', 'status'],
  properties: {
    method: { type: 'string' },
    path: { type: 'string', description: 'Without its query.' },
    status: { type: 'integer', description: 'As the client received it; 0 when nothing arrived.' },
    at: { type: 'string', format: 'date-time', description: 'On the sandbox clock.' },
    code: { type: 'integer' },
    subcode: { type: 'integer' },
    durationMs: { type: 'number', description: 'Real milliseconds, waits of a slow fault included.' },
    caller: { type: 'string' },
    account: { type: 'string' },
    batchItems: { type: 'integer' },
    userAgent: { type: 'string' },
    fault: { type: 'string', description: 'Kind of the fault that struck it.' },
  },
} as const

const logSchema = {
  type: 'object',
  required: ['count', 'entries'],
  properties: {
    count: { type: 'integer', description: 'Calls since the start.' },
    entries: { type: 'array', items: entrySchema, description: 'The last thousand, oldest first.' },
  },
} as const

/** What clients asked: never a token, a query or a body. */
export const requestRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/requests',
    summary: 'Show what was asked, without tokens, queries and bodies',
    tag,
    query: {
      limit: { type: 'integer', minimum: 1, maximum: 1000, description: 'Only the newest so many.' },
      path: { type: 'string', maxLength: 200, description: 'Only paths that contain this text.' },
    },
    reply: logSchema,
    run({ sandbox: { requests }, query: { limit = '1000', path = '' } }) {
      const found = requests.entries.filter((entry) => entry.path.includes(path))
      return { count: requests.count, entries: found.slice(-Number(limit)) }
    },
  }),
  controlRoute({
    method: 'delete',
    path: '/requests',
    summary: 'Forget the requests so far; the count goes on',
    tag,
    reply: logSchema,
    run({ sandbox: { requests } }) {
      requests.clear()
      return { count: requests.count, entries: [] }
    },
  }),
]
