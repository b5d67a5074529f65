import type { Tenant, World } from '../world/create-world.ts'
import type { AdAccount } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'
import { lastingGrant, type Grant } from './grant.ts'
import { peopleOfTenant } from './people.ts'
import { permissions } from './permissions.ts'
import type { EndReason } from './token-errors.ts'

/** Someone tokens speak for: an invented person, a system user or the app's developer. */
export interface AppUser {
  readonly id: string
  readonly name: string
  readonly kind: 'USER' | 'SYSTEM_USER'
  readonly email?: string
  /** Of a system user. */
  readonly role?: string
  /** Has a role on the app: may inspect its tokens and sees every account. */
  readonly isDeveloper: boolean
  /** Absent for the developer, who belongs to no tenant. */
  readonly tenantId?: string
  /** What they hold a role on, in order; the app may get less. */
  readonly accounts: readonly AdAccount[]
  /** Absent until a consent, and after the app was removed. */
  grant?: Grant
  /** Tokens with this serial and all before it are dead. */
  ended?: { serial: number; reason: EndReason }
}

/** Everyone the app can act for. */
export interface Users {
  readonly developer: AppUser
  /** Those who can log in; the developer comes last. */
  readonly people: readonly AppUser[]
  readonly all: Iterable<AppUser>
  find(id: string): AppUser | undefined
  /** The tenant's first system user; undefined for an unknown tenant id. */
  systemUserOf(tenantId: string): AppUser | undefined
  systemUsersOfBusiness(businessId: string): readonly AppUser[]
  peopleOfBusiness(businessId: string): readonly AppUser[]
  /**
   * Makes one more system user; the app is not installed for it.
   *
   * @param id - Of one that an earlier run of the sandbox made. @default a new one
   */
  addSystemUser(businessId: string, name: string, role: string, id?: string): AppUser | undefined
}

export function createUsers(world: World, now: Date): Users {
  const developer = createDeveloper(world, now)
  const people = [...world.tenants.flatMap(peopleOf), developer]
  const systemUsers = world.tenants.map((tenant) => createSystemUser(tenant, now))
  const byId = new Map([...people, ...systemUsers].map((user) => [user.id, user]))
  const tenantOf = (businessId: string) =>
    world.tenants.find(({ accounts: [first] }) => first?.business.id === businessId)
  return {
    developer,
    people,
    all: { [Symbol.iterator]: () => byId.values() },
    find: (id) => byId.get(id),
    systemUserOf: (tenantId) => systemUsers.find((user) => user.tenantId === tenantId),
    systemUsersOfBusiness(businessId) {
      const tenantId = tenantOf(businessId)?.id
      return [...byId.values()].filter((user) => user.kind === 'SYSTEM_USER' && user.tenantId === tenantId)
    },
    peopleOfBusiness(businessId) {
      const tenantId = tenantOf(businessId)?.id
      return people.filter((user) => !user.isDeveloper && user.tenantId === tenantId)
    },
    addSystemUser(businessId, name, role, id = systemUserId(`${businessId}/${byId.size}`)) {
      const tenant = tenantOf(businessId)
      if (!tenant) return undefined
      const user: AppUser = {
        id,
        name,
        kind: 'SYSTEM_USER',
        role,
        isDeveloper: false,
        tenantId: tenant.id,
        accounts: tenant.accounts,
      }
      byId.set(id, user)
      return user
    },
  }
}

function createDeveloper({ accounts }: World, now: Date): AppUser {
  return {
    id: '122100000000000001',
    name: 'Sandbox Developer',
    email: 'developer@sandbox.example',
    kind: 'USER',
    isDeveloper: true,
    accounts,
    grant: lastingGrant(permissions.keys(), now.getTime()),
  }
}

function peopleOf({ id, accounts }: Tenant): AppUser[] {
  return peopleOfTenant(id).map(({ name, email }) => ({
    id: String(122_102_000_000_000 + seedOf('person', email)),
    name,
    email,
    kind: 'USER',
    isDeveloper: false,
    tenantId: id,
    accounts,
  }))
}

function createSystemUser({ id, name, accounts }: Tenant, now: Date): AppUser {
  return {
    id: systemUserId(id),
    name: `${name} System User`,
    kind: 'SYSTEM_USER',
    role: 'ADMIN',
    isDeveloper: false,
    tenantId: id,
    accounts,
    grant: lastingGrant(permissions.keys(), now.getTime()),
  }
}

function systemUserId(owner: string): string {
  return String(122_100_100_000_000 + seedOf(owner))
}
