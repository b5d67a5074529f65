import { expect, it } from 'vitest'
import {
  dataAccessExpiresAt,
  dataAccessMs,
  lastingGrant,
  permissionStatuses,
  scopesInForce,
  type Grant,
} from './grant.ts'

const grant: Grant = {
  permissions: new Map([
    ['public_profile', 'granted'],
    ['ads_read', 'granted'],
    ['email', 'declined'],
  ]),
  grantedAtMs: 1000,
  isLasting: false,
}

it('lists what was granted and declined', () => {
  expect(scopesInForce(grant, 1000)).toEqual(['public_profile', 'ads_read'])
  expect(permissionStatuses(grant, 1000)).toContainEqual({ permission: 'email', status: 'declined' })
})

it('lapses 90 days after the consent, but for the basic permission', () => {
  expect(dataAccessExpiresAt(grant)).toBe(90 * 86_400 + 1)
  expect(scopesInForce(grant, 1000 + dataAccessMs)).toEqual(['public_profile'])
  expect(permissionStatuses(grant, 1000 + dataAccessMs)).toContainEqual({ permission: 'ads_read', status: 'expired' })
})

it('never lapses where no dialog was involved', () => {
  const lasting = lastingGrant(['ads_read'], 0)
  expect(dataAccessExpiresAt(lasting)).toBe(0)
  expect(scopesInForce(lasting, 10 * dataAccessMs)).toEqual(['ads_read'])
})
