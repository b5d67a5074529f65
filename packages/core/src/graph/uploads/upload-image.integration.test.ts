import { open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { startSandbox, type Sandbox } from '@adpane/sandbox'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { InvalidRequestError } from '../../errors/invalid-request-error.ts'
import { MetaRejectedError } from '../../errors/meta-rejected-error.ts'
import { aGraphClient, aGraphServer, failureOf } from '../a-graph-server.ts'
import { createGraphClient } from '../graph-client.ts'
import type { TenantApi } from '../tenant-api.ts'
import { maxImageBytes } from './upload-image.ts'

let sandbox: Sandbox
let api: TenantApi
let accountId: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, ads: 5, isProofRequired: true })
  api = anApi()
  accountId = sandbox.accounts[0]?.id ?? ''
})

afterAll(async () => sandbox.close())

function anApi(options: { fetch?: typeof fetch; tokenPlacement?: 'query' } = {}): TenantApi {
  const { appId, appSecret, url, accessToken } = sandbox
  return createGraphClient({ appId, appSecret, baseUrl: url, ...options }).withToken(accessToken)
}

it('uploads bytes, and gets the hash that creatives name the picture by', async () => {
  const image = await api.uploadImage(accountId, { fileName: 'tent.png', bytes: aPng(8, 4, 10) })
  expect(image).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'tent.png', width: 8, height: 4 })
  const shown = await fetch(image.url ?? '')
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(aPng(8, 4, 10))
})

it.each([
  ['its size known', true],
  ['its size unknown', false],
])('uploads a stream with %s: the same picture as its bytes', async (_, isSizeKnown) => {
  const bytes = aPng(640, 480, 20)
  const size = isSizeKnown ? { sizeBytes: bytes.byteLength } : {}
  const streamed = await api.uploadImage(accountId, { fileName: 'lamp.png', stream: pieces(bytes, 700), ...size })
  const atOnce = await api.uploadImage(accountId, { fileName: 'lamp.png', bytes })
  expect(streamed.hash).toBe(atOnce.hash)
})

it('uploads a file straight from disk', async () => {
  const path = join(tmpdir(), `adpane-upload-${process.pid}.png`)
  onTestFinished(() => rm(path))
  await writeFile(path, aPng(64, 64, 30))
  const file = await open(path)
  const { size: sizeBytes } = await file.stat()
  const image = await api.uploadImage(accountId, { fileName: 'disk.png', stream: file.createReadStream(), sizeBytes })
  expect(image).toMatchObject({ width: 64, height: 64 })
})

it.each(['zelt "neu".png', 'לילה 🏕️.png', 'a\r\nb.png', '&%+=#.png'])('takes %j for a name', async (fileName) => {
  const image = await api.uploadImage(accountId, { fileName, bytes: aPng(2, 2, 40) })
  expect(image.hash).toMatch(/^[0-9a-f]{32}$/)
})

it.each([{ fetch: globalThis.fetch }, { tokenPlacement: 'query' as const }])('works with %o', async (options) => {
  const bytes = aPng(6, 6, 50)
  expect(await anApi(options).uploadImage(accountId, { fileName: 'a.png', bytes })).toMatchObject({ width: 6 })
  const stream = pieces(bytes, 10)
  expect(await anApi(options).uploadImage(accountId, { fileName: 'a.png', stream })).toMatchObject({ width: 6 })
})

describe('what does not work', () => {
  it('is said by Meta where only Meta can tell', async () => {
    const bytes = new TextEncoder().encode('no picture')
    expect(await failureOf(api.uploadImage(accountId, { fileName: 'a.png', bytes }))).toBeInstanceOf(MetaRejectedError)
  })

  it.each([
    ['fileName', { fileName: ' ', bytes: new Uint8Array(1) }],
    ['bytes', { fileName: 'a.png', bytes: new Uint8Array() }],
    ['bytes', { fileName: 'a.png', bytes: new Uint8Array(maxImageBytes + 1) }],
    ['sizeBytes', { fileName: 'a.png', stream: pieces(new Uint8Array(1), 1), sizeBytes: maxImageBytes + 1 }],
    ['sizeBytes', { fileName: 'a.png', stream: pieces(new Uint8Array(9), 2), sizeBytes: 10 }],
    ['sizeBytes', { fileName: 'a.png', stream: pieces(new Uint8Array(9), 2), sizeBytes: 8 }],
    ['stream', { fileName: 'a.png', stream: pieces(new Uint8Array(), 2) }],
    ['stream', { fileName: 'a.png', stream: pieces(new Uint8Array(maxImageBytes + 1), 1_000_000) }],
  ])('names %s before a whole picture has left', async (field, image) => {
    const failure = await failureOf(api.uploadImage(accountId, image))
    expect(failure).toBeInstanceOf(InvalidRequestError)
    expect(failure).toMatchObject({ fields: [expect.objectContaining({ field })] })
  })

  it("ends with what the caller's stream failed with", async () => {
    async function* broken() {
      yield aPng(2, 2, 60)
      throw new Error('the disk is gone')
    }
    const failure = await failureOf(api.uploadImage(accountId, { fileName: 'a.png', stream: broken() }))
    expect(failure).toMatchObject({ message: 'the disk is gone' })
  })
})

it('closes the stream when the caller leaves in the middle', async () => {
  const stop = new AbortController()
  const closed = Promise.withResolvers<number>()
  async function* stream() {
    let given = 0
    try {
      for (; given < maxImageBytes; given += 65_536) {
        if (given === 1_048_576) stop.abort(new Error('left'))
        yield new Uint8Array(65_536)
      }
    } finally {
      closed.resolve(given)
    }
  }
  const image = { fileName: 'a.png', stream: stream(), sizeBytes: maxImageBytes }
  const failure = await failureOf(api.uploadImage(accountId, image, { signal: stop.signal }))
  expect(failure).toMatchObject({ message: 'left' })
  expect(await closed.promise).toBeLessThanOrEqual(1_048_576 + 65_536)
})

it('sends a stream once, even where a write could safely be sent again', async () => {
  const failure = await failureOf(
    aGraphClient('http://127.0.0.1:9')
      .withToken('T')
      .uploadImage('act_1', { fileName: 'a.png', stream: pieces(aPng(2, 2, 70), 5) }),
  )
  expect(failure).toMatchObject({ code: 'meta_unreachable', executed: 'no' })
})

it('says so when nobody knows whether the picture arrived', async () => {
  const meta = await aGraphServer(() => 'reset')
  const image = { fileName: 'a.png', bytes: aPng(2, 2, 80) }
  const failure = await failureOf(aGraphClient(meta.origin).withToken('T').uploadImage('act_1', image))
  expect(failure).toMatchObject({ code: 'outcome_unknown', cause: { code: 'meta_unreachable' } })
  expect(meta.calls).toHaveLength(1)
})

it('finds the picture under whatever key Meta names it', async () => {
  const images = { 'a file.png': { hash: 'ab'.repeat(16), url: 'https://scontent.example/a' } }
  const meta = await aGraphServer(() => ({ json: { images } }))
  const upload = aGraphClient(meta.origin)
    .withToken('T')
    .uploadImage('act_1', { fileName: 'b.png', bytes: aPng(2, 2, 1) })
  expect(await upload).toEqual(images['a file.png'])
})

async function* pieces(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.byteLength; start += size) yield bytes.subarray(start, start + size)
}

/** A real PNG of one grey. */
function aPng(width: number, height: number, grey: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, greyscale.
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, grey)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
