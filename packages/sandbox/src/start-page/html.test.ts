import { expect, it } from 'vitest'
import { html } from './html.ts'

it('escapes every inserted text, in elements and attributes', () => {
  expect(html`<a title="${`"><script>'&`}">${'<b>'}</a>`.source).toBe(
    '<a title="&quot;&gt;&lt;script&gt;&#39;&amp;">&lt;b&gt;</a>',
  )
})

it('takes in markup, lists and numbers, and leaves out what is not there', () => {
  const items = [1, 2].map((value) => html`<b>${value}</b>`)
  expect(html`<i>${items}${false}${undefined}</i>`.source).toBe('<i><b>1</b><b>2</b></i>')
})
