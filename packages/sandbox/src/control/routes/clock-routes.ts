import type { SandboxClock } from '../../world/clock.ts'
import { ClockError } from '../../world/clock.ts'
import { ControlError } from '../control-error.ts'
import { controlRoute, type ControlRoute } from '../control-route.ts'

const tag = 'Clock'

const clockSchema = {
  type: 'object',
  required: ['now', 'isFrozen'],
  properties: { now: { type: 'string', format: 'date-time' }, isFrozen: { type: 'boolean' } },
} as const

/** Moves the time that everything in the sandbox goes by: reviews, quotas, tokens, insights. */
export const clockRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/clock',
    summary: 'Tell the time of the sandbox',
    tag,
    reply: clockSchema,
    run: ({ sandbox }) => clockJson(sandbox.state.clock),
  }),
  controlRoute({
    method: 'post',
    path: '/clock/advance',
    summary: 'Move on at once',
    tag,
    body: {
      type: 'object',
      required: ['ms'],
      properties: {
        ms: { type: 'integer', minimum: 0, maximum: 315_576_000_000, description: 'Milliseconds, up to ten years.' },
      },
    },
    reply: clockSchema,
    run: ({ sandbox, body: { ms } }) => moved(sandbox.state.clock, 'ms', (clock) => clock.advance(ms)),
  }),
  controlRoute({
    method: 'post',
    path: '/clock/set',
    summary: 'Move on to an instant; the clock never runs backwards',
    tag,
    body: {
      type: 'object',
      required: ['now'],
      properties: { now: { type: 'string', format: 'date-time' } },
    },
    reply: clockSchema,
    run: ({ sandbox, body: { now } }) => moved(sandbox.state.clock, 'now', (clock) => clock.set(new Date(now))),
  }),
  controlRoute({
    method: 'post',
    path: '/clock/freeze',
    summary: 'Let time stand still until told otherwise',
    tag,
    reply: clockSchema,
    run: ({ sandbox }) => moved(sandbox.state.clock, 'now', (clock) => clock.freeze()),
  }),
  controlRoute({
    method: 'post',
    path: '/clock/resume',
    summary: 'Let time run on with the real one',
    tag,
    reply: clockSchema,
    run: ({ sandbox }) => moved(sandbox.state.clock, 'now', (clock) => clock.resume()),
  }),
]

function clockJson(clock: SandboxClock): { now: string; isFrozen: boolean } {
  return { now: clock.now().toISOString(), isFrozen: clock.isFrozen }
}

function moved(clock: SandboxClock, field: string, move: (clock: SandboxClock) => void) {
  try {
    move(clock)
  } catch (error) {
    if (error instanceof ClockError) throw new ControlError('conflict', error.message, field)
    throw error
  }
  return clockJson(clock)
}
