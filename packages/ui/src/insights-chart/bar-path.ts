/** A bar with round upper corners, open at the ground so that an outline stands on it. */
export function barPath(x: number, y: number, width: number, height: number): string {
  const r = Math.min(2.5, width / 3, height)
  return `M${x} ${y + height}V${y + r}q0 ${-r} ${r} ${-r}h${width - 2 * r}q${r} 0 ${r} ${r}V${y + height}`
}
