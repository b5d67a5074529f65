import type { Benchmark } from '../benchmark.ts'
import { startChild } from '../child.ts'
import type { Serving } from './serve-sandbox.ts'
import type { LoadReport } from './read-mixed.ts'

/** Mixed reads over hundreds of accounts against the sandbox: how fast, and whether its memory stays where it is. */
export const sandboxReads: Benchmark = {
  title: 'sandbox: mixed reads over 400 ad accounts of a sandbox of 5,000, lists, nodes and insights',
  figures: [
    { name: 'sandbox_start_seconds', meaning: 'until 5,000 accounts are served', promise: { atMost: 2 } },
    { name: 'sandbox_reads_per_second', meaning: 'client and server on the same machine', promise: { atLeast: 1000 } },
    {
      name: 'sandbox_memory_growth',
      meaning: 'memory after the second half ÷ after the first',
      promise: { atMost: 1.1 },
    },
  ],
  async run(note) {
    const server = startChild<Serving>(new URL('./serve-sandbox.ts', import.meta.url))
    try {
      const { url, accessToken, accounts, pid, startSeconds } = await server.firstMessage
      note(`${accounts.length} accounts served after ${startSeconds.toFixed(2)} s`)
      const report = await load(url, accessToken, accounts, pid)
      const { requests, seconds, failures, halfwayBytes, endBytes } = report
      if (failures > 0) throw new Error(`${failures} of ${requests} reads failed: speed without answers is none.`)
      note(
        `${requests} reads in ${seconds.toFixed(1)} s; memory ${megabytes(halfwayBytes)}, then ${megabytes(endBytes)}`,
      )
      return {
        sandbox_start_seconds: startSeconds,
        sandbox_reads_per_second: requests / seconds,
        sandbox_memory_growth: endBytes / halfwayBytes,
      }
    } finally {
      await server.stop()
    }
  },
}

async function load(url: string, token: string, accounts: readonly string[], pid: number): Promise<LoadReport> {
  const reader = startChild<LoadReport>(new URL('./read-mixed.ts', import.meta.url), [
    JSON.stringify({ url, token, pid, accounts: accounts.slice(0, 400) }),
  ])
  try {
    return await reader.firstMessage
  } finally {
    await reader.stop()
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
