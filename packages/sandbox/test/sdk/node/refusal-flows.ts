import { createHmac } from 'node:crypto'
import { AdAccount, Campaign, FacebookAdsApi, User } from 'facebook-nodejs-business-sdk'
import { expect, it } from 'vitest'
import type { Meta } from './meta.ts'
import { refusalOf } from './refusal.ts'
import { dataOf } from './rows.ts'

/** Tokens, signatures, limits, and what the SDK's error class makes of refusals. */
export function refusalFlows(meta: () => Meta): void {
  it('names a field that does not exist', async () => {
    const refused = await refusalOf(meta().accountObject.get(['name', 'nonsense']))
    expect(refused).toMatchObject({
      name: 'FacebookRequestError',
      status: 400,
      message: '(#100) Tried accessing nonexisting field (nonsense) on node type (AdAccount)',
      response: { type: 'OAuthException', code: 100, fbtrace_id: expect.any(String) },
    })
  })

  it('does not know an object', async () => {
    const refused = await refusalOf(new Campaign('123').get(['name']))
    expect(refused.response).toMatchObject({ type: 'GraphMethodException', code: 100, error_subcode: 33 })
  })

  it('explains a budget that is too low to the person and blames the field', async () => {
    const refused = await refusalOf(meta().adSet(await meta().campaign(), { daily_budget: 1 }))
    expect(refused.response).toMatchObject({
      message: 'Invalid parameter',
      error_subcode: 1885272,
      error_user_title: 'Budget Is Too Low',
      error_user_msg: expect.stringContaining('The budget for this ad set must be at least '),
    })
    expect(JSON.stringify(refused.response?.['error_data'])).toContain('daily_budget')
  })

  it('refuses a token it does not know', async () => {
    const api = new FacebookAdsApi('EAABnonsense', 'en_US', false)
    const refused = await refusalOf(new User('me', {}, undefined, api).get(['id']))
    expect(refused.response).toMatchObject({ code: 190, type: 'OAuthException' })
    expect(refused.headers['www-authenticate']).toContain('"invalid_token"')
  })

  it('says when a token has expired', async () => {
    await meta().control('POST', '/faults', { kind: 'expired_token', match: { path: meta().account }, count: 1 })
    const refused = await refusalOf(meta().accountObject.get(['name']))
    expect(refused.response).toMatchObject({ code: 190, error_subcode: 463 })
  })

  it('checks a signature that a program adds by hand, since the SDK has none', async () => {
    const proof = createHmac('sha256', meta().appSecret).update(meta().accessToken).digest('hex')
    expect(await meta().accountObject.get(['name'], { appsecret_proof: proof })).toMatchObject({ id: meta().account })
    const refused = await refusalOf(meta().accountObject.get(['name'], { appsecret_proof: 'f'.repeat(64) }))
    expect(refused.message).toBe('Invalid appsecret_proof provided in the API argument')
  })

  it('tells which app the token belongs to', async () => {
    const { data } = (await FacebookAdsApi.getDefaultApi().getAppID()) as { data: { data: unknown } }
    expect(data).toMatchObject({ data: { app_id: meta().appId } })
  })

  it('marks passing trouble as transient', async () => {
    await meta().control('POST', '/faults', {
      kind: 'server_error',
      status: 503,
      match: { path: meta().account },
      count: 1,
    })
    const refused = await refusalOf(meta().accountObject.get(['name']))
    expect(refused).toMatchObject({ status: 503, response: { code: 2, is_transient: true } })
  })

  it('hands out an error in a 200 as if it were an answer, as the SDK does', async () => {
    await meta().control('POST', '/faults', { kind: 'ok_with_error', match: { path: meta().account }, count: 1 })
    const account = await meta().accountObject.get(['name'])
    expect(dataOf(account)['error']).toMatchObject({ code: 2 })
  })

  it('leaves the SDK without a reply when the connection is cut', async () => {
    await meta().control('POST', '/faults', { kind: 'reset', match: { path: meta().account }, count: 1 })
    const refused = await refusalOf(meta().accountObject.get(['name']))
    expect(refused).toMatchObject({ status: null, message: 'The request was made but no response was received' })
  })

  it('throttles a busy development app and lets it go on after five minutes', async () => {
    const read = () => new AdAccount(meta().spareAccount).get(['name'])
    await meta().control('POST', '/quotas/tier', { tier: 'development' })
    try {
      const readUntilRefused = async () => {
        for (let calls = 0; calls < 100; calls++) await read()
      }
      const refused = await refusalOf(readUntilRefused())
      expect(refused).toMatchObject({ status: 400, response: { code: 17, error_subcode: 2446079 } })
      expect(refused.headers['x-ad-account-usage']).toContain('"acc_id_util_pct":100')
      await meta().control('POST', '/clock/advance', { ms: 301_000 })
      expect(await read()).toMatchObject({ id: meta().spareAccount })
    } finally {
      await meta().control('POST', '/quotas/tier', { tier: 'lenient' })
    }
  })
}
