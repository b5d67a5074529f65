import { expect, it } from 'vitest'
import { safeImageUrl } from './safe-image-url.ts'

it('takes web addresses', () => {
  expect(safeImageUrl('https://scontent.example/p/1.jpg')).toBe('https://scontent.example/p/1.jpg')
})

it.each([
  'javascript:alert(1)',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'blob:https://x/1',
  '//evil.example/1.png',
  ' https://x/',
  '',
  null,
])('refuses %j', (url) => {
  expect(safeImageUrl(url)).toBeUndefined()
})
