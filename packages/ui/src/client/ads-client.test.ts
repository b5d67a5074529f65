import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createAdsClient } from './ads-client.ts'
import { createSessionKeeper } from './session.ts'

describe('createAdsClient', () => {
  it('sends the token in the Authorization header and nowhere else', async () => {
    const seen: { url: string | undefined; authorization: string | undefined }[] = []
    const client = await aClient((request, response) => {
      seen.push({ url: request.url, authorization: request.headers.authorization })
      response.end('{"data":[]}')
    })
    await client.get('/accounts', new URLSearchParams({ since: '2026-11-01' }))
    expect(seen).toEqual([{ url: '/ads/accounts?since=2026-11-01', authorization: 'Bearer token-1' }])
  })

  it('renews an expired session once and repeats the request', async () => {
    const tokens: (string | undefined)[] = []
    const client = await aClient((request, response) => {
      tokens.push(request.headers.authorization)
      if (tokens.length === 1) refuse(response, 401, 'session_expired')
      else response.end('{"ok":true}')
    })
    expect(await client.get('/accounts')).toEqual({ ok: true })
    expect(tokens).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  it('gives up after the second refusal', async () => {
    let requests = 0
    const client = await aClient((_, response) => {
      requests++
      refuse(response, 401, 'session_expired')
    })
    await expect(client.get('/accounts')).rejects.toMatchObject({ code: 'session_expired' })
    expect(requests).toBe(2)
  })

  it('does not repeat what another session would not mend', async () => {
    let requests = 0
    const client = await aClient((_, response) => {
      requests++
      refuse(response, 403, 'scope_missing')
    })
    await expect(client.get('/accounts')).rejects.toMatchObject({ code: 'scope_missing', requestId: 'req_1' })
    expect(requests).toBe(1)
  })

  it('carries the wait of a limited account', async () => {
    const client = await aClient((_, response) => refuse(response, 429, 'rate_limited', { retryAfterMs: 5000 }))
    await expect(client.get('/accounts')).rejects.toMatchObject({ action: 'wait', retryAfterMs: 5000 })
  })

  it("reads a proxy's HTML as an unreachable server", async () => {
    const client = await aClient((_, response) => response.writeHead(502).end('<h1>Bad Gateway</h1>'))
    await expect(client.get('/accounts')).rejects.toMatchObject({ code: 'bff_unreachable', action: 'retry' })
  })

  it('says when nobody answers', async () => {
    const client = await aClient((request) => request.socket.destroy())
    await expect(client.get('/accounts')).rejects.toMatchObject({ code: 'bff_unreachable' })
  })
})

async function aClient(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  let count = 0
  const session = createSessionKeeper({ fetchSession: async () => ({ token: `token-${++count}`, expiresIn: 900 }) })
  return createAdsClient({ endpoint: `http://127.0.0.1:${port}/ads/`, session })
}

function refuse(response: Parameters<RequestListener>[1], status: number, code: string, more: object = {}): void {
  const error = { code, message: 'No.', action: 'sign_in', requestId: 'req_1', ...more }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))
}
