/** Names of what a chaos run writes. Each begins with a mark nobody else has, and goes on with what encoders trip over. */

const oddities = ' & 5 % + #1 = 🎈 שלום'

export function nameOf(mark: string): string {
  return mark + oddities
}

/** The same object after its one change. */
export function newNameOf(mark: string): string {
  return `${mark} renamed${oddities}`
}

/** `chaos-worker-life-number`; undefined for names of others. */
export function markOf(name: string): string | undefined {
  return /^chaos-\d+-\d+-\d+(?= )/.exec(name)?.[0]
}
