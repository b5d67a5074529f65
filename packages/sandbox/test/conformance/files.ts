import { crc32, deflateSync } from 'node:zlib'

/** The files rows upload, by name. @throws {Error} There is no such file. */
export function fileBytes(name: string): Uint8Array<ArrayBuffer> {
  const bytes = files[name]?.()
  if (!bytes) throw new Error(`No file "${name}". There are ${Object.keys(files).join(', ')}.`)
  return new Uint8Array(bytes)
}

const files: Readonly<Record<string, () => Uint8Array>> = {
  'blue.png': () => png(600, 314, [20, 60, 200]),
  'red.png': () => png(600, 600, [200, 40, 30]),
  'note.txt': () => new TextEncoder().encode('This is no picture.'),
}

/** A picture of one colour, small enough to be made here. */
function png(width: number, height: number, colour: readonly [number, number, number]): Uint8Array {
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  // Eight bits a channel, red, green and blue.
  header.setUint8(8, 8)
  header.setUint8(9, 2)
  const line = Uint8Array.from([0, ...Array.from({ length: width }, () => colour).flat()])
  const pixels = new Uint8Array(line.length * height)
  for (let row = 0; row < height; row++) pixels.set(line, row * line.length)
  return joined([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data])
  const ends = new DataView(new ArrayBuffer(8))
  ends.setUint32(0, data.length)
  ends.setUint32(4, crc32(body))
  const bytes = new Uint8Array(ends.buffer)
  return joined([bytes.slice(0, 4), body, bytes.slice(4)])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
