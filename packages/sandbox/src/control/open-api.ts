import type { ControlRoute } from './control-route.ts'
import { controlStatuses } from './control-error.ts'

/** Where the control API lives. */
export const controlPath = '/__sandbox'

/** OpenAPI 3.1 of the control API, made of the same table that serves and checks it. */
export function openApi(routes: readonly ControlRoute[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const methods = (paths[route.path] ??= {})
    methods[route.method] = operation(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Adpane sandbox control',
      version: '1',
      description:
        'Makes a local sandbox of the Graph API fail, move in time, tell what it was asked, and keep its state. ' +
        'Answers on this machine only. Everything in the sandbox is invented.',
    },
    servers: [{ url: controlPath }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: { Error: errorSchema } },
  }
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', enum: Object.keys(controlStatuses) },
        message: { type: 'string', description: 'What is wrong and what to do.' },
        field: { type: 'string', description: 'Where it is wrong: `match.path`.' },
      },
    },
  },
}

function operation({ method, path, summary, tag, body, query = {}, reply }: ControlRoute): Record<string, unknown> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema }))
  const parameters = [...inPath, ...inQuery]
  return {
    operationId: operationId(method, path),
    summary,
    tags: [tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      200: { description: 'Done.', content: json(reply) },
      default: { description: 'Refused.', content: json({ $ref: '#/components/schemas/Error' }) },
    },
  }
}

// `post /clock/advance` is `postClockAdvance`.
function operationId(method: string, path: string): string {
  const words = path.match(/\w+/g) ?? []
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function json(schema: unknown): Record<string, unknown> {
  return { 'application/json': { schema } }
}
