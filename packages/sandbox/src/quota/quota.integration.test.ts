import { afterEach, describe, expect, it } from 'vitest'
import { ask, type GraphReply } from '../http/ask.testing.ts'
import type { SandboxOptions } from '../sandbox-options.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

const running: Sandbox[] = []
afterEach(() => Promise.all(running.splice(0).map((sandbox) => sandbox.close())))

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = new Date('2026-11-23T15:00:00Z')
  const sandbox = await startSandbox({ port: 0, seed: 7, now, isClockFrozen: true, reportDurationMs: 0, ...options })
  running.push(sandbox)
  return sandbox
}

const idOf = (sandbox: Sandbox, index = 0) => sandbox.accounts[index]?.id ?? ''

const adAccountUsage = ({ headers }: GraphReply): Record<string, unknown> =>
  JSON.parse(headers.get('x-ad-account-usage') ?? '{}')

/** Calls on and on until it is refused. */
async function callNaively(sandbox: Sandbox, path: string): Promise<{ passed: number; refused: GraphReply }> {
  for (let passed = 0; ; passed++) {
    const reply = await ask(sandbox, path, { fields: 'name' })
    if (reply.status !== 200 || passed > 2000) return { passed, refused: reply }
  }
}

describe('a naive client on the limited tier', () => {
  it('is refused after 60 reads of an account and let in again after the wait it is told', async () => {
    const sandbox = await start({ tier: 'development' })
    const { passed, refused } = await callNaively(sandbox, idOf(sandbox))
    expect(passed).toBe(60)
    expect(refused).toMatchObject({
      status: 400,
      body: {
        error: {
          message: '(#17) User request limit reached',
          type: 'OAuthException',
          is_transient: false,
          code: 17,
          error_subcode: 2446079,
          error_user_title: 'Ad Account Has Too Many API Calls',
        },
      },
    })
    expect(refused.headers.get('www-authenticate')).toContain('(#17) User request limit reached')
    expect(adAccountUsage(refused)).toEqual({
      acc_id_util_pct: 100,
      reset_time_duration: 300,
      ads_api_access_tier: 'development_access',
    })
    sandbox.control.clock.advance(299_000)
    expect((await ask(sandbox, idOf(sandbox))).status).toBe(400)
    sandbox.control.clock.advance(Number(adAccountUsage(refused)['reset_time_duration']) * 1000)
    expect((await ask(sandbox, idOf(sandbox))).status).toBe(200)
  })

  it('pays for each of several ids on the account of its own', async () => {
    const sandbox = await start({ tier: 'development' })
    const [first, second] = [idOf(sandbox), idOf(sandbox, 1)]
    await ask(sandbox, '', { ids: ['me', first, second, second].join(',') })

    const scoreOf = async (id: string) => adAccountUsage(await ask(sandbox, id))['acc_id_util_pct']
    expect([await scoreOf(first), await scoreOf(second)]).toEqual([3.33, 5])
  })

  it('still gets at other accounts and at what belongs to none', async () => {
    const sandbox = await start({ tier: 'development' })
    await callNaively(sandbox, idOf(sandbox))
    expect((await ask(sandbox, idOf(sandbox, 1))).status).toBe(200)
    expect((await ask(sandbox, 'me')).status).toBe(200)
  })

  it('pays for every item of a batch and for every id', async () => {
    const sandbox = await start({ tier: 'development' })
    const items = Array.from({ length: 50 }, () => ({ method: 'GET', relative_url: idOf(sandbox) }))
    const send = () => ask(sandbox, '', { batch: JSON.stringify(items) }, { method: 'POST' })
    await send()
    const codes = (JSON.parse((await send()).text) as { code: number }[]).map(({ code }) => code)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 200), ...Array.from({ length: 40 }, () => 400)])
  })

  it('is told by the app-wide header when calls about no account are too many', async () => {
    const sandbox = await start({ tier: 'development' })
    const { headers } = await ask(sandbox, 'me')
    expect(JSON.parse(headers.get('x-app-usage') ?? '')).toEqual({ call_count: 0, total_cputime: 0, total_time: 0 })
    expect(headers.get('x-ad-account-usage')).toBeNull()
  })
})

it('holds nobody up by default, and tells the usage of the full tier', async () => {
  const sandbox = await start()
  let last = await ask(sandbox, idOf(sandbox))
  for (let call = 0; call < 100; call++) last = await ask(sandbox, idOf(sandbox))
  expect([last.status, adAccountUsage(last)['ads_api_access_tier']]).toEqual([200, 'standard_access'])
})

it('goes on from an exported state', async () => {
  const sandbox = await start({ tier: 'development' })
  await callNaively(sandbox, idOf(sandbox))
  const other = await start({ tier: 'development' })
  other.control.importState(JSON.parse(JSON.stringify(sandbox.control.exportState())))
  expect((await ask(other, idOf(other))).body.error).toMatchObject({ code: 17 })
})
