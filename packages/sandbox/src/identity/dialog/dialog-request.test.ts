import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Identity } from '../identity.ts'
import { DialogError, readDialogRequest } from './dialog-request.ts'

const app = { appId: '118', redirectUris: [] as readonly string[] } as Identity

function read(params: Record<string, string>, identity: Identity = app) {
  const own = { client_id: '118', redirect_uri: 'http://localhost:3000/cb', ...params }
  return readDialogRequest(new Map(Object.entries(own)), identity)
}

it('asks for the basic permission whatever the app asks for', () => {
  expect(read({ scope: 'ads_read, ads_management' }).scopes).toEqual(['public_profile', 'ads_read', 'ads_management'])
  expect(read({}).scopes).toEqual(['public_profile'])
  expect(read({ config_id: '77' }).scopes).toContain('ads_management')
})

it('answers with a code unless a token is asked for', () => {
  expect([...read({}).responseTypes]).toEqual(['code'])
  expect([...read({ response_type: 'granted_scopes' }).responseTypes]).toEqual(['granted_scopes', 'code'])
  expect([...read({ response_type: 'code token' }).responseTypes]).toEqual(['code', 'token'])
  expect(() => read({ response_type: 'id_token' })).toThrow(DialogError)
})

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt://x/%0aalert(1)',
  'data:text/html,hi',
  '//evil.example/cb',
  '/cb',
  'https:evil.example',
  'https:/\\evil.example',
  'http://evil.example/cb',
  'https://localhost@evil.example/cb',
  'https://app.example/cb#fragment',
  'https://app.example/cb\r\nSet-Cookie: a=b',
  'https://app.example/\u0000',
  'https://app.example/€',
  `https://app.example/${'a'.repeat(5000)}`,
])('does not return to %j', (redirectUri) => {
  expect(() => read({ redirect_uri: redirectUri })).toThrow(/^URL blocked/)
})

it('returns to listed addresses only, letter by letter, once some are listed', () => {
  const listed = { ...app, redirectUris: ['http://app.internal:8080/cb'] }
  expect(read({ redirect_uri: 'http://app.internal:8080/cb' }, listed).redirectUri).toBe('http://app.internal:8080/cb')
  expect(() => read({ redirect_uri: 'http://app.internal:8080/cb/' }, listed)).toThrow('letter by letter')
})

it('says what is wrong with the app, the scope or the state', () => {
  expect(() => read({ client_id: '9' })).toThrow('Invalid app ID')
  expect(() => read({ client_id: '' })).toThrow('client_id is missing')
  expect(() => read({ scope: 'ads_read,ads_everything' })).toThrow('Invalid scopes: ads_everything.')
  expect(() => read({ state: 'x'.repeat(8001) })).toThrow('state is longer than 8000 characters')
})

it('either reads a request or says what is wrong, whatever comes', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('redirect_uri', 'scope', 'state', 'response_type'), fc.string()),
      (params) => {
        try {
          expect(read(params).redirectUri).toMatch(/^https?:\/\//i)
        } catch (error) {
          expect(error).toBeInstanceOf(DialogError)
        }
      },
    ),
  )
})
