interface MaybePending {
  pending?: { metrics?: readonly string[] | undefined } | undefined
}

/**
 * True while days of an answer are missing. Where only some metrics are on their way, such as the reach of a new range,
 * every sum is complete and each unknown cell says so itself.
 */
export function isPartial(answer: MaybePending | undefined): boolean {
  return answer?.pending !== undefined && answer.pending.metrics === undefined
}
