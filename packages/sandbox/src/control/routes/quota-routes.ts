import { controlRoute, type ControlRoute } from '../control-route.ts'
import type { ControlledSandbox } from '../controlled-sandbox.ts'

const tag = 'Quotas'

const quotaSchema = {
  type: 'object',
  required: ['mode', 'tier', 'isOverloaded', 'app', 'accounts'],
  properties: {
    mode: { type: 'string', enum: ['lenient', 'development', 'standard'] },
    tier: { type: 'string', enum: ['development_access', 'standard_access'], description: 'As usage headers name it.' },
    isOverloaded: { type: 'boolean' },
    app: {
      type: 'object',
      required: ['calls', 'quota'],
      properties: { calls: { type: 'integer' }, quota: { type: 'integer' } },
    },
    accounts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['appId', 'adAccountId', 'score', 'maxScore', 'hourly'],
        properties: {
          appId: { type: 'string' },
          adAccountId: { type: 'string' },
          score: { type: 'number' },
          maxScore: { type: 'number' },
          blockedUntil: { type: 'string', format: 'date-time' },
          hourly: {
            type: 'array',
            items: {
              type: 'object',
              required: ['useCase', 'calls', 'minutesToRegain'],
              properties: {
                useCase: { type: 'string' },
                calls: { type: 'integer' },
                minutesToRegain: { type: 'number' },
              },
            },
          },
        },
      },
    },
  },
} as const

/** How much was used, and how strict the limits are. */
export const quotaRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/quotas',
    summary: 'Show what is used of each limit',
    tag,
    reply: quotaSchema,
    run: ({ sandbox }) => quotaJson(sandbox),
  }),
  controlRoute({
    method: 'post',
    path: '/quotas/tier',
    summary: 'Choose how strict the limits are; `lenient` counts and refuses nothing',
    tag,
    body: {
      type: 'object',
      required: ['tier'],
      properties: { tier: { type: 'string', enum: ['lenient', 'development', 'standard'] } },
    },
    reply: quotaSchema,
    run({ sandbox, body: { tier } }) {
      sandbox.state.quota.setMode(tier)
      return quotaJson(sandbox)
    },
  }),
  controlRoute({
    method: 'post',
    path: '/quotas/overload',
    summary: 'Let insights be overloaded for everybody (4/1504022), or no longer',
    tag,
    body: {
      type: 'object',
      required: ['isOverloaded'],
      properties: { isOverloaded: { type: 'boolean' } },
    },
    reply: quotaSchema,
    run({ sandbox, body: { isOverloaded } }) {
      sandbox.state.quota.setOverload(isOverloaded)
      return quotaJson(sandbox)
    },
  }),
]

function quotaJson({ state: { quota, clock } }: ControlledSandbox): unknown {
  return quota.state(clock.now().getTime())
}
