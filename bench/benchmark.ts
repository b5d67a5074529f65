/** One benchmark: what it measures, what we promise, and how to run it. */
export interface Benchmark {
  title: string
  /** Every figure it answers, with the promise it is held to. */
  figures: readonly Figure[]
  /**
   * Runs it and answers each figure by name.
   *
   * @param note - Tells the person waiting what is going on; one line each.
   */
  run(note: (line: string) => void): Promise<Readonly<Record<string, number>>>
}

export interface Figure {
  /** Key in the `--json` answer. */
  name: string
  /** What the ratio compares, in words. */
  meaning: string
  /** The promise: the figure is at least, or at most, this. */
  promise: { atLeast: number } | { atMost: number }
}
