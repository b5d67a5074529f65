import { redisUrl } from '@adpane/tools/services'
import { expect, it } from 'vitest'
import { deadlineMs } from './chaos-calls.ts'
import { describeChaos, faultShare } from './describe-chaos.ts'
import { pace } from './pace.ts'
import { runChaos } from './run-chaos.ts'

/** `CHAOS_CALLS=50000` makes the full run, and prints its figures. */
const asked = process.env['CHAOS_CALLS']
const calls = Number(asked ?? 3000)
/** Flows of one process, and the most writes that one call of theirs holds. */
const mostInFlight = 16 * 6

it(
  'ends every call, and no write is done twice, while three calls in ten fail and a process is killed',
  async () => {
    const report = await runChaos({ calls, redisUrl: await redisUrl() })
    if (asked !== undefined) process.stdout.write(describeChaos(report))

    // Every call ends, in a result or in an error of ours; and nobody else's process was touched.
    expect(report.calls.length).toBeGreaterThanOrEqual(calls)
    expect(report.calls.filter(({ ended }) => /^(?:hangs|untyped)/.test(ended))).toEqual([])
    expect(Math.max(...report.calls.map(({ ms }) => ms))).toBeLessThan((2 * deadlineMs) / pace)
    expect(report.exits.filter((exit) => exit === 'SIGKILL')).toHaveLength(1)
    expect(report.exits.filter((exit) => exit === 0)).toHaveLength(4)
    expect(report.exits).toHaveLength(5)
    expect(report.workers.flatMap(({ listenersChanged }) => listenersChanged)).toEqual([])
    expect(report.printed).toBe('')

    // Faults struck as they should, in each way.
    expect(faultShare(report)).toBeGreaterThan(0.27)
    expect(Object.values(report.ledger.struck).every((times) => times > 0)).toBe(true)

    // What was said of each write is true.
    expect(report.contradictions).toEqual([])
    expect(report.duplicates).toEqual([])
    expect(report.workers.flatMap(({ resent }) => resent)).toEqual([])
    expect(report.untold.every((mark) => mark.startsWith('chaos-1-1-'))).toBe(true)
    expect(report.untold.length).toBeLessThanOrEqual(mostInFlight)

    expect(report.leaks).toEqual([])
    expect(report.workers.flatMap(({ leaks }) => leaks)).toEqual([])
    expect(report.redisKeys).toBeLessThanOrEqual(report.mostRedisKeys)
  },
  Math.max(120_000, calls * 20),
)
