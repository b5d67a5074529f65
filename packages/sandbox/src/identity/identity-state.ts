import type { World } from '../world/create-world.ts'
import type { AdAccount } from '../world/objects.ts'
import type { AccessToken } from './access-tokens.ts'
import type { AuthorizationCode } from './authorization-codes.ts'
import type { Grant } from './grant.ts'
import type { Identity } from './identity.ts'
import type { AppCallbacks, AppSubscription } from './subscriptions.ts'
import type { AppUser } from './users.ts'

/** A state cannot be imported; the message says what is wrong with it. */
export class IdentityStateError extends Error {
  override readonly name = 'IdentityStateError'
}

interface State {
  serial: number
  users: UserState[]
  /** Made by a call: id, business, name and role. */
  systemUsers: { id: string; businessId: string; name: string; role: string }[]
  tokens: TokenState[]
  /** Tokens from the start that were revoked, or made to expire. */
  changedTokens: { userId: string; isRevoked: boolean; expiresAtMs?: number }[]
  codes: AuthorizationCode[]
  subscriptions: AppSubscription[]
  accountIds: string[]
  callbacks: AppCallbacks
}

interface UserState {
  id: string
  grant?: Omit<Grant, 'permissions' | 'accounts'> & {
    permissions: [string, 'granted' | 'declined'][]
    accountIds?: string[]
  }
  ended?: NonNullable<AppUser['ended']>
}

type TokenState = Omit<AccessToken, 'user' | 'page'> & { userId: string; pageAccountId?: string }

/** {@inheritDoc Identity.exportState} */
export function exportIdentity({ users, tokens, codes, subscriptions }: Identity): unknown {
  const all = [...users.all]
  return {
    serial: tokens.serial,
    users: all.map(userState),
    systemUsers: all.filter(({ kind }) => kind === 'SYSTEM_USER').map(systemUserState),
    tokens: [...tokens.issued].map(({ user, page, ...token }) => ({
      ...token,
      userId: user.id,
      ...(page ? { pageAccountId: page.id } : {}),
    })),
    changedTokens: [...tokens.fixed].filter(isChanged).map(({ user, isRevoked, expiresAtMs }) => ({
      userId: user.id,
      isRevoked,
      ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    })),
    codes: [...codes.all],
    subscriptions: [...subscriptions.all.values()],
    accountIds: [...subscriptions.accountIds],
    callbacks: subscriptions.callbacks,
  } satisfies State
}

function isChanged({ isRevoked, expiresAtMs }: AccessToken): boolean {
  return isRevoked || expiresAtMs !== undefined
}

function userState({ id, grant, ended }: AppUser): UserState {
  if (!grant) return { id, ...(ended ? { ended } : {}) }
  const { accounts, permissions, ...rest } = grant
  const accountIds = accounts?.map((account) => account.id)
  return {
    id,
    grant: { ...rest, permissions: [...permissions], ...(accountIds ? { accountIds } : {}) },
    ...(ended ? { ended } : {}),
  }
}

function systemUserState({ id, name, role = 'EMPLOYEE', accounts: [first] }: AppUser): State['systemUsers'][number] {
  return { id, name, role, businessId: first?.business.id ?? '' }
}

/** {@inheritDoc Identity.importState} */
export function importIdentity(identity: Identity, world: World, exported: unknown): void {
  const state = readState(exported)
  const { users, tokens, codes, subscriptions } = identity
  tokens.serial = state.serial
  for (const { id, businessId, name, role } of state.systemUsers) {
    if (!users.find(id)) users.addSystemUser(businessId, name, role, id)
  }
  for (const saved of state.users) restoreUser(users.find(saved.id), saved, world)
  for (const { userId, pageAccountId, ...token } of state.tokens) {
    const user = users.find(userId)
    const page = pageAccountId === undefined ? undefined : world.account(pageAccountId)
    if (user) tokens.restore({ ...token, user, ...(page ? { page } : {}) })
  }
  for (const token of tokens.fixed) {
    const changed = state.changedTokens.find(({ userId }) => userId === token.user.id)
    if (!changed) continue
    const { isRevoked, expiresAtMs } = changed
    Object.assign(token, { isRevoked }, expiresAtMs === undefined ? {} : { expiresAtMs })
  }
  codes.restore(state.codes)
  for (const subscription of state.subscriptions) subscriptions.set(subscription)
  for (const id of state.accountIds) subscriptions.addAccount({ id })
  subscriptions.callbacks = state.callbacks
}

function restoreUser(user: AppUser | undefined, { grant, ended }: UserState, world: World): void {
  if (!user) return
  delete user.grant
  delete user.ended
  if (ended) user.ended = ended
  if (!grant) return
  const { accountIds, permissions, ...rest } = grant
  const accounts = accountIds?.map((id) => world.account(id)).filter((account): account is AdAccount => !!account)
  user.grant = { ...rest, permissions: new Map(permissions), ...(accounts ? { accounts } : {}) }
}

// A state is a file this sandbox wrote; its outline tells one from any other JSON.
function readState(exported: unknown): State {
  const state = exported as State | null
  const lists: readonly (keyof State)[] = [
    'users',
    'systemUsers',
    'tokens',
    'changedTokens',
    'codes',
    'subscriptions',
    'accountIds',
  ]
  const bad =
    typeof state !== 'object' || state === null
      ? 'an object'
      : lists.find((name) => !Array.isArray(state[name]) || !state[name].every(isRecordOrText))
  if (bad !== undefined)
    throw new IdentityStateError(`The identity state is no exported state: ${bad} is missing or wrong.`)
  if (!Number.isInteger(state?.serial)) throw new IdentityStateError('The identity state has no serial.')
  if (!isRecordOrText(state?.callbacks)) throw new IdentityStateError('The identity state has no callbacks.')
  checkTokens(state as State)
  checkAddresses(state as State)
  return state as State
}

// Every call reads them; a wrong one would only show as a mistake of the sandbox, later.
function checkTokens({ tokens, users }: State): void {
  const areTokens = tokens.every(
    ({ value, userId, serial, issuedAtMs, scopes }) =>
      typeof value === 'string' &&
      typeof userId === 'string' &&
      Number.isInteger(serial) &&
      Number.isFinite(issuedAtMs) &&
      Array.isArray(scopes),
  )
  if (!areTokens) throw new IdentityStateError('The identity state holds a token that is none.')
  const areGrants = users.every(
    ({ grant }) => !grant || (Array.isArray(grant.permissions) && grant.permissions.every(isPair)),
  )
  if (!areGrants)
    throw new IdentityStateError('The identity state holds a user whose permissions are no list of pairs.')
}

function isPair(item: unknown): boolean {
  return Array.isArray(item) && item.length === 2
}

// Deliveries go there unattended, where nobody could be told that an address is none.
function checkAddresses({ subscriptions, callbacks }: State): void {
  const addresses: unknown[] = [...subscriptions.map(({ callbackUrl }) => callbackUrl), ...Object.values(callbacks)]
  if (addresses.every((address) => typeof address === 'string' && URL.canParse(address))) return
  throw new IdentityStateError('The identity state names a callback address that is no address.')
}

function isRecordOrText(item: unknown): boolean {
  return typeof item === 'string' || (typeof item === 'object' && item !== null)
}
