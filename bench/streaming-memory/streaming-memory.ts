import type { Benchmark } from '../benchmark.ts'
import { startChild } from '../child.ts'
import { firstMark, lastMark, type MemoryGrowth } from './marks.ts'

const rounds = 3

/** Streams a million insights rows over HTTP and keeps none: the process must not grow on the way. */
export const streamingMemory: Benchmark = {
  title: `streaming memory: ${lastMark.toLocaleString('en')} insights rows read one by one, none kept`,
  figures: [
    {
      name: 'streaming_growth_mb',
      meaning: `MB of heap and buffers gained from row ${firstMark.toLocaleString('en')} to ${lastMark.toLocaleString('en')}`,
      promise: { atMost: 20 },
    },
  ],
  async run(note) {
    const server = startChild<{ origin: string }>(new URL('./endless-server.ts', import.meta.url))
    try {
      const { origin } = await server.firstMessage
      const growths: MemoryGrowth[] = []
      for (let round = 1; round <= rounds; round++) {
        const growth = await measure(origin)
        growths.push(growth)
        note(`round ${round}: heap ${mb(growth.heapBytes)}, whole process ${mb(growth.residentBytes)}, ${rate(growth)}`)
      }
      // The worst of the rounds. What the process holds decides; what the system counts also depends on when V8 collects
      // and how much it keeps at hand, so that is told and not promised.
      return { streaming_growth_mb: Math.max(0, ...growths.map(({ heapBytes }) => heapBytes)) / 1e6 }
    } finally {
      await server.stop()
    }
  },
}

async function measure(origin: string): Promise<MemoryGrowth> {
  const reader = startChild<MemoryGrowth>(new URL('./read-stream.ts', import.meta.url), [origin])
  try {
    return await reader.firstMessage
  } finally {
    await reader.stop()
  }
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function rate({ ms }: MemoryGrowth): string {
  return `${Math.round(lastMark / ms)},000 rows/s`
}
