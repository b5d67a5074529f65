import { startSandbox } from '@adpane/sandbox'

/** What the sandbox's process tells once it serves. */
export interface Serving {
  url: string
  accessToken: string
  accounts: string[]
  pid: number
  startSeconds: number
}

const begun = performance.now()
const sandbox = await startSandbox({ port: 0, seed: 7, accounts: 5000, ads: 40 })
const serving: Serving = {
  url: sandbox.url,
  accessToken: sandbox.accessToken,
  accounts: sandbox.accounts.map(({ id }) => id),
  pid: process.pid,
  startSeconds: (performance.now() - begun) / 1000,
}
process.send?.(serving)
process.on('disconnect', () => process.exit())
