import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type GraphReply } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'
import { greyPng } from './png.testing.ts'

let sandbox: Sandbox
let account: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') })
  account = sandbox.accounts[0]?.id ?? ''
})

afterAll(() => sandbox.close())

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')

async function upload(parts: Readonly<Record<string, File>>): Promise<{ status: number; body: GraphReply['body'] }> {
  const form = new FormData()
  for (const [name, file] of Object.entries(parts)) form.append(name, file)
  const response = await fetch(`${sandbox.url}/v25.0/${account}/adimages?access_token=${sandbox.accessToken}`, {
    method: 'POST',
    body: form,
  })
  return { status: response.status, body: (await response.json()) as GraphReply['body'] }
}

function png(name: string, width: number, height: number): File {
  return new File([greyPng(width, height).slice()], name, { type: 'image/png' })
}

describe('upload', () => {
  it('answers a multipart file by its name, with its hash and real size', async () => {
    const { status, body } = await upload({ filename: png('tent.png', 640, 360) })
    const hash = md5(greyPng(640, 360))
    const { images } = body
    expect(status).toBe(200)
    expect(images).toEqual({
      'tent.png': {
        hash,
        url: `${sandbox.url}/__media/images/${hash}.png`,
        url_128: `${sandbox.url}/__media/images/${hash}.png?s=128`,
        url_256: `${sandbox.url}/__media/images/${hash}.png?s=256`,
        url_256_height: '144',
        url_256_width: '256',
        height: 360,
        width: 640,
        name: 'tent.png',
      },
    })
  })

  it('takes several files at once', async () => {
    const { body } = await upload({ a: png('a.png', 10, 20), b: png('b.png', 20, 10) })
    expect(Object.keys(body['images'] as object)).toEqual(['a.png', 'b.png'])
  })

  it('answers bytes as base64 under `bytes`', async () => {
    const bytes = Buffer.from(greyPng(32, 32)).toString('base64')
    const { body } = await ask(sandbox, `${account}/adimages`, { bytes }, { method: 'POST' })
    expect(body).toMatchObject({ images: { bytes: { hash: md5(greyPng(32, 32)), width: 32, height: 32 } } })
  })

  it('keeps one image for the same bytes', async () => {
    const bytes = Buffer.from(greyPng(33, 33)).toString('base64')
    const count = async () => {
      const { body } = await ask(sandbox, `${account}/adimages`, { summary: 'total_count', limit: '1' })
      return body.summary?.['total_count']
    }
    await ask(sandbox, `${account}/adimages`, { bytes }, { method: 'POST' })
    const before = await count()
    await ask(sandbox, `${account}/adimages`, { bytes, name: 'again' }, { method: 'POST' })
    expect(await count()).toBe(before)
  })

  it('serves what was uploaded', async () => {
    await upload({ filename: png('served.png', 50, 40) })
    const hash = md5(greyPng(50, 40))
    const response = await fetch(`${sandbox.url}/__media/images/${hash}.png`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(greyPng(50, 40))
  })

  it.each([
    ['nothing', {}, { message: '(#100) The parameter bytes is required', code: 100 }],
    [
      'text',
      { bytes: btoa('This is no picture.') },
      { message: 'Invalid parameter', error_user_title: 'Invalid Image' },
    ],
    ['a url', { url: 'https://shop.example/a.png' }, { code: 3 }],
    ['more than 8 MB', { bytes: Buffer.alloc(8_400_000).toString('base64') }, { error_user_title: 'Image Too Large' }],
  ])('refuses %s', async (_what, params, error) => {
    const reply = await ask(sandbox, `${account}/adimages`, params, { method: 'POST' })
    expect(reply.status).toBe(400)
    expect(reply.body.error).toMatchObject(error)
  })
})

describe('copy', () => {
  it('takes an image of another account that the caller sees, by its hash', async () => {
    const [source, target] = sandbox.accounts
    const bytes = Buffer.from(greyPng(64, 48)).toString('base64')
    await ask(sandbox, `${source?.id}/adimages`, { bytes }, { method: 'POST' })
    const hash = md5(greyPng(64, 48))
    const copy = { copy_from: JSON.stringify({ source_account_id: source?.id.slice(4), hash }) }
    const { body } = await ask(sandbox, `${target?.id}/adimages`, copy, { method: 'POST' })
    expect(body).toMatchObject({ images: { [hash]: { hash, width: 64, height: 48 } } })
  })

  it('refuses an account that the token may not see', async () => {
    const [first, second] = sandbox.tenants
    const foreign = sandbox.accounts.find(({ id }) => !first?.accounts.includes(id))?.id ?? ''
    const copy = { copy_from: JSON.stringify({ source_account_id: foreign.slice(4), hash: 'a'.repeat(32) }) }
    const token = first?.accessToken ?? ''
    const reply = await ask(sandbox, `${first?.accounts[0]}/adimages`, copy, { method: 'POST', token })
    expect(second).toBeDefined()
    expect(reply.body.error).toMatchObject({ code: 100, error_subcode: 33 })
  })
})

describe('library', () => {
  it('starts with the pictures of the planned creatives, whose hash is that of the served picture', async () => {
    const creatives = await ask(sandbox, `${account}/adcreatives`, { fields: 'image_hash', limit: '1' })
    const hash = String(creatives.body.data?.[0]?.['image_hash'])
    const images = await ask(sandbox, `${account}/adimages`, {
      hashes: JSON.stringify([hash]),
      fields: 'id,hash,url,width,creatives,status',
    })
    const [image] = images.body.data ?? []
    expect(images.body.data).toHaveLength(1)
    expect(image).toMatchObject({ id: `${account.slice(4)}:${hash}`, width: 1080, status: 'ACTIVE' })
    expect(image?.['creatives']).toContain(creatives.body.data?.[0]?.['id'])
    expect(md5(new Uint8Array(await (await fetch(String(image?.['url']))).arrayBuffer()))).toBe(hash)
  })

  it('narrows by name and size', async () => {
    await upload({ filename: png('Wide banner.png', 1200, 300) })
    const wanted = { name: 'wide', minwidth: '1200', fields: 'name' }
    const reply = await ask(sandbox, `${account}/adimages`, wanted)
    expect(reply.body.data?.map(({ name }) => name)).toEqual(['Wide banner.png'])
  })

  it('is read by id and emptied by hash', async () => {
    await upload({ filename: png('gone.png', 77, 55) })
    const hash = md5(greyPng(77, 55))
    const id = `${account.slice(4)}:${hash}`
    expect((await ask(sandbox, id, { fields: 'name,height' })).body).toEqual({ name: 'gone.png', height: 55, id })
    const deleted = await ask(sandbox, `${account}/adimages`, { hash, method: 'delete' }, { method: 'POST' })
    expect(deleted.body).toEqual({ success: true })
    expect((await ask(sandbox, id)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  })

  it('is what a creative with an image_hash shows', async () => {
    await upload({ filename: png('hero.png', 300, 300) })
    const hash = md5(greyPng(300, 300))
    const spec = {
      page_id: '104200000000000',
      link_data: { link: 'https://fieldnote.example/tent', message: 'Dry', image_hash: hash },
    }
    const made = await ask(
      sandbox,
      `${account}/adcreatives`,
      { name: 'Hero', object_story_spec: JSON.stringify(spec) },
      { method: 'POST' },
    )
    const creative = await ask(sandbox, String(made.body['id']), { fields: 'image_url,image_hash' })
    expect(creative.body).toMatchObject({ image_hash: hash, image_url: `${sandbox.url}/__media/images/${hash}.png` })
  })
})
