import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AdAccount } from '../world/objects.ts'
import type { Tenant, World } from '../world/create-world.ts'
import { seedOf } from '../world/random.ts'
import { GraphError } from './graph-error.ts'
import type { Params } from './params.ts'

/** Who calls: the user behind a token and the ad accounts that user may see. */
export interface Caller {
  userId: string
  userName: string
  accounts: readonly AdAccount[]
}

/** The sandbox's app and every token it honours. */
export interface Access {
  appId: string
  appSecret: string
  /** A developer's: sees all accounts. */
  accessToken: string
  tokenOf(tenant: Tenant): string
  /** @throws {GraphError} 2500 or 104 without a token, 190 for an unknown one, 100 for a wrong proof. */
  authenticate(token: string | undefined, params: Params, isAboutMe: boolean): Caller
}

export function createAccess(world: World, seed: number): Access {
  const appSecret = hex(seed, 'app secret').slice(0, 32)
  const tokens = new Map(world.tenants.map((tenant) => [tenant, token(seed, tenant.id)]))
  const accessToken = token(seed, 'developer')
  const callers = new Map<string, Caller>([[accessToken, developer(world)]])
  for (const [tenant, value] of tokens) callers.set(value, systemUser(tenant))
  return {
    appId: String(1_180_000_000_000_000 + seedOf(seed, 'app')),
    appSecret,
    accessToken,
    tokenOf: (tenant) => tokens.get(tenant) ?? '',
    authenticate(sent, params, isAboutMe) {
      if (sent === undefined || sent === '') throw missingToken(isAboutMe)
      const caller = callers.get(sent)
      if (!caller) throw unreadableToken()
      checkProof(sent, appSecret, params.get('appsecret_proof'))
      return caller
    },
  }
}

function developer(world: World): Caller {
  return { userId: '122100000000000001', userName: 'Sandbox Developer', accounts: world.accounts }
}

function systemUser({ id, name, accounts }: Tenant): Caller {
  return { userId: String(122_100_100_000_000 + seedOf(id)), userName: `${name} System User`, accounts }
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
