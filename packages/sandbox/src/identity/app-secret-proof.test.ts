import { expect, it } from 'vitest'
import { appSecretProof, checkProof } from './app-secret-proof.ts'

const token = 'SANDBOX-TOKEN-1'
const secret = 'sandbox-app-secret'
const proof = '1f11deb2cae4e659d35babddc27d8edd54403322cab1e1086a849eda612b0259'

it('is the HMAC of the token under the app secret', () => {
  expect(appSecretProof(token, secret)).toBe(proof)
})

it('accepts a right proof, and none where none is required', () => {
  expect(() => checkProof(token, secret, proof, true)).not.toThrow()
  expect(() => checkProof(token, secret, undefined, false)).not.toThrow()
})

it('refuses a wrong proof even where none is required', () => {
  for (const wrong of [proof.toUpperCase(), proof.slice(1), 'x', '0'.repeat(64)]) {
    expect(() => checkProof(token, secret, wrong, false)).toThrow(
      'Invalid appsecret_proof provided in the API argument',
    )
  }
})

it('refuses no proof where one is required', () => {
  expect(() => checkProof(token, secret, '', true)).toThrow(
    'API calls from the server require an appsecret_proof argument',
  )
})
