import { expect, it } from 'vitest'
import type { Caller } from './caller.ts'
import { requireAdsPermission, requireAppToken, requirePermission } from './require-permission.ts'

function callerWith(...scopes: string[]): Caller {
  return {
    kind: 'USER',
    id: '1',
    name: 'Mara',
    appId: '2',
    scopes: new Set(scopes),
    accounts: [],
    canSee: () => true,
    tier: 'standard_access',
  }
}

it('reads with either ads permission and writes with one', () => {
  expect(() => requireAdsPermission(callerWith('ads_read'), 'GET')).not.toThrow()
  expect(() => requireAdsPermission(callerWith('ads_management'), 'POST')).not.toThrow()
  expect(() => requireAdsPermission(callerWith('ads_read'), 'POST')).toThrow(
    '(#294) Managing advertisements requires an access token',
  )
  expect(() => requireAdsPermission(callerWith('email'), 'GET')).toThrow('Ad account owner has NOT grant')
})

it('refuses with 200 and HTTP 403', () => {
  expect(() => requirePermission(callerWith(), 'business_management')).toThrow(
    expect.objectContaining({
      status: 403,
      fields: { type: 'OAuthException', code: 200, kind: 'insufficient_scope' },
    }),
  )
})

it('keeps what belongs to the app from people', () => {
  expect(() => requireAppToken(callerWith('ads_management'))).toThrow('(#15)')
})
