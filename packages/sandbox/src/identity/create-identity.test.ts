import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorld, type World } from '../world/create-world.ts'
import { appSecretProof } from './app-secret-proof.ts'
import { createIdentity, type IdentityOptions } from './create-identity.ts'
import type { Identity } from './identity.ts'
import { consent, dropPermission, removeApp } from './user-actions.ts'
import type { AppUser } from './users.ts'

const now = new Date('2026-11-23T12:00:00Z')

function aWorld(accounts = 4): World {
  return createWorld({ seed: 7, accounts, ads: 20, start: now })
}

function anIdentity(options: Partial<IdentityOptions> = {}): Identity {
  return createIdentity({ world: aWorld(), seed: 7, now, ...options })
}

function tokenOf(identity: Identity, user: AppUser, lifetimeMs?: number): string {
  const grant = consent(user, { asked: ['ads_read', 'email'], granted: new Set(['ads_read']), now })
  const scopes = [...grant.permissions.keys()]
  const expiry = lifetimeMs === undefined ? {} : { expiresAtMs: now.getTime() + lifetimeMs }
  return identity.tokens.issue({ kind: 'USER', user, scopes, issuedAtMs: now.getTime(), isLongLived: true, ...expiry })
    .value
}

function call(identity: Identity, token: string | undefined, at: Date = now, proof?: string) {
  return identity.authenticate({ token, proof, isAboutMe: false, now: at })
}

function firstPerson({ users }: Identity): AppUser {
  const [person] = users.people
  if (!person) throw new Error('There is nobody.')
  return person
}

describe('tokens from the start', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(anIdentity().accessToken).toBe(anIdentity().accessToken)
    expect(anIdentity({ seed: 8 }).accessToken).not.toBe(anIdentity().accessToken)
  })

  it('let the developer see everything and a tenant its own', () => {
    const world = aWorld()
    const identity = anIdentity({ world })
    const [first, second] = world.tenants
    const system = call(identity, identity.tokenOfTenant(first?.id ?? ''))

    expect(call(identity, identity.accessToken).accounts).toHaveLength(4)
    expect(system.kind).toBe('SYSTEM_USER')
    expect(system.accounts).toEqual(first?.accounts)
    expect(second?.accounts.some((account) => system.canSee(account))).toBe(false)
    expect(identity.tokenOfTenant('nobody')).toBeUndefined()
  })

  it('never expire', () => {
    const identity = anIdentity()
    expect(call(identity, identity.accessToken, new Date('2126-01-01')).scopes).toContain('ads_management')
  })
})

describe('refusals', () => {
  it('differ with what a call without a token is about', () => {
    const identity = anIdentity()
    expect(() => identity.authenticate({ token: '', proof: undefined, isAboutMe: true, now })).toThrow(
      'An active access token must be used to query information about the current user.',
    )
    expect(() => call(identity, undefined)).toThrow('An access token is required to request this resource.')
  })

  it('tell unreadable from malformed tokens, and wrong app tokens from both', () => {
    const identity = anIdentity()
    expect(() => call(identity, 'EAAwrong')).toThrow('Invalid OAuth access token - Cannot parse access token')
    expect(() => call(identity, 'EAA wrong"')).toThrow('Malformed access token')
    expect(() => call(identity, `${identity.appId}|wrong`)).toThrow('Invalid OAuth access token.')
  })

  it('say when a session expired, on the clock of the sandbox', () => {
    const identity = anIdentity()
    const token = tokenOf(identity, firstPerson(identity), 3_600_000)

    expect(call(identity, token, new Date('2026-11-23T12:59:59Z')).kind).toBe('USER')
    expect(() => call(identity, token, new Date('2026-11-24T01:02:03Z'))).toThrow(
      expect.objectContaining({
        message:
          'Error validating access token: Session has expired on Monday, 23-Nov-26 05:00:00 PST. The current time is Monday, 23-Nov-26 17:02:03 PST.',
        fields: { type: 'OAuthException', code: 190, subcode: 463 },
      }),
    )
  })

  it.each([
    ['password_changed', 460],
    ['logged_out', 467],
  ] as const)('after %s are 190/%i, until the next login', (reason, subcode) => {
    const identity = anIdentity()
    const person = firstPerson(identity)
    const old = tokenOf(identity, person)
    identity.tokens.endAll(person, reason)

    expect(() => call(identity, old)).toThrow(expect.objectContaining({ fields: expect.objectContaining({ subcode }) }))
    expect(call(identity, tokenOf(identity, person)).id).toBe(person.id)
  })

  it('after the app was removed are 190/458, also for the old token after a new consent', () => {
    const identity = anIdentity()
    const person = firstPerson(identity)
    const old = tokenOf(identity, person)
    removeApp({ identity, webhooks: silent }, person)

    expect(() => call(identity, old)).toThrow(`The user has not authorized application ${identity.appId}.`)
    expect(call(identity, tokenOf(identity, person)).id).toBe(person.id)
    expect(() => call(identity, old)).toThrow('has not authorized')
  })

  it('take a proof where the app requires one', () => {
    const identity = anIdentity({ requireAppSecretProof: true })
    const { accessToken, appSecret } = identity

    expect(() => call(identity, accessToken)).toThrow('API calls from the server require an appsecret_proof argument')
    expect(() => call(identity, accessToken, now, '00')).toThrow('Invalid appsecret_proof')
    expect(call(identity, accessToken, now, appSecretProof(accessToken, appSecret)).kind).toBe('USER')
  })
})

