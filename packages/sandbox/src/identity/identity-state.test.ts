import { expect, it } from 'vitest'
import { createWorld } from '../world/create-world.ts'
import { createIdentity } from './create-identity.ts'
import type { Identity } from './identity.ts'
import { IdentityStateError } from './identity-state.ts'
import { consent } from './user-actions.ts'
import type { AppUser } from './users.ts'

const now = new Date('2026-11-23T12:00:00Z')
const world = createWorld({ seed: 7, accounts: 4, ads: 10, start: now })

function anIdentity(): Identity {
  return createIdentity({ world, seed: 7, now })
}

function copied(identity: Identity): Identity {
  const other = anIdentity()
  other.importState(JSON.parse(JSON.stringify(identity.exportState())))
  return other
}

function firstPerson({ users }: Identity): AppUser {
  const [person] = users.people
  if (!person) throw new Error('There is nobody.')
  return person
}

function read(identity: Identity, token: string) {
  return identity.authenticate({ token, proof: undefined, isAboutMe: false, now })
}

it('takes along consents, tokens and codes', () => {
  const identity = anIdentity()
  const person = firstPerson(identity)
  const [account] = person.accounts
  consent(person, { asked: ['ads_read'], granted: new Set(['ads_read']), accounts: account ? [account] : [], now })
  const draft = { user: person, scopes: ['ads_read'], issuedAtMs: now.getTime(), isLongLived: true }
  const { value } = identity.tokens.issue({ kind: 'USER', ...draft })
  const code = identity.codes.issue({ userId: person.id, redirectUri: 'x', scopes: [], issuedAtMs: now.getTime() })
  const other = copied(identity)

  expect(read(other, value)).toMatchObject({ id: person.id, accounts: [account] })
  expect(other.codes.redeem(code.value, 'x', now.getTime()).userId).toBe(person.id)
  expect(copied(other).exportState()).toEqual(other.exportState())
})

it('goes on with tokens nobody had before', () => {
  const identity = anIdentity()
  const issue = (of: Identity) =>
    of.tokens.issue({
      kind: 'USER',
      user: of.users.developer,
      scopes: [],
      issuedAtMs: now.getTime(),
      isLongLived: true,
    }).value
  const first = issue(identity)
  expect(issue(copied(identity))).not.toBe(first)
})

it('takes along what became of the tokens from the start', () => {
  const identity = anIdentity()
  const tenantToken = identity.tokenOfTenant(world.tenants[0]?.id ?? '') ?? ''
  const token = identity.tokens.find(tenantToken)
  if (token) token.isRevoked = true
  identity.tokens.endAll(identity.users.developer, 'password_changed')
  const other = copied(identity)

  expect(() => read(other, tenantToken)).toThrow('the user logged out')
  expect(() => read(other, other.accessToken)).toThrow('changed their password')
})

it('takes along system users, subscriptions and addresses', () => {
  const identity = anIdentity()
  const business = world.accounts[0]?.business.id ?? ''
  const made = identity.users.addSystemUser(business, 'Reports', 'EMPLOYEE')
  const subscription = {
    object: 'ad_account',
    callbackUrl: 'http://localhost/',
    fields: ['a'],
    includesValues: true,
    version: 'v25.0',
  }
  identity.subscriptions.set(subscription)
  identity.subscriptions.addAccount({ id: 'act_1' })
  identity.subscriptions.callbacks.deauthorizeUrl = 'http://localhost/'
  const other = copied(identity)

  expect(other.users.find(made?.id ?? '')?.name).toBe('Reports')
  expect(other.subscriptions.all.get('ad_account')).toEqual(subscription)
  expect([...other.subscriptions.accountIds]).toEqual(['act_1'])
  expect(other.subscriptions.callbacks).toEqual({ deauthorizeUrl: 'http://localhost/' })
})

it('refuses a state whose callbacks lead nowhere', () => {
  const state = { ...(anIdentity().exportState() as object), callbacks: { deauthorizeUrl: 'nowhere' } }
  expect(() => anIdentity().importState(state)).toThrow('a callback address that is no address')
})

it.each([null, 7, 'x', {}, [], { serial: 1, users: 'x' }])('refuses %j and stays as it was', (state) => {
  const identity = anIdentity()
  const before = identity.exportState()
  expect(() => identity.importState(state)).toThrow(IdentityStateError)
  expect(identity.exportState()).toEqual(before)
})
