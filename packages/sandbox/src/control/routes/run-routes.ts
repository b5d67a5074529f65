import { controlRoute, type ControlRoute } from '../control-route.ts'

/** Lets asynchronous insights reports end badly. */
export const runRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'post',
    path: '/runs/fail-next',
    summary: 'Let the next report run fail or be skipped',
    tag: 'Report runs',
    body: {
      type: 'object',
      required: ['status'],
      properties: {
        status: { type: 'string', enum: ['Job Failed', 'Job Skipped'], description: 'What `async_status` ends as.' },
      },
    },
    reply: { type: 'object', required: ['status'], properties: { status: { type: 'string' } } },
    run({ sandbox, body: { status } }) {
      sandbox.state.runs.failNext(status)
      return { status }
    },
  }),
]
