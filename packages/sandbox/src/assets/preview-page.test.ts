import { expect, it } from 'vitest'
import { enumValues } from '../schema/graph-schema.ts'
import { previewFormat } from './preview-format.ts'
import { previewPage, previewPolicy } from './preview-page.ts'
import type { PreviewContent } from './preview-content.ts'

const content: PreviewContent = {
  advertiser: '<b>Evil & Co</b>',
  message: '"><script>alert(1)</script>',
  title: "O'Reilly",
  description: '',
  domain: 'shop.example',
  callToAction: 'Shop now',
  pictures: ['/__media/tent-5-1080.svg'],
  cardTitles: [],
  isVideo: false,
}

it('shows texts as texts, whatever is in them', () => {
  const page = previewPage({ content, kind: 'feed' })
  expect(page).not.toContain('<script')
  expect(page).not.toContain('<b>Evil')
  expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain('Shop now')
  expect(page).toContain('src="/__media/tent-5-1080.svg"')
})

it('says that a picture is elsewhere instead of leaving a hole', () => {
  expect(previewPage({ content: { ...content, pictures: [] }, kind: 'feed' })).toContain('not on this sandbox')
})

it('allows no script, no foreign picture and any frame around it', () => {
  expect(previewPolicy).toContain("default-src 'none'")
  expect(previewPolicy).toContain("img-src 'self'")
  expect(previewPolicy).toContain('frame-ancestors *')
  expect(previewPolicy).not.toContain('unsafe-inline')
})

it('has a frame for every format that Meta names', () => {
  for (const format of enumValues('AdPreview.ad_format')) {
    const { width, height } = previewFormat(format)
    expect(width).toBeGreaterThanOrEqual(200)
    expect(height).toBeGreaterThanOrEqual(50)
  }
  expect(previewFormat('RIGHT_COLUMN_STANDARD')).toEqual({ kind: 'column', width: 274, height: 213 })
  expect(previewFormat('INSTAGRAM_STORY').kind).toBe('tall')
  expect(previewFormat('INSTAGRAM_STANDARD').kind).toBe('instagram')
})
