import type { EdgeCall } from '../graph/graph-call.ts'
import { invalidParam, invalidParameter, missingParam } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { parseLooseJson } from '../graph/loose-json.ts'
import { createRandom, seedOf } from '../world/random.ts'
import { wireTime } from '../objects/wire-time.ts'
import { refused } from './refused.ts'

type PixelCall = EdgeCall<ObjectNode<'AdsPixel'>>

/**
 * `POST /<pixel>/events`: conversions from a server. All of them are taken, or none.
 *
 * @throws {GraphError} 100 for an event without name, time or person, one that is older than a week, or over 1,000 of them.
 */
export function receiveEvents({ node, input, now }: PixelCall): unknown {
  const events = Array.isArray(input.data) ? input.data : []
  if (events.length === 0) throw missingParam('data')
  if (events.length > maxEvents) throw invalidParam(`Param data can hold at most ${maxEvents} events.`)
  events.forEach((event: unknown, index) => checkEvent(event, index, now))
  const { account, object } = node
  object.values['last_fired_time'] = wireTime(now.getTime(), account.timezone)
  object.values['server_events'] = Number(object.values['server_events'] ?? 0) + events.length
  account.objects().touch(object)
  const trace = `A${Buffer.from(String(seedOf(node.id, now.getTime(), events.length))).toString('base64url')}`
  return { events_received: events.length, messages: [], fbtrace_id: trace }
}

/** `GET /<pixel>/stats`: events of each hour, the last day unless asked otherwise. */
export function pixelStats({ node, input, now, params }: PixelCall): unknown {
  const endMs = timeOf(input.end_time) ?? now.getTime()
  const startMs = Math.max(timeOf(input.start_time) ?? endMs - dayMs, endMs - 7 * dayMs)
  const aggregation = typeof input.aggregation === 'string' ? input.aggregation : 'event'
  const event = params.get('event')
  const data: Record<string, unknown>[] = []
  for (let hour = Math.floor(startMs / hourMs); hour * hourMs < endMs && hour * hourMs <= now.getTime(); hour++) {
    data.push({
      start_time: wireTime(hour * hourMs, node.account.timezone),
      aggregation,
      data: countsOf(node.id, hour, aggregation).filter(({ value }) => event === undefined || value === event),
    })
  }
  return { data, paging: {} }
}

const maxEvents = 1000
const hourMs = 3_600_000
const dayMs = 24 * hourMs

function checkEvent(sent: unknown, index: number, now: Date): void {
  const event = typeof sent === 'string' ? parseLooseJson(sent)?.value : sent
  if (typeof event !== 'object' || event === null) throw invalidParam(`Param data[${index}] must be a JSON object.`)
  const { event_name: name, event_time: time, user_data: person }: Record<string, unknown> = { ...event }
  if (typeof name !== 'string' || name === '') throw missingParam(`data[${index}][event_name]`)
  if (time === undefined) throw missingParam(`data[${index}][event_time]`)
  const atMs = Number(time) * 1000
  if (!Number.isInteger(Number(time))) throw invalidParam(`Param data[${index}][event_time] must be an integer.`)
  if (atMs < now.getTime() - 7 * dayMs) {
    throw invalidParameter(
      2804003,
      'Event Timestamp Too Old',
      'The timestamp for this event is too far in the past. Events need to be sent from your server within 7 days of when they occurred.',
    )
  }
  // A minute of grace for clocks that run ahead.
  if (atMs > now.getTime() + 60_000) {
    throw refused('Event Timestamp In The Future', 'The timestamp for this event lies in the future.')
  }
  if (typeof person !== 'object' || person === null || Object.keys(person).length === 0) {
    throw invalidParameter(
      2804050,
      'There is not enough customer information',
      'This event has no customer information parameters. Send at least one in user_data.',
    )
  }
}

function timeOf(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const ms = /^\d+$/.test(String(value)) ? Number(value) * 1000 : Date.parse(String(value))
  return Number.isNaN(ms) ? undefined : ms
}

function countsOf(pixelId: string, hour: number, aggregation: string): { value: string; count: number }[] {
  const random = createRandom(seedOf(pixelId, hour))
  return (aggregation === 'device_type' ? devices : events).map(([value, mean]) => ({
    value,
    count: random.count(mean),
  }))
}

// A shop's funnel: events of an ordinary hour.
const events = [
  ['PageView', 420],
  ['ViewContent', 160],
  ['AddToCart', 28],
  ['InitiateCheckout', 13],
  ['Purchase', 7],
] as const

const devices = [
  ['mobile_android_phone', 310],
  ['mobile_iphone', 250],
  ['desktop', 68],
] as const
