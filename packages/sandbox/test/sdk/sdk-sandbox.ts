import { startSandbox, type Sandbox } from '../../src/index.ts'

/** What a program with an SDK is told; the same for every SDK. */
export interface SdkSettings {
  url: string
  accessToken: string
  appId: string
  appSecret: string
  /** The ad account most flows work in, `act_…`, in US dollars where there is one. */
  account: string
  /** Another one, for flows that change or exhaust a whole account. */
  spareAccount: string
  controlUrl: string
}

/** A sandbox whose reports take a moment, as a client that polls expects. */
export async function startSdkSandbox(): Promise<{ sandbox: Sandbox; settings: SdkSettings }> {
  const sandbox = await startSandbox({
    port: 0,
    seed: 7,
    accounts: 5,
    isClockFrozen: true,
    now: new Date('2026-11-23T12:00:00Z'),
    reportDurationMs: 200,
    control: true,
  })
  const { url, accessToken, appId, appSecret, accounts, controlUrl = '' } = sandbox
  const account = (accounts.find(({ currency }) => currency === 'USD') ?? accounts[0])?.id ?? ''
  const spareAccount = accounts.findLast(({ id }) => id !== account)?.id ?? ''
  return { sandbox, settings: { url, accessToken, appId, appSecret, account, spareAccount, controlUrl } }
}
