import { startSandbox, type Announcement } from '@adpane/sandbox'
import { chaosFaults } from './chaos-faults.ts'
import { markOf } from './mark.ts'
import { fastClock } from './pace.ts'

/** What really became of everything that was written, and what was done to the calls. */
export interface Ledger {
  objects: readonly { type: string; id: string; name: string; isDeleted: boolean }[]
  /** HTTP calls answered. */
  requests: number
  /** Calls that faults could strike, those inside batches included. */
  calls: number
  struck: Readonly<Record<string, number>>
}

const start = fastClock(Number(process.argv[2]))
const sandbox = await startSandbox({
  port: 0,
  seed: 7,
  accounts: 100,
  ads: 20,
  now: start.now(),
  isClockFrozen: true,
  isProofRequired: true,
})
for (const fault of chaosFaults) sandbox.control.faults.add(fault)
setInterval(() => {
  const { clock } = sandbox.control
  clock.advance(Math.max(0, start.now().getTime() - clock.now().getTime()))
}, 20)

process.on('message', () => process.send?.(ledger()))
process.on('disconnect', () => process.exit())
process.send?.(sandbox.announcement() satisfies Announcement)

function ledger(): Ledger {
  const rules = sandbox.control.faults.rules
  const struck: Record<string, number> = {}
  for (const { fault, struck: times } of rules) struck[fault.kind] = (struck[fault.kind] ?? 0) + times
  const { accounts } = sandbox.control.exportState()
  const objects = accounts.flatMap((account) =>
    account.objects.flatMap(({ type, id, values }) => {
      const { name, status }: Readonly<Record<string, unknown>> = values
      if (typeof name !== 'string' || markOf(name) === undefined) return []
      return [{ type, id, name, isDeleted: status === 'DELETED' }]
    }),
  )
  return { objects, requests: sandbox.requests.count, calls: rules[0]?.seen ?? 0, struck }
}
