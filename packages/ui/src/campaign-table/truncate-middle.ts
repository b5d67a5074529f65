/** Names differ at their end, so this share of a cut name always stays at the end, up to `MAX_TAIL` characters. */
const TAIL_SHARE = 0.3
const MAX_TAIL = 16

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Shortens a name in its middle until it fits: `US | Prospecting | Advantage+ | Nov 2026` → `US | Prospecting | …| Nov 2026`.
 *
 * Cuts between what people see as characters, never inside an emoji or an accented letter.
 *
 * @param fits - Tells whether a text fits its place. Longer texts must not fit better than shorter ones.
 * @returns The name itself when it fits; never less than an ellipsis and the name's end.
 */
export function truncateMiddle(name: string, fits: (text: string) => boolean): string {
  if (fits(name)) return name
  const characters = Array.from(segmenter.segment(name), ({ segment }) => segment)
  const tail = tailOf(characters)
  const room = characters.length - Array.from(segmenter.segment(tail)).length
  return cut(characters, longestHead(characters, tail, room, fits), tail)
}

function tailOf(characters: readonly string[]): string {
  const length = Math.min(MAX_TAIL, Math.round(characters.length * TAIL_SHARE))
  return characters
    .slice(characters.length - length)
    .join('')
    .trimStart()
}

function longestHead(
  characters: readonly string[],
  tail: string,
  room: number,
  fits: (text: string) => boolean,
): number {
  let [shortest, longest] = [0, Math.max(0, room - 1)]
  while (shortest < longest) {
    const middle = (shortest + longest + 1) >> 1
    if (fits(cut(characters, middle, tail))) shortest = middle
    else longest = middle - 1
  }
  return shortest
}

function cut(characters: readonly string[], head: number, tail: string): string {
  return `${characters.slice(0, head).join('').trimEnd()}…${tail}`
}
