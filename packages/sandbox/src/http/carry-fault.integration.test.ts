import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, it } from 'vitest'
import { carryFault, isCarried, type CarriedFault, type SoundReply } from './carry-fault.ts'

const reply: SoundReply = {
  status: 200,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify({ data: Array.from({ length: 50 }, (_, id) => ({ id: String(id), name: 'Zeltplatz Süd' })) }),
}

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** What a raw connection sees of an answer struck by a fault. */
async function raw(fault: CarriedFault): Promise<{ text: string; error?: string | undefined; tookMs: number }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('*', (context) => carryFault(fault, reply, context.env.outgoing))
  server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const started = performance.now()
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /v25.0/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  const chunks: Buffer[] = []
  let error: string | undefined
  socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)))
  socket.on('error', (cause: NodeJS.ErrnoException) => (error = cause.code))
  await new Promise((resolve) => socket.once('close', resolve))
  return { text: Buffer.concat(chunks).toString(), error, tookMs: performance.now() - started }
}

const bodyOf = (text: string) => text.slice(text.indexOf('\r\n\r\n') + 4)

it.each(['reset', 'reply_lost'] as const)(
  'cuts the connection with a real reset for %s, nothing said',
  async (kind) => {
    expect(await raw({ kind })).toMatchObject({ text: '', error: 'ECONNRESET' })
  },
)

it('announces more bytes than it sends, then closes', async () => {
  const { text } = await raw({ kind: 'truncated' })
  const announced = Number(/content-length: (\d+)/i.exec(text)?.[1])
  expect(text).toMatch(/^HTTP\/1.1 200 OK/)
  expect(announced).toBe(Buffer.byteLength(reply.body))
  expect(Buffer.byteLength(bodyOf(text))).toBe(Math.floor(announced / 2))
})

it.each([502, 503])('answers a page instead of JSON, status %i', async (status) => {
  const { text } = await raw({ kind: 'html', status })
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(text).toMatch(/content-type: text\/html/i)
  expect(bodyOf(text)).toContain('<!DOCTYPE html>')
})

it('answers a status without any body', async () => {
  const { text } = await raw({ kind: 'empty', status: 500 })
  expect(text).toMatch(/^HTTP\/1.1 500 /)
  expect(bodyOf(text).replace(/^0\r\n\r\n$/, '')).toBe('')
})

it('keeps a reply back for as long as told', async () => {
  const { text, tookMs } = await raw({ kind: 'slow', delayMs: 120, isDribbled: false })
  expect(tookMs).toBeGreaterThanOrEqual(115)
  expect(bodyOf(text)).toBe(reply.body)
})

it('lets a reply trickle in, whole in the end', async () => {
  const { text, tookMs } = await raw({ kind: 'slow', delayMs: 120, isDribbled: true })
  expect(tookMs).toBeGreaterThanOrEqual(100)
  expect(bodyOf(text)).toBe(reply.body)
})

it('does not outlive a sandbox that closes, however slow', async () => {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const asked = Promise.withResolvers<{ answered: Promise<Response> }>()
  app.all('*', (context) => {
    const answered = carryFault({ kind: 'slow', delayMs: 600_000, isDribbled: false }, reply, context.env.outgoing)
    asked.resolve({ answered })
    return answered
  })
  server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const { answered } = await asked.promise
  server.closeAllConnections()
  expect((await answered).status).toBe(200)
})

it('leaves Graph errors and batch faults to others', () => {
  expect(isCarried({ kind: 'throttle', code: 17 })).toBe(false)
  expect(isCarried({ kind: 'null_entry' })).toBe(false)
  expect(isCarried({ kind: 'reply_lost' })).toBe(true)
})
