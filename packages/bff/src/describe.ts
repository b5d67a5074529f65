import { errorBodySchema } from '@adpane/contract/schemas'
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'

/** The OpenAPI description of a route, from the schemas that also check it. */
export function describe(summary: string, response: z.ZodType) {
  return describeRoute({
    summary,
    security: [{ session: [] }],
    responses: {
      200: { description: 'OK', content: json(response) },
      401: { description: 'No session, or none that is good', content: json(errorBodySchema) },
      403: { description: 'Outside what the session may see', content: json(errorBodySchema) },
      422: { description: 'A parameter is wrong; `fields` names it', content: json(errorBodySchema) },
      429: { description: 'Meta or we ask to wait', content: json(errorBodySchema) },
      502: { description: 'Meta cannot be reached and nothing is known yet', content: json(errorBodySchema) },
    },
  })
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema: resolver(schema) } }
}
