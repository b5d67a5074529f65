import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AdAccount } from '../world/objects.ts'
import type { World } from '../world/create-world.ts'
import type { Caller } from '../identity/caller.ts'
import type { Identity } from '../identity/identity.ts'
import { seedOf } from '../world/random.ts'
import { GraphError } from './graph-error.ts'

export function createAccess(world: World, seed: number): Identity {
  const appSecret = hex(seed, 'app secret').slice(0, 32)
  const appId = String(1_180_000_000_000_000 + seedOf(seed, 'app'))
  const tokens = new Map(world.tenants.map((tenant) => [tenant.id, token(seed, tenant.id)]))
  const accessToken = token(seed, 'developer')
  const callers = new Map<string, Caller>([
    [accessToken, callerOf('122100000000000001', 'Sandbox Developer', world.accounts, appId)],
  ])
  for (const tenant of world.tenants)
    callers.set(
      tokens.get(tenant.id) ?? '',
      callerOf(String(122_100_100_000_000 + seedOf(tenant.id)), `${tenant.name} System User`, tenant.accounts, appId),
    )
  return {
    appId,
    appName: 'Sandbox App',
    appSecret,
    accessToken,
    tokenOfTenant: (tenantId) => tokens.get(tenantId),
    authenticate({ token: sent, proof, isAboutMe }) {
      if (sent === undefined || sent === '') throw missingToken(isAboutMe)
      const caller = callers.get(sent)
      if (!caller) throw unreadableToken()
      checkProof(sent, appSecret, proof)
      return caller
    },
  }
}

function callerOf(id: string, name: string, accounts: readonly AdAccount[], appId: string): Caller {
  const seen = new Set(accounts)
  return {
    kind: 'USER',
    id,
    name,
    appId,
    scopes: new Set(['ads_read', 'ads_management', 'business_management']),
    accounts,
    canSee: (account) => seen.has(account),
    tier: 'standard_access',
  }
}

function missingToken(isAboutMe: boolean): GraphError {
  return isAboutMe
    ? new GraphError('An active access token must be used to query information about the current user.', {
        type: 'OAuthException',
        code: 2500,
      })
    : new GraphError('An access token is required to request this resource.', { type: 'OAuthException', code: 104 })
}

function unreadableToken(): GraphError {
  return new GraphError('Invalid OAuth access token - Cannot parse access token', { type: 'OAuthException', code: 190 })
}

function checkProof(accessToken: string, appSecret: string, proof: string | undefined): void {
  if (proof === undefined) return
  const expected = createHmac('sha256', appSecret).update(accessToken).digest()
  const given = Buffer.from(/^[0-9a-f]{64}$/.test(proof) ? proof : '', 'hex')
  if (given.length === expected.length && timingSafeEqual(given, expected)) return
  throw new GraphError('Invalid appsecret_proof provided in the API argument', {
    type: 'GraphMethodException',
    code: 100,
  })
}

// Tokens look like Meta's so that redaction made for those finds these too.
function token(seed: number, owner: string): string {
  return `EAAS${Buffer.from(hex(seed, owner), 'hex')
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')}ZDZD`
}

function hex(seed: number, purpose: string): string {
  return createHmac('sha512', 'adpane sandbox').update(`${seed}/${purpose}`).digest('hex')
}
