/** Up to three of the known names that a person may have meant, the nearest first; none when all are far. */
export function nearNames(text: string, known: Iterable<string>): readonly string[] {
  const word = text.slice(0, 60).toLowerCase()
  const most = Math.max(1, Math.floor(word.length / 3))
  return [...known]
    .map((name) => ({ name, distance: distance(word, name) }))
    .filter((near) => near.distance <= most)
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 0; row < from.length; row++) {
    const line = [row + 1]
    for (let at = 0; at < to.length; at++) {
      const change = (above[at] ?? 0) + (from[row] === to[at] ? 0 : 1)
      line.push(Math.min(change, (above[at + 1] ?? 0) + 1, (line[at] ?? 0) + 1))
    }
    above = line
  }
  return above[to.length] ?? 0
}
