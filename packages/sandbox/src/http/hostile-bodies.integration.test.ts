import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startSandbox, type Sandbox } from '../index.ts'
import { ask } from './ask.testing.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, accounts: 1, ads: 4, isClockFrozen: true, reportDurationMs: 0 })
})
afterAll(() => sandbox.close())

const aMegabyte = new Uint8Array(1_000_000)

/** Sends a body without a length until the sandbox has had enough. */
async function pour(path: string, megabytes: number): Promise<{ status: number; text: string; sent: number }> {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < megabytes) controller.enqueue(aMegabyte)
      else controller.close()
    },
  })
  const response = await fetch(`${sandbox.url}/${path}`, { method: 'POST', body, duplex: 'half', redirect: 'manual' })
  return { status: response.status, text: await response.text(), sent }
}

it('stops reading a body without a length once it is too large', async () => {
  const { status, text } = await pour('v25.0/me', 70)

  expect(status).toBe(400)
  expect(JSON.parse(text)).toMatchObject({ error: { message: '(#100) The request body is too large.', code: 100 } })
})

it('stops reading the answer of a login likewise', async () => {
  const link = new URLSearchParams({ client_id: sandbox.appId, redirect_uri: 'http://localhost:3000/cb' })

  expect(await pour(`v25.0/dialog/oauth?${link.toString()}`, 3)).toMatchObject({
    status: 400,
    text: expect.stringContaining('The answer is too long.') as string,
  })
})

it('takes a picture of eight million bytes as JSON', async () => {
  const response = await fetch(`${sandbox.url}/v25.0/${sandbox.accounts[0]?.id ?? ''}/adimages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ bytes: 'A'.repeat(10_600_000) }),
  })

  // It is read; that these are no picture is another matter.
  expect(await response.json()).toMatchObject({ error: { error_user_title: 'Invalid Image' } })
})

it('says nothing of clients that hang up in the middle of a body', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write('POST /v25.0/me HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nabc')
  socket.destroy()
  await once(socket, 'close')

  expect((await ask(sandbox, 'me')).status).toBe(200)
  expect(complaint).not.toHaveBeenCalled()
  complaint.mockRestore()
})
