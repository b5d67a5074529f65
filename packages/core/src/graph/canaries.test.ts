import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aGraphClient, aGraphServer, collect, type Answer, type SeenCall } from './a-graph-server.ts'
import type { BatchOperation } from './batch/batch-operation.ts'
import { reference } from './batch/reference.ts'
import { createHmac } from 'node:crypto'

interface Secrets {
  token: string
  proof: string
  appSecret: string
}

/** Ways in which Meta, a gateway or a broken wire could hand a caller's own secrets back. */
const echoes: readonly ((secret: string) => Answer)[] = [
  (secret) => ({ status: 400, json: { error: { code: 190, message: `Malformed access token ${secret}` } } }),
  (secret) => ({
    status: 400,
    json: { error: { code: 100, message: 'x', error_user_title: secret, error_user_msg: secret } },
  }),
  (secret) => ({ status: 400, json: { error: { code: 100, message: 'x', fbtrace_id: secret, type: secret } } }),
  (secret) => ({
    status: 400,
    json: { error: { code: 100, message: 'x', error_data: JSON.stringify({ blame_field_specs: [[secret]] }) } },
  }),
  (secret) => ({ status: 500, json: { error: { code: 2, message: encodeURIComponent(secret) } } }),
  (secret) => ({ status: 502, text: `<html>GET /v25.0/me?access_token=${secret}</html>` }),
  (secret) => ({ status: 302, text: '', headers: { location: `https://elsewhere.example/?t=${secret}` } }),
  (secret) => ({ status: 400, json: { code: 1, message: secret } }),
  (secret) => ({ text: `{"${secret}` }),
  (secret) => ({
    status: 400,
    json: { error: { code: 4, message: 'x' } },
    headers: { 'x-fb-trace-id': secret, 'facebook-api-version': secret, 'www-authenticate': `OAuth ${secret}` },
  }),
  (secret) => ({
    status: 400,
    json: { error: { code: 4, message: 'x' } },
    headers: {
      'x-app-usage': JSON.stringify({ call_count: secret, [secret]: 1 }),
      'x-ad-account-usage': JSON.stringify({ ads_api_access_tier: secret }),
      'x-business-use-case-usage': JSON.stringify({ [secret]: [{ type: secret }], '1': [{ type: secret }] }),
    },
  }),
  (secret) => ({ json: { success: false, error_code: 100, error_message: secret } }),
  (secret) => ({
    json: [{ code: 400, body: JSON.stringify({ error: { code: 100, message: secret } }) }, secret, null],
  }),
  (secret) => ({ json: [{ code: 500, body: secret, headers: [{ name: secret, value: secret }] }] }),
  () => 'reset',
]

const secretText = fc.stringMatching(/^CANARY[A-Za-z0-9]{10,30}$/)

it('no token, proof or app secret is in anything that can be printed, whatever comes back', async () => {
  await fc.assert(
    fc.asyncProperty(
      secretText,
      secretText,
      fc.constantFrom(...echoes),
      fc.constantFrom('token', 'proof', 'appSecret'),
      fc.constantFrom('header', 'query'),
      async (token, appSecret, echo, which, tokenPlacement) => {
        const proof = createHmac('sha256', appSecret).update(token).digest('hex')
        const secrets: Secrets = { token, proof, appSecret }
        const printed = await everythingPrinted(
          secrets,
          (call) => echo(call.path === '/gone' ? '' : secrets[which]),
          tokenPlacement,
        )
        for (const secret of [token, proof, appSecret]) expect(printed).not.toContain(secret)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

async function everythingPrinted(
  { token, appSecret }: Secrets,
  answer: (call: SeenCall) => Answer,
  tokenPlacement: 'header' | 'query',
): Promise<string> {
  const log: unknown[] = []
  const meta = await aGraphServer(answer)
  const watch = (seen: unknown) => void log.push(seen)
  const client = aGraphClient(meta.origin, { appSecret, tokenPlacement, onAttempt: watch, onWarning: watch })
  const api = client.withToken(token)
  const create: BatchOperation = { method: 'POST', path: 'act_1/campaigns', params: { name: 'x' } }
  const child: BatchOperation = { method: 'GET', path: [reference(create)] }
  const outcomes = await Promise.allSettled([
    collect(api.listAds('act_1')),
    api.readInsightsReport('1'),
    api.readObject('1', ['id']),
    api.create('act_1/campaigns', { name: 'x' }),
    api.update('1', {}),
    api.delete('1'),
    api.uploadImage('act_1', { fileName: 'x.png', bytes: new Uint8Array([1]) }),
    api.batch([create, child, { method: 'GET', path: '2' }]),
  ])
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  // What Meta answers to a call that went well is the caller's own; only how things failed is looked at.
  const batch = outcomes.at(-1)
  const ends =
    batch?.status === 'fulfilled' && Array.isArray(batch.value) ? batch.value.filter((end) => 'error' in end) : []
  return [client, api, api.listAds('act_1'), ...failures, ...ends, ...log].map(print).join('\n')
}

function print(value: unknown): string {
  const stacks: string[] = []
  for (let error = value; error instanceof Error; error = error.cause) stacks.push(String(error), error.stack ?? '')
  return [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), ...stacks].join('\n')
}
