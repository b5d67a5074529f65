import { liveParts } from '../../start-page/page.ts'
import { pageData } from '../../start-page/page-data.ts'
import { controlRoute, type ControlRoute } from '../control-route.ts'

/** For the start page's own script. */
export const pageRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/page',
    summary: 'Give the parts of the start page that change, as HTML',
    tag: 'Start page',
    reply: {
      type: 'object',
      required: ['parts'],
      properties: { parts: { type: 'object', properties: {}, additionalProperties: { type: 'string' } } },
    },
    run({ sandbox, origin }) {
      const data = pageData(sandbox, { origin, hasControl: true, areTokensShown: false, mayShowTokens: false })
      return { parts: Object.fromEntries(Object.entries(liveParts).map(([name, part]) => [name, part(data).source])) }
    },
  }),
]
