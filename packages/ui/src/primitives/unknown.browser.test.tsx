import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { renderWithFakeBff } from '../testing/render-with-fake-bff.tsx'
import { Unknown } from './unknown.tsx'

const reason = 'Meta counts each person once.'
const dash = () => page.getByRole('button', { name: `unknown: ${reason}` })
const tooltip = () => page.getByRole('tooltip')

it('says why on hover, and lets a pointer rest on the words', async () => {
  await renderWithFakeBff(<Unknown reason={reason} />)
  await dash().hover()
  await expect.element(tooltip()).toMatchTextContent(reason)
  await tooltip().hover()
  await expect.element(tooltip()).toBeVisible()
  await userEvent.unhover(tooltip())
  await expect.element(tooltip()).not.toBeInTheDocument()
})

it('says why on focus, until Escape or the next stop', async () => {
  await renderWithFakeBff(
    <>
      <Unknown reason={reason} />
      <button type="button">Next</button>
    </>,
  )
  await userEvent.tab()
  await expect.element(dash()).toHaveFocus()
  await expect.element(tooltip()).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(tooltip()).not.toBeInTheDocument()
  await expect.element(dash()).toHaveFocus()
})

it('says why by a tap, until a tap elsewhere', async () => {
  await renderWithFakeBff(
    <>
      <Unknown reason={reason} />
      <p style={{ marginTop: 80 }}>Elsewhere</p>
    </>,
  )
  const element = dash().element() as HTMLElement
  element.click()
  await expect.element(tooltip()).toBeVisible()
  await page.getByText('Elsewhere').click()
  await expect.element(tooltip()).not.toBeInTheDocument()
})

it('holds the place of a number that is on its way, without a stop for the keyboard', async () => {
  await renderWithFakeBff(<Unknown reason="Still on its way from Meta." isPending />)
  await expect.element(page.getByText('Still on its way from Meta.')).toBeInTheDocument()
  expect(document.querySelector('.ap button')).toBeNull()
})
