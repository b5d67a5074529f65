import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox
let account: string
let ad: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, isClockFrozen: true, now: new Date('2026-11-23T12:00:00Z') })
  account = sandbox.accounts[0]?.id ?? ''
  ad = String((await ask(sandbox, `${account}/ads`, { limit: '1' })).body.data?.[0]?.['id'])
})

afterAll(() => sandbox.close())

function addressIn(body: unknown): string {
  return (/src="([^"]+)"/.exec(String(body))?.[1] ?? '').replaceAll('&amp;', '&')
}

async function previewOf(ad_format: string): Promise<unknown> {
  return (await ask(sandbox, `${ad}/previews`, { ad_format })).body.data?.[0]?.['body']
}

describe('iframe', () => {
  it("has exactly Meta's form, with a source on this sandbox", async () => {
    expect(await previewOf('RIGHT_COLUMN_STANDARD')).toMatch(
      /^<iframe src="http:\/\/127\.0\.0\.1:\d+\/ads\/api\/preview_iframe\.php\?d=AQ[\w-]+&amp;t=AQ[\w-]+" width="274" height="213" scrolling="yes" style="border: none;"><\/iframe>$/,
    )
  })

  it('takes the asked width and height', async () => {
    const params = { ad_format: 'MOBILE_FEED_STANDARD', width: '400', height: '700' }
    const reply = await ask(sandbox, `${ad}/previews`, params)
    expect(reply.body.data?.[0]?.['body']).toContain(' width="400" height="700" ')
  })

  it('needs a format, and one of the list', async () => {
    const none = await ask(sandbox, `${ad}/previews`)
    expect(none.body.error).toMatchObject({ code: 100, message: '(#100) The parameter ad_format is required' })
    const wrong = await ask(sandbox, `${ad}/previews`, { ad_format: 'BILLBOARD' })
    expect(String(wrong.body.error?.['message'])).toMatch(
      /^\(#100\) Param ad_format must be one of \{AUDIENCE_NETWORK_INSTREAM_VIDEO, .+\} - got "BILLBOARD"\.$/,
    )
  })
})

describe('page', () => {
  it('shows the ad: who, what, where to', async () => {
    const creative = await ask(sandbox, `${ad}/adcreatives`, { fields: 'body,title' })
    const page = await (await fetch(addressIn(await previewOf('DESKTOP_FEED_STANDARD')))).text()
    expect(page).toContain(String(creative.body.data?.[0]?.['body']))
    expect(page).toContain(String(creative.body.data?.[0]?.['title']))
    expect(page).toContain('Fieldnote Supply')
    expect(page).toContain('/__media/')
  })

  it('may be framed by anyone and loads nothing foreign', async () => {
    const response = await fetch(addressIn(await previewOf('MOBILE_FEED_STANDARD')))
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; img-src 'self'; .*frame-ancestors \*$/,
    )
    expect(response.headers.get('x-frame-options')).toBeNull()
  })

  it('is refused when the link was changed', async () => {
    const address = new URL(addressIn(await previewOf('MOBILE_FEED_STANDARD')))
    address.searchParams.set('d', `${address.searchParams.get('d')}A`)
    expect((await fetch(address)).status).toBe(404)
  })
})

describe('generatepreviews', () => {
  it('shows a creative that does not exist yet, its texts as texts', async () => {
    const link_data = { link: 'https://shop.example/x', message: '<img src=x onerror=alert(1)>', name: 'New' }
    const creative = JSON.stringify({ object_story_spec: { page_id: '104200000000000', link_data } })
    const reply = await ask(sandbox, `${account}/generatepreviews`, { creative, ad_format: 'INSTAGRAM_STORY' })
    const page = await (await fetch(addressIn(reply.body.data?.[0]?.['body']))).text()
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('<img src=x')
  })

  it('shows a stored one by id, and refuses what is not there or is nothing', async () => {
    const id = String((await ask(sandbox, `${account}/adcreatives`, { limit: '1' })).body.data?.[0]?.['id'])
    const preview = (creative: unknown) =>
      ask(sandbox, `${account}/generatepreviews`, {
        creative: JSON.stringify(creative),
        ad_format: 'MOBILE_FEED_STANDARD',
      })
    expect((await preview({ creative_id: id })).status).toBe(200)
    expect((await preview({ creative_id: '1' })).body.error).toMatchObject({ code: 100, error_subcode: 33 })
    expect((await preview({})).body.error).toMatchObject({ code: 2606 })
  })
})

it('lasts for a day of the sandbox clock', async () => {
  const address = addressIn(await previewOf('MOBILE_FEED_STANDARD'))
  sandbox.control.clock.advance(23 * 3_600_000)
  expect((await fetch(address)).status).toBe(200)
  sandbox.control.clock.advance(2 * 3_600_000)
  expect((await fetch(address)).status).toBe(410)
})