const silent = { deauthorized: () => undefined } as never

describe('scopes', () => {
  it('are those granted, shrink with a dropped permission, and lapse after 90 days', () => {
    const identity = anIdentity()
    const person = firstPerson(identity)
    const token = tokenOf(identity, person)

    expect([...call(identity, token).scopes]).toEqual(['public_profile', 'ads_read'])
    expect([...call(identity, token, new Date('2027-02-21T12:00:00Z')).scopes]).toEqual(['public_profile'])
    dropPermission(person, 'ads_read')
    expect([...call(identity, token).scopes]).toEqual(['public_profile'])
  })

  it('go with the accounts a person chose', () => {
    const identity = anIdentity()
    const person = firstPerson(identity)
    const token = tokenOf(identity, person)
    const [first, second] = person.accounts
    if (!first || !second) throw new Error('Too few accounts.')

    expect(call(identity, token).canSee(second)).toBe(true)
    consent(person, { asked: [], granted: new Set(), accounts: [first], now })
    expect(call(identity, token).accounts).toEqual([first])
    expect(call(identity, token).canSee(second)).toBe(false)
  })
})

describe('page tokens', () => {
  it('see the account of their page alone, and outlive the session only of a long-lived user token', () => {
    const identity = anIdentity()
    const person = firstPerson(identity)
    const [account, other] = person.accounts
    const owner = identity.tokens.find(tokenOf(identity, person, 3_600_000))
    if (!account || !other || !owner) throw new Error('Too few accounts.')
    const long = identity.tokens.ofPage(account, owner, now)
    const short = identity.tokens.ofPage(other, { ...owner, serial: owner.serial, isLongLived: false }, now)

    expect(identity.tokens.ofPage(account, owner, now)).toBe(long)
    expect(call(identity, long.value)).toMatchObject({ kind: 'PAGE', accounts: [account] })
    expect(long.expiresAtMs).toBeUndefined()
    expect(short.expiresAtMs).toBe(owner.expiresAtMs)
  })
})

it('knows the app by its literal token, which is nobody', () => {
  const identity = anIdentity()
  const token = `${identity.appId}|${identity.appSecret}`

  expect(call(identity, token)).toMatchObject({ kind: 'APP', id: identity.appId, accounts: [] })
  expect(() => identity.authenticate({ token, proof: undefined, isAboutMe: true, now })).toThrow(
    'An active access token',
  )
})

it('never repeats a token in a refusal', () => {
  const identity = anIdentity()
  fc.assert(
    fc.property(fc.string({ minLength: 6 }), fc.constantFrom('', 'EAA', `${identity.appId}|`), (text, prefix) => {
      const token = `${prefix}${text}`
      try {
        call(identity, token)
      } catch (error) {
        expect((error as Error).message).not.toContain(token)
      }
    }),
  )
})

it('answers thousands of calls a second with thousands of accounts', () => {
  const world = aWorld(5000)
  const begun = performance.now()
  const identity = createIdentity({ world, seed: 7, now })
  const last = world.accounts.at(-1)
  if (!last) throw new Error('There are no accounts.')
  for (let index = 0; index < 20_000; index++) expect(call(identity, identity.accessToken).canSee(last)).toBe(true)

  expect(performance.now() - begun).toBeLessThan(2000)
})
