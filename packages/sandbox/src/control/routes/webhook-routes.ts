import { ControlError } from '../control-error.ts'
import { controlRoute, type ControlRoute } from '../control-route.ts'

const tag = 'Webhooks'

const deliveriesSchema = {
  type: 'object',
  required: ['deliveries'],
  properties: {
    deliveries: {
      type: 'array',
      description: 'The last 200, oldest first, without payloads.',
      items: {
        type: 'object',
        required: ['id', 'kind', 'url', 'createdAt', 'fields', 'attempts', 'outcome'],
        properties: {
          id: { type: 'integer' },
          kind: { type: 'string', enum: ['webhook', 'deauthorize', 'data_deletion'] },
          url: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          fields: { type: 'array', items: { type: 'string' } },
          attempts: { type: 'integer' },
          outcome: { type: 'string', enum: ['waiting', 'delivered', 'failed'] },
          status: { type: 'integer' },
          nextAttemptAt: { type: 'string', format: 'date-time' },
          reply: {
            type: 'object',
            required: ['url', 'confirmationCode'],
            properties: { url: { type: 'string' }, confirmationCode: { type: 'string' } },
          },
        },
      },
    },
  },
} as const

/** What the sandbox tells the app, and what came of it. */
export const webhookRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/webhooks',
    summary: 'Show what was sent to the app and what it answered',
    tag,
    reply: deliveriesSchema,
    run: ({ sandbox }) => ({ deliveries: sandbox.state.webhooks.deliveries }),
  }),
  controlRoute({
    method: 'post',
    path: '/webhooks/send',
    summary: 'Send what is due, and wait until the app has answered',
    tag,
    reply: deliveriesSchema,
    async run({ sandbox: { state } }) {
      await state.webhooks.sendDue()
      await state.webhooks.settled()
      return { deliveries: state.webhooks.deliveries }
    },
  }),
  controlRoute({
    method: 'post',
    path: '/users/{userId}/request-deletion',
    summary: "Ask the app to delete a user's data, at the address of --data-deletion-url",
    tag,
    reply: deliveriesSchema,
    async run({ sandbox: { state }, params: { userId = '' } }) {
      if (!state.identity.users.find(userId)) {
        throw new ControlError('not_found', 'There is no such user. GET /__sandbox/users lists them.', 'userId')
      }
      const delivery = state.webhooks.requestDataDeletion(userId)
      if (!delivery)
        throw new ControlError('conflict', 'Nobody is to be asked. Start the sandbox with --data-deletion-url.')
      await delivery
      return { deliveries: state.webhooks.deliveries }
    },
  }),
]
