import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { truncateMiddle } from './truncate-middle.ts'

const withinCharacters = (limit: number) => (text: string) => Array.from(text).length <= limit

describe('truncateMiddle', () => {
  it('leaves a name alone that fits', () => {
    expect(truncateMiddle('US | Retargeting', withinCharacters(16))).toBe('US | Retargeting')
  })

  it('keeps the beginning and the last 30 %', () => {
    expect(truncateMiddle('US | Prospecting | Advantage+ | 25–54 | Nov 2026', withinCharacters(30))).toBe(
      'US | Prospectin…–54 | Nov 2026',
    )
  })

  it('does not leave a space beside the ellipsis', () => {
    expect(truncateMiddle('Summer sale for everyone in town', withinCharacters(17))).toBe('Summer…ne in town')
  })

  it('never cuts inside a family emoji', () => {
    const cut = truncateMiddle('Ads 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 sale', withinCharacters(14))
    expect(cut.replaceAll('👩‍👩‍👧‍👦', '')).toBe('Ads…sale')
  })

  it('keeps an ellipsis and the end where nothing fits', () => {
    expect(truncateMiddle('Retargeting', () => false)).toBe('…ing')
  })

  it('always yields a text that fits when its shortest form does, with the end of the name in place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
        fc.integer({ min: 1, max: 60 }),
        (name, limit) => {
          const fits = (text: string) => text.length <= limit
          const shown = truncateMiddle(name, fits)
          const shortest = truncateMiddle(name, () => false)
          expect(fits(shown) || shown === name || shown === shortest).toBe(true)
          if (shown !== name) {
            const [head = '', ...rest] = shown.split('…')
            expect(name.startsWith(head) && name.endsWith(rest.at(-1) ?? '')).toBe(true)
          }
        },
      ),
    )
  })

  it('shows no less when there is more room', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (name, limit) => {
        const narrow = truncateMiddle(name, (text) => text.length <= limit)
        const wide = truncateMiddle(name, (text) => text.length <= limit + 1)
        expect(wide.length).toBeGreaterThanOrEqual(Math.min(narrow.length, name.length))
      }),
    )
  })
})
