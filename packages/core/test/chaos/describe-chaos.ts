import type { ChaosReport } from './run-chaos.ts'

/** Share of the calls that a fault struck, those inside batches counted like others. */
export function faultShare({ ledger }: ChaosReport): number {
  return Object.values(ledger.struck).reduce((sum, times) => sum + times, 0) / ledger.calls
}

/** The figures of a run, for people. */
export function describeChaos(report: ChaosReport): string {
  const { calls: all, ledger, workers, seconds } = report
  const sum = (field: 'attempts' | 'repeated' | 'degraded') => workers.reduce((total, each) => total + each[field], 0)
  const latencies = all.map(({ ms }) => ms).sort((a, b) => a - b)
  const lines = [
    `${all.length} calls in ${seconds.toFixed(1)} s: ${Math.round(all.length / seconds)}/s; ${ledger.requests} HTTP requests`,
    `faults struck ${(faultShare(report) * 100).toFixed(1)} % of ${ledger.calls}: ${listed(ledger.struck)}`,
    `calls ended: ${listed(tally(all.map(({ ended }) => ended)))}`,
    ...Object.entries(Object.groupBy(all, ({ kind }) => kind)).map(
      ([kind, some = []]) => `  ${kind}: ${listed(tally(some.map(({ ended }) => ended)))}`,
    ),
    `operations of batches: ${listed(sumOf(workers.map(({ operations }) => operations)))}`,
    `put off by the governor: ${all.filter(({ putOffs }) => putOffs > 0).length} calls, ` +
      `${all.reduce((total, { putOffs }) => total + putOffs, 0)} times`,
    `writes: ${listed(report.said)}; creates told as unknown that were done: ${report.unknownDone}`,
    `duplicates ${report.duplicates.length}, contradictions ${report.contradictions.length}, ` +
      `objects of the killed process that nobody told of ${report.untold.length}`,
    `sent again after proof ${sum('repeated')}, without ${workers.flatMap(({ resent }) => resent).length}`,
    `milliseconds: median ${at(latencies, 0.5)}, p99 ${at(latencies, 0.99)}, longest ${at(latencies, 1)}`,
    `Redis keys ${report.redisKeys} of at most ${report.mostRedisKeys}; shared counters away ${sum('degraded')} times`,
  ]
  return `${lines.join('\n')}\n`
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

function sumOf(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [word, count] of all.flatMap((each) => Object.entries(each))) sums[word] = (sums[word] ?? 0) + count
  return sums
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ')
}

function at(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}
