/** What the doctor found out about one thing. */
export interface Finding {
  /** Stable, for programs. */
  check: 'node' | 'store' | 'graph' | 'meta_app'
  /** `warning`: Adpane runs, with less. `failed`: it cannot run like this. */
  state: 'ok' | 'warning' | 'failed'
  /** What is so, and what to do about it. Holds no secret. */
  message: string
}
