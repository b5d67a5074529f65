import type { AdRow } from '@adpane/contract'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ObjectTile } from './object-tile.tsx'

const markup = (thumbnailUrl: string) => {
  const row: Partial<AdRow> = { id: '1', creativeId: '2', thumbnailUrl }
  return renderToStaticMarkup(createElement(ObjectTile, { row: row as AdRow }))
}

it('fetches a thumbnail late and without telling where from', () => {
  const html = markup('https://pictures.example/1.jpg?a=1&b=2')
  expect(html).toContain('src="https://pictures.example/1.jpg?a=1&amp;b=2"')
  expect(html).toContain('loading="lazy"')
  expect(html).toContain('referrerPolicy="no-referrer"')
})

it('draws a glyph in place of anything but a web address', () => {
  expect(markup('javascript:alert(1)')).not.toContain('<img')
  expect(markup('javascript:alert(1)')).toContain('<svg')
})
