/** What one call cost a process. */
export interface CallCost {
  ms: number
  /** Sum over all rows of the last pass, so that both sides can be held to the same content. */
  budget: number
}

/** As much of a row as the sums look at. */
export interface CalledRow {
  daily_budget?: string | undefined
}

const warmUps = 1000
const passes = 10
const calls = 500

/**
 * Measures one call after the other in this process and reports the fastest pass to the parent: a call is so short that
 * whatever else the machine does shows in most passes, and it only ever adds.
 *
 * @param call - Asks for the page and answers its rows.
 */
export async function measureCalls(call: () => Promise<readonly CalledRow[]>): Promise<void> {
  for (let count = 0; count < warmUps; count++) await call()
  const times: number[] = []
  let budget = 0
  for (let pass = 0; pass < passes; pass++) {
    globalThis.gc?.()
    budget = 0
    const startedAt = performance.now()
    for (let count = 0; count < calls; count++) {
      for (const row of await call()) budget += Number(row.daily_budget)
    }
    times.push((performance.now() - startedAt) / calls)
  }
  const cost: CallCost = { ms: Math.min(...times), budget }
  process.send?.(cost)
}
