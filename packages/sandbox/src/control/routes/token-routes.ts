import type { AccessToken } from '../../identity/access-tokens.ts'
import { basicPermission, permissions } from '../../identity/permissions.ts'
import type { AppUser } from '../../identity/users.ts'
import { ControlError } from '../control-error.ts'
import { controlRoute, type ControlRoute } from '../control-route.ts'
import type { ControlledSandbox } from '../controlled-sandbox.ts'

const tag = 'Tokens'

const tokenSchema = {
  type: 'object',
  required: ['token', 'kind', 'user', 'name', 'scopes', 'issuedAt', 'isRevoked'],
  properties: {
    token: { type: 'string' },
    kind: { type: 'string', enum: ['USER', 'SYSTEM_USER', 'PAGE'] },
    user: { type: 'string', description: 'Id of whom it speaks for.' },
    name: { type: 'string' },
    scopes: { type: 'array', items: { type: 'string' } },
    issuedAt: { type: 'string', format: 'date-time' },
    expiresAt: { type: 'string', format: 'date-time', description: 'Absent for tokens that never expire.' },
    isRevoked: { type: 'boolean' },
  },
} as const

const namedToken = {
  type: 'object',
  required: ['token'],
  properties: { token: { type: 'string', maxLength: 500 } },
} as const

const namedUser = {
  type: 'string',
  maxLength: 60,
  description: 'Id of a user, or of a tenant for its system user.',
} as const

/** Makes tokens for tests, and ends them. */
export const tokenRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'get',
    path: '/users',
    summary: 'Show whom tokens can speak for, and whether the app is installed for them',
    tag,
    reply: {
      type: 'object',
      required: ['users'],
      properties: {
        users: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'name', 'kind', 'accounts', 'isInstalled'],
            properties: {
              id: { type: 'string' },
              name: { type: 'string' },
              kind: { type: 'string', enum: ['USER', 'SYSTEM_USER'] },
              tenant: { type: 'string' },
              accounts: { type: 'integer' },
              isInstalled: { type: 'boolean' },
            },
          },
        },
      },
    },
    run: ({ sandbox }) => ({ users: [...sandbox.state.identity.users.all].map(userJson) }),
  }),
  controlRoute({
    method: 'get',
    path: '/tokens',
    summary: 'Show the tokens issued since the start, by logins, calls and this API',
    tag,
    reply: { type: 'object', required: ['tokens'], properties: { tokens: { type: 'array', items: tokenSchema } } },
    run: ({ sandbox }) => ({ tokens: [...sandbox.state.identity.tokens.issued].map(tokenJson) }),
  }),
  controlRoute({
    method: 'post',
    path: '/tokens',
    summary: 'Issue a token without a login; installs the app for its user',
    tag,
    body: {
      type: 'object',
      required: ['user'],
      properties: {
        user: namedUser,
        scopes: {
          type: 'array',
          maxItems: 100,
          items: { type: 'string', maxLength: 100 },
          description: 'Default: all.',
        },
        expiresInMs: { type: 'integer', minimum: 1, maximum: 315_576_000_000, description: 'Default: never.' },
      },
    },
    reply: tokenSchema,
    run({ sandbox, body: { user: id, scopes = [...permissions.keys()], expiresInMs } }) {
      const user = userOf(sandbox, id)
      const unknown = scopes.findIndex((scope) => !permissions.has(scope))
      if (unknown !== -1) {
        throw new ControlError(
          'invalid_field',
          `scopes[${unknown}] is no permission the sandbox knows.`,
          `scopes[${unknown}]`,
        )
      }
      const nowMs = sandbox.state.clock.now().getTime()
      install(user, scopes, nowMs)
      const token = sandbox.state.identity.tokens.issue({
        kind: user.kind,
        user,
        scopes,
        issuedAtMs: nowMs,
        isLongLived: expiresInMs === undefined || expiresInMs > 86_400_000,
        ...(expiresInMs === undefined ? {} : { expiresAtMs: nowMs + expiresInMs }),
      })
      return tokenJson(token)
    },
  }),
  controlRoute({
    method: 'post',
    path: '/tokens/expire',
    summary: 'Let a token expire now (190/463)',
    tag,
    body: namedToken,
    reply: tokenSchema,
    run({ sandbox, body }) {
      const token = tokenOf(sandbox, body.token)
      return tokenJson(Object.assign(token, { expiresAtMs: sandbox.state.clock.now().getTime() }))
    },
  }),
  controlRoute({
    method: 'post',
    path: '/tokens/revoke',
    summary: 'Revoke a token',
    tag,
    body: namedToken,
    reply: tokenSchema,
    run: ({ sandbox, body }) => tokenJson(Object.assign(tokenOf(sandbox, body.token), { isRevoked: true })),
  }),
  controlRoute({
    method: 'post',
    path: '/tokens/end-sessions',
    summary:
      'End all tokens of a user: password changed (190/460), logged out (190/467), app removed (190/458, and the app is told)',
    tag,
    body: {
      type: 'object',
      required: ['user', 'reason'],
      properties: {
        user: namedUser,
        reason: { type: 'string', enum: ['password_changed', 'logged_out', 'app_removed'] },
      },
    },
    reply: { type: 'object', required: ['user'], properties: { user: { type: 'string' } } },
    run({ sandbox, body }) {
      const user = userOf(sandbox, body.user)
      const { identity, webhooks } = sandbox.state
      identity.tokens.endAll(user, body.reason)
      if (body.reason === 'app_removed') {
        delete user.grant
        webhooks.deauthorized(user.id)
      }
      return { user: user.id }
    },
  }),
]

function userJson({ id, name, kind, tenantId, accounts, grant }: AppUser): unknown {
  return {
    id,
    name,
    kind,
    ...(tenantId === undefined ? {} : { tenant: tenantId }),
    accounts: accounts.length,
    isInstalled: grant !== undefined,
  }
}

function tokenJson({ value, kind, user, scopes, issuedAtMs, expiresAtMs, isRevoked }: AccessToken): unknown {
  return {
    token: value,
    kind,
    user: user.id,
    name: user.name,
    scopes,
    issuedAt: new Date(issuedAtMs).toISOString(),
    ...(expiresAtMs === undefined ? {} : { expiresAt: new Date(expiresAtMs).toISOString() }),
    isRevoked,
  }
}

function userOf({ state: { identity } }: ControlledSandbox, id: string): AppUser {
  const user = identity.users.find(id) ?? identity.users.systemUserOf(id)
  if (user) return user
  throw new ControlError('not_found', 'There is no such user. GET /__sandbox/users lists them.', 'user')
}

function tokenOf({ state: { identity } }: ControlledSandbox, value: string): AccessToken {
  const token = identity.tokens.find(value)
  if (token) return token
  throw new ControlError('not_found', 'This sandbox has issued no such token.', 'token')
}

// What a consent in the dialog would have left behind, added to what earlier ones did.
function install(user: AppUser, scopes: readonly string[], nowMs: number): void {
  const { permissions: before = new Map<string, 'granted' | 'declined'>(), ...rest } = user.grant ?? {
    isLasting: false,
  }
  const granted = [basicPermission, ...scopes].map((scope) => [scope, 'granted'] as const)
  user.grant = { ...rest, grantedAtMs: nowMs, permissions: new Map([...before, ...granted]) }
}
