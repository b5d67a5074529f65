import { createHmac } from 'node:crypto'
import { startReceiver } from './receiver.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/index.ts'
import type { CaseContext } from './run-case.ts'

/** The clock of every sandbox here stands at this moment: 10:00 in New York, where `{account}` is. */
const now = new Date('2026-11-23T15:00:00Z')

export interface StartedCases {
  context: CaseContext
  close(): Promise<void>
}

/**
 * A fresh sandbox for the cases of one file, and a back end of an app for what the sandbox sends.
 *
 * @param options - As the file gives them; `{hook}` in them is the address of the back end.
 */
export async function startForCases(options: Readonly<Record<string, unknown>>): Promise<StartedCases> {
  const receiver = await startReceiver()
  const own = JSON.parse(JSON.stringify(options).replaceAll('{hook}', receiver.url)) as SandboxOptions
  const sandbox = await startSandbox({
    port: 0,
    seed: 7,
    now,
    isClockFrozen: true,
    reportDurationMs: 0,
    ads: 60,
    ...own,
  })
  receiver.appSecret = sandbox.appSecret
  const values = new Map([['hook', receiver.url], ...ownValues(sandbox), ...(await objectValues(sandbox))])
  return {
    context: { url: sandbox.url, values },
    async close() {
      await sandbox.close()
      await receiver.close()
    },
  }
}

/** What the sandbox announces, by the names the README lists. */
function ownValues({ url, appId, appSecret, accessToken, tenants }: Sandbox): Map<string, string> {
  const [own, foreign] = tenants
  const token = own?.accessToken ?? ''
  return new Map([
    ['url', url],
    ['app', appId],
    ['app_secret', appSecret],
    ['app_token', `${appId}|${appSecret}`],
    ['developer_token', accessToken],
    ['token', token],
    ['foreign_token', foreign?.accessToken ?? ''],
    ['proof', proofOf(token, appSecret)],
    ['app_proof', proofOf(`${appId}|${appSecret}`, appSecret)],
    ['account', own?.accounts[0] ?? ''],
    ['account_digits', digits(own?.accounts[0])],
    ['other_account', own?.accounts[1] ?? ''],
    ['foreign_account', foreign?.accounts[0] ?? ''],
    ['foreign_account_digits', digits(foreign?.accounts[0])],
    ['fifty_reads', batchOf(50, { method: 'GET', relative_url: `${own?.accounts[0] ?? ''}?fields=name` })],
    ['fifty_insights', batchOf(50, { method: 'GET', relative_url: `${own?.accounts[0] ?? ''}/insights?fields=spend` })],
    ['fifty_one_reads', batchOf(51, { method: 'GET', relative_url: 'me' })],
  ])
}

function batchOf(length: number, item: Readonly<Record<string, string>>): string {
  return JSON.stringify(Array.from({ length }, () => item))
}

function digits(account: string | undefined): string {
  return account?.slice('act_'.length) ?? ''
}

function proofOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}

/** Objects of the accounts, read as any client reads them. */
async function objectValues(sandbox: Sandbox): Promise<[string, string][]> {
  const [own, foreign] = sandbox.tenants
  const account = own?.accounts[0] ?? ''
  const first = async (token: string | undefined, edge: string, params: Record<string, string> = {}) => {
    const query = new URLSearchParams({ access_token: token ?? '', fields: 'id,name', limit: '2', ...params })
    const response = await fetch(`${sandbox.url}/v25.0/${edge}?${query.toString()}`)
    const body = (await response.json()) as { data?: { id: string; name?: string }[] }
    return body.data ?? []
  }
  const active = { effective_status: '["ACTIVE"]' }
  const [ad] = await first(own?.accessToken, `${account}/ads`, {
    ...active,
    fields: 'id,adset_id,campaign_id,creative',
  })
  const [campaign, campaign2] = await first(own?.accessToken, `${account}/campaigns`, active)
  const [foreignCampaign] = await first(foreign?.accessToken, `${foreign?.accounts[0] ?? ''}/campaigns`)
  const [archived] = await first(own?.accessToken, `${account}/ads`, { effective_status: '["ARCHIVED"]' })
  const [page] = await first(own?.accessToken, 'me/accounts')
  const [pixel] = await first(own?.accessToken, `${account}/adspixels`)
  const {
    adset_id: adset = '',
    campaign_id: parent = '',
    creative,
  } = (ad ?? {}) as Record<string, string> & {
    creative?: { id: string }
  }
  return [
    ['ad', ad?.id ?? ''],
    ['adset', adset],
    ['campaign', parent],
    ['creative', creative?.id ?? ''],
    ['campaign1', campaign?.id ?? ''],
    ['campaign2', campaign2?.id ?? ''],
    ['foreign_campaign', foreignCampaign?.id ?? ''],
    ['archived_ad', archived?.id ?? ''],
    ['page', page?.id ?? ''],
    ['pixel', pixel?.id ?? ''],
    ['fifty_writes', batchOf(50, { method: 'POST', relative_url: parent, body: 'name=Again' })],
  ]
}
