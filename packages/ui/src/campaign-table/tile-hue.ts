/** How many colours tiles have; the style sheet draws them. */
export const TILE_HUES = 8

/** One of the tile colours, always the same for the same id. FNV-1a, for its even spread over short ids. */
export function tileHue(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return ((hash ^ (hash >>> 15)) >>> 0) % TILE_HUES
}
