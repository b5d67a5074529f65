/** A number from 0 to below 1 that follows from whole numbers; cheap enough for inner loops. */
export function mixed(a: number, b: number, c = 0): number {
  return mixedInt(a, b, c) / 4294967296
}

/** The same as 32 bits, to mix on with. */
export function mixedInt(a: number, b: number, c = 0): number {
  const spread = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b + 0x9e3779b9, 0xc2b2ae35)
  let hash = (spread ^ Math.imul(c + 0x165667b1, 0x27d4eb2f)) | 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}
