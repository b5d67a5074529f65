import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readImageHeader } from './image-header.ts'
import { greyPng } from './png.testing.ts'

const text = (latin1: string) => new Uint8Array(Buffer.from(latin1, 'latin1'))

it('reads the size of a PNG', () => {
  expect(readImageHeader(greyPng(640, 360))).toEqual({ format: 'png', width: 640, height: 360 })
})

it('reads the size of a GIF', () => {
  expect(readImageHeader(text('GIF89a\x20\x03\x58\x02\xf7\0\0'))).toEqual({ format: 'gif', width: 800, height: 600 })
})

it('reads the size of a JPEG behind its other segments', () => {
  const jpeg = text(
    '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc4\0\x04\0\0\xff\xc2\0\x11\x08\x02\x58\x03\x20\x03',
  )
  expect(readImageHeader(jpeg)).toEqual({ format: 'jpeg', width: 800, height: 600 })
})

it('reads the size of the three kinds of WebP', () => {
  const riff = 'RIFF\0\0\0\0WEBP'
  const lossy = text(`${riff}VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\x58\x02`)
  const lossless = text(`${riff}VP8L\0\0\0\0\x2f\x1f\xc3\x95\0`)
  const extended = text(`${riff}VP8X\0\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0`)
  expect(readImageHeader(lossy)).toEqual({ format: 'webp', width: 800, height: 600 })
  expect(readImageHeader(lossless)).toEqual({ format: 'webp', width: 800, height: 600 })
  expect(readImageHeader(extended)).toEqual({ format: 'webp', width: 800, height: 600 })
})

it('takes text, empty files and cut headers for no pictures', () => {
  expect(readImageHeader(new Uint8Array())).toBeUndefined()
  expect(readImageHeader(text('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined()
  expect(readImageHeader(greyPng(10, 10).subarray(0, 18))).toBeUndefined()
})

const magics = [
  '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
  'GIF89a',
  '\xff\xd8\xff',
  'RIFF\0\0\0\0WEBPVP8X',
  'RIFF\0\0\0\0WEBPVP8L',
  'BM',
  '',
]

it('never throws, and never reports a picture without a size, whatever the bytes', () => {
  const check = () =>
    fc.assert(
      fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 200 }), (magic, rest) => {
        const header = readImageHeader(new Uint8Array(Buffer.concat([Buffer.from(magic, 'latin1'), rest])))
        return header === undefined || Math.min(header.width, header.height) > 0
      }),
      { numRuns: 2000 },
    )
  expect(check).not.toThrow()
})
