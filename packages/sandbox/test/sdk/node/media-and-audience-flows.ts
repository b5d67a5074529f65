import {
  CustomAudience,
  CustomData,
  EventRequest,
  FacebookAdsApi,
  ServerEvent,
  UserData,
} from 'facebook-nodejs-business-sdk'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { targeting, type Meta } from './meta.ts'
import { refusalOf } from './refusal.ts'
import { dataOf, rowsOf } from './rows.ts'

// One red pixel.
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

/** Images, previews, audiences, pixels, targeting search, estimates. */
export function mediaAndAudienceFlows(meta: () => Meta): void {
  it('uploads an image as text and finds it by its hash', async () => {
    const uploaded = await meta().accountObject.createAdImage([], { bytes: png })
    const { hash, url } = (dataOf(uploaded) as { images: { bytes: { hash: string; url: string } } }).images.bytes
    expect(url).toMatch(/^http/)
    const [image] = await meta().accountObject.getAdImages(['hash', 'width', 'height'], { hashes: [hash] })
    expect(image).toMatchObject({ hash, width: 1, height: 1 })
    expect(await meta().accountObject.deleteAdImages({ hash })).toEqual({ success: true })
  })

  it('refuses the upload of a file, since the SDK sends no body at all', async () => {
    const api = FacebookAdsApi.getDefaultApi()
    const refused = await refusalOf(api.call('POST', [meta().account, 'adimages'], {}, { 'a.png': '/tmp/a.png' }))
    expect(refused).toMatchObject({ status: 400, response: { code: 100 } })
  })

  it('shows a creative in several formats', async () => {
    const creative = await meta().creative()
    for (const format of ['DESKTOP_FEED_STANDARD', 'INSTAGRAM_STANDARD']) {
      const [preview] = await creative.getPreviews(['body'], { ad_format: format })
      expect(preview?.['body']).toMatch(/^<iframe src="http/)
    }
  })

  it('fills a custom audience with hashed addresses and takes some out again', async () => {
    const audience = await customAudience(meta())
    const data = ['ada@example.com', 'alan@example.com'].map(sha256)
    const added = await new CustomAudience(audience.id).createUser([], { payload: { schema: 'EMAIL_SHA256', data } })
    expect(dataOf(added)).toMatchObject({ audience_id: audience.id, num_received: 2, num_invalid_entries: 0 })
    const payload = { schema: 'EMAIL_SHA256', data: data.slice(0, 1) }
    expect(await new CustomAudience(audience.id).deleteUsers({ payload })).toMatchObject({ num_received: 1 })
  })

  it('makes a lookalike of an audience', async () => {
    const origin = await customAudience(meta())
    const data = Array.from({ length: 200 }, (_, index) => sha256(`p${index}@example.com`))
    await new CustomAudience(origin.id).createUser([], { payload: { schema: 'EMAIL_SHA256', data } })
    const twin = await meta().accountObject.createCustomAudience([], {
      name: meta().nameFor('lookalike'),
      subtype: 'LOOKALIKE',
      origin_audience_id: origin.id,
      lookalike_spec: { type: 'similarity', country: 'US', ratio: 0.01 },
    })
    expect(await new CustomAudience(twin.id).get(['subtype'])).toMatchObject({ subtype: 'LOOKALIKE' })
  })

  it('lists saved audiences and pixels', async () => {
    const audiences = await rowsOf(meta().accountObject.getSavedAudiences(['id', 'name', 'targeting']))
    expect(audiences.length).toBeGreaterThan(0)
    const [pixel] = await meta().accountObject.getAdsPixels(['id', 'code'])
    expect(pixel?.['code']).toContain('fbq(')
  })

  it('searches targeting and estimates delivery', async () => {
    const found = await rowsOf(meta().accountObject.getTargetingSearch(['id', 'name'], { q: 'base' }))
    expect(found.length).toBeGreaterThan(0)
    const params = { targeting_spec: targeting, optimization_goal: 'REACH' }
    const [estimate] = await meta().accountObject.getDeliveryEstimate([], params)
    expect(estimate).toMatchObject({ estimate_ready: true })
  })

  it('takes conversion events from the classes made for them', async () => {
    const [pixel] = await meta().accountObject.getAdsPixels(['id'])
    const event = new ServerEvent()
      .setEventName('Purchase')
      .setEventTime(Date.parse('2026-11-23T11:00:00Z') / 1000)
      .setActionSource('website')
      .setEventSourceUrl('https://example.com/thanks')
      .setUserData(new UserData().setEmail('ada@example.com'))
      .setCustomData(new CustomData().setCurrency('usd').setValue(12.5))
    const reply = await new EventRequest(meta().accessToken, pixel?.['id'] as string, [event]).execute()
    expect(reply.events_received).toBe(1)
    expect(reply.fbtrace_id).toMatch(/^\w+$/)
  })

  it('estimates reach in an object, over which the SDK stumbles as it does on Meta', async () => {
    const estimate = meta().accountObject.getReachEstimate([], { targeting_spec: targeting })
    await expect(Promise.resolve(estimate)).rejects.toThrow('response.data.map is not a function')
    const reply: { data: unknown } = await FacebookAdsApi.getDefaultApi().call(
      'GET',
      [meta().account, 'reachestimate'],
      { targeting_spec: targeting },
    )
    expect(reply.data).toMatchObject({ estimate_ready: true })
  })
}

function customAudience(meta: Meta): Promise<CustomAudience> {
  return meta.accountObject.createCustomAudience([], {
    name: meta.nameFor('audience'),
    subtype: 'CUSTOM',
    customer_file_source: 'USER_PROVIDED_ONLY',
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
