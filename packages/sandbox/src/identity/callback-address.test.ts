import fc from 'fast-check'
import { expect, it } from 'vitest'
import { callbackAddress } from './callback-address.ts'

it.each(['http://127.0.0.1:3000/hook', 'http://localhost/hook?a=1', 'https://[::1]:8443/', 'http://127.1/'])(
  'calls %s, which is this machine',
  (address) => {
    expect(callbackAddress(address)).toBeInstanceOf(URL)
  },
)

it.each([
  'https://example.com/hook',
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.1/',
  'http://0.0.0.0/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
  'http://[::ffff:127.0.0.1]/',
  'http://2130706434.example/',
])('never calls %s', (address) => {
  expect(() => callbackAddress(address)).toThrow('calls this machine only')
})

it.each([
  '',
  'nope',
  '/hook',
  '//evil.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://me:pw@localhost/',
])('says that %j is no address', (address) => {
  expect(() => callbackAddress(address)).toThrow('(#100) callback_url URL is not properly formatted')
})

it('lets no text through that leads elsewhere', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
      // Generated hosts are domains, none of them this machine.
      expect(() => callbackAddress(address)).toThrow('#2200')
    }),
  )
})
