/** What the first bytes of a picture say about it. */
export interface ImageHeader {
  format: 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp'
  width: number
  height: number
}

/**
 * Reads format and size from the header of a picture; the pixels are not decoded.
 *
 * @returns Undefined for anything that is no picture of these formats. Never throws.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const found = pngHeader(bytes) ?? gifHeader(bytes) ?? jpegHeader(bytes) ?? webpHeader(bytes) ?? bmpHeader(bytes)
  return found && found.width > 0 && found.height > 0 ? found : undefined
}

// PNG, section 11.2.2: the first chunk is IHDR and starts with width and height.
function pngHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1a\n') || !startsWith(bytes, 12, 'IHDR')) return undefined
  return { format: 'png', width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) }
}

function gifHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, 'GIF87a') && !startsWith(bytes, 0, 'GIF89a')) return undefined
  return { format: 'gif', width: littleEndian(bytes, 6, 2), height: littleEndian(bytes, 8, 2) }
}

// JPEG: segments follow each other until a start of frame, which holds height and width.
function jpegHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, '\xff\xd8\xff')) return undefined
  let position = 2
  while (position + 9 <= bytes.length) {
    if (bytes[position] !== 0xff) return undefined
    const marker = bytes[position + 1] ?? 0
    if (marker === 0xff) position++
    else if (isFrameStart(marker)) {
      return { format: 'jpeg', width: bigEndian(bytes, position + 7, 2), height: bigEndian(bytes, position + 5, 2) }
    } else position += 2 + (hasNoLength(marker) ? 0 : Math.max(2, bigEndian(bytes, position + 2, 2)))
  }
  return undefined
}

// C4, C8 and CC share the range but are tables and extensions.
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function hasNoLength(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

function webpHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return undefined
  if (startsWith(bytes, 12, 'VP8X'))
    return webp(littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1, bytes, 30)
  if (startsWith(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    const bits = littleEndian(bytes, 21, 4)
    return webp((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, bytes, 25)
  }
  if (!startsWith(bytes, 12, 'VP8 ') || !startsWith(bytes, 23, '\x9d\x01\x2a')) return undefined
  return webp(littleEndian(bytes, 26, 2) & 0x3fff, littleEndian(bytes, 28, 2) & 0x3fff, bytes, 30)
}

function webp(width: number, height: number, bytes: Uint8Array, needed: number): ImageHeader | undefined {
  return bytes.length >= needed ? { format: 'webp', width, height } : undefined
}

// A negative height means that rows run from the top.
function bmpHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, 'BM') || bytes.length < 26) return undefined
  const height = littleEndian(bytes, 22, 4) | 0
  return { format: 'bmp', width: littleEndian(bytes, 18, 4), height: Math.abs(height) }
}

function startsWith(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false
  }
  return true
}

// Bytes past the end read as 0, which makes a size of 0: no picture.
function bigEndian(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0
  for (let index = 0; index < length; index++) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}

function littleEndian(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}
