/** The four steps between five hairlines, which both axes share. */
export const AXIS_STEPS = 4

const niceSteps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10]

/**
 * The smallest axis end of four equal, readable steps that holds a value.
 *
 * @param largest - Largest value to be drawn; zero or less gives 1 a step.
 * @param share - Share of the axis the largest value may fill; over 1 it may stand out.
 */
export function axisEnd(largest: number, share: number): number {
  if (!(largest > 0)) return AXIS_STEPS
  const least = largest / share / AXIS_STEPS
  const power = 10 ** Math.floor(Math.log10(least))
  // A hair of tolerance, so that 0.7 / 0.1 does not jump to the next step.
  const step = niceSteps.find((nice) => nice * power >= least * (1 - 1e-9)) ?? 10
  return step * power * AXIS_STEPS
}

/**
 * Bars keep to the lower half when a line lives above them, so that the two axes never meet. The line may rise a hair
 * over the top hairline rather than double its axis.
 */
export function bandShares(lineIsDrawn: boolean): { bar: number; line: number } {
  return lineIsDrawn ? { bar: 0.52, line: 1.02 } : { bar: 0.92, line: 1 }
}
