/** What a split reads and writes: numbers that lie in one array, one cell after the other. */
export interface SplitTarget {
  values: Float64Array
  /** Distance from one cell to the next. */
  stride: number
  /** Where the split number lies inside a cell. */
  offset: number
}

/**
 * Splits a whole number over cells in proportion to weights, exactly: the parts sum to the total, none is negative
 * and none exceeds its cap.
 *
 * Parts are the steps of a rounded running sum. The phase decides where small totals fall, so that a lone purchase
 * does not always belong to the same cell.
 *
 * @param weights - One per cell, 0 or more. All zero: cells are filled as far as caps allow, first to last.
 * @param phase - 0 to below 1.
 * @param caps - One per cell; their sum is at least the total.
 */
export function splitCount(
  total: number,
  weights: Float64Array,
  phase: number,
  { values, stride, offset }: SplitTarget,
  caps?: Float64Array,
): void {
  const cells = weights.length
  let weightSum = 0
  for (let cell = 0; cell < cells; cell++) weightSum += weights[cell] ?? 0
  let due = 0
  let given = 0
  for (let cell = 0; cell < cells; cell++) {
    due += weightSum === 0 ? 0 : ((weights[cell] ?? 0) / weightSum) * total
    // The slack undoes what floating point loses in the running sum.
    const step = Math.min(total, Math.floor(due + phase + 1e-9)) - given
    const part = caps ? Math.min(step, caps[cell] ?? 0) : step
    const whole = part > 0 ? part : 0
    values[cell * stride + offset] = whole
    given += whole
  }
  if (given < total) fillUp(total - given, { values, stride, offset }, weights, caps)
}

// What caps turned away, or what had no weight at all, goes where there is room.
function fillUp(
  missing: number,
  { values, stride, offset }: SplitTarget,
  weights: Float64Array,
  caps: Float64Array | undefined,
): void {
  let left = missing
  for (const isWeighted of [true, false]) {
    for (let cell = 0; cell < weights.length && left > 0; cell++) {
      if ((weights[cell] ?? 0) > 0 !== isWeighted) continue
      const index = cell * stride + offset
      const room = caps ? Math.max(0, (caps[cell] ?? 0) - (values[index] ?? 0)) : left
      const more = Math.min(left, room)
      values[index] = (values[index] ?? 0) + more
      left -= more
    }
  }
}
