import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import type { SandboxOptions } from '../sandbox-options.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'
import type { SandboxStateJson } from './sandbox-state-json.ts'

const options: SandboxOptions = {
  port: 0,
  seed: 7,
  accounts: 2,
  ads: 6,
  isClockFrozen: true,
  now: new Date('2026-11-23T12:00:00Z'),
  reportDurationMs: 0,
  control: true,
}

let one: Sandbox
let other: Sandbox

beforeAll(async () => {
  one = await startSandbox(options)
  other = await startSandbox(options)
})

beforeEach(() => {
  one.control.reset()
  other.control.reset()
})

afterAll(async () => {
  await one.close()
  await other.close()
})

type Step =
  | { kind: 'campaign'; name: string; isActive: boolean }
  | { kind: 'label'; name: string }
  | { kind: 'rename' | 'pause' | 'delete'; level: 'campaigns' | 'adsets' | 'ads'; index: number }
  | { kind: 'forget'; index: number }
  | { kind: 'advance'; ms: number }

const name = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() !== '')
const level = fc.constantFrom('campaigns' as const, 'adsets' as const, 'ads' as const)
const index = fc.nat(5)

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('campaign' as const), name, isActive: fc.boolean() }),
  fc.record({ kind: fc.constant('label' as const), name }),
  fc.record({ kind: fc.constantFrom('rename' as const, 'pause' as const, 'delete' as const), level, index }),
  fc.record({ kind: fc.constant('forget' as const), index }),
  fc.record({ kind: fc.constant('advance' as const), ms: fc.nat(86_400_000) }),
)

async function take(sandbox: Sandbox, action: Step): Promise<void> {
  const account = sandbox.accounts[0]?.id ?? ''
  const idAt = async (edge: string, at: number) => {
    const { body } = await ask(sandbox, `${account}/${edge}`, { limit: '100' })
    const id = body.data?.[at % Math.max(1, body.data.length)]?.['id']
    return typeof id === 'string' ? id : account
  }
  const post = (path: string, params: Record<string, string>) => ask(sandbox, path, params, { method: 'POST' })
  switch (action.kind) {
    case 'campaign':
      await post(`${account}/campaigns`, {
        name: action.name,
        objective: 'OUTCOME_TRAFFIC',
        special_ad_categories: '[]',
        is_adset_budget_sharing_enabled: 'false',
        status: action.isActive ? 'ACTIVE' : 'PAUSED',
      })
      return
    case 'label':
      await post(`${account}/adlabels`, { name: action.name })
      return
    case 'forget':
      await post(await idAt('adlabels', action.index), { method: 'delete' })
      return
    case 'advance':
      sandbox.control.clock.advance(action.ms)
      return
    case 'rename':
    case 'pause':
    case 'delete': {
      const id = await idAt(action.level, action.index)
      const changes = { rename: { name: 'Renamed' }, pause: { status: 'PAUSED' }, delete: { method: 'delete' } }
      await post(id, changes[action.kind])
    }
  }
}

/** What a client sees of an account. */
async function view(sandbox: Sandbox): Promise<unknown> {
  const account = sandbox.accounts[0]?.id ?? ''
  const fields = 'id,name,status,effective_status,created_time,updated_time'
  const lists = ['campaigns', 'adsets', 'ads', 'adlabels'].map(async (edge) => {
    const wanted = edge === 'adlabels' ? 'id,name' : fields
    const every = edge === 'adlabels' ? {} : { effective_status: '["ACTIVE","PAUSED","ARCHIVED"]' }
    const { status, body } = await ask(sandbox, `${account}/${edge}`, { fields: wanted, limit: '200', ...every })
    expect(status).toBe(200)
    return body.data
  })
  return Promise.all(lists)
}

it('brings another sandbox to the same state, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      one.control.reset()
      for (const action of steps) await take(one, action)
      const exported = JSON.parse(JSON.stringify(one.control.exportState()))
      other.control.importState(exported)
      expect(JSON.parse(JSON.stringify(other.control.exportState()))).toEqual(exported)
      expect(await view(other)).toEqual(await view(one))
      const next: Step = { kind: 'campaign', name: 'One more', isActive: true }
      await take(one, next)
      await take(other, next)
      expect(await view(other)).toEqual(await view(one))
      expect(JSON.stringify(await view(other))).toContain('One more')
    }),
    { numRuns: 25 },
  )
}, 60_000)

it('takes everything along over HTTP: clock, faults and their counts, tokens, quotas', async () => {
  one.control.faults.add({ id: 'mine', fault: { kind: 'reset' }, match: { path: 'nowhere' }, count: 3, after: 1 })
  one.control.clock.advance(5_000)
  const issue = await fetch(`${one.url}/__sandbox/tokens`, { method: 'POST', body: '{"user":"fieldnote"}' })
  const { token } = (await issue.json()) as { token: string }
  await ask(one, `${one.accounts[0]?.id}/campaigns`)
  const state = await (await fetch(`${one.url}/__sandbox/state`)).text()
  expect((await fetch(`${other.url}/__sandbox/state`, { method: 'POST', body: state })).status).toBe(200)
  expect(other.control.clock.now()).toEqual(one.control.clock.now())
  expect(other.control.faults.rules).toEqual(one.control.faults.rules)
  const quotas = (sandbox: Sandbox) => fetch(`${sandbox.url}/__sandbox/quotas`).then((response) => response.json())
  expect(await quotas(other)).toEqual(await quotas(one))
  expect((await ask(other, 'me', {}, { token })).status).toBe(200)
})

it('is empty as long as nothing was changed, however much was read', async () => {
  await ask(one, `${one.accounts[0]?.id}/ads`)
  expect(one.control.exportState().accounts).toEqual([])
})

it.each([
  ['seed', { seed: 8 }, /--seed 8; this one has 7\..*Start one with --seed 8 --accounts 2/],
  ['accounts', { accounts: 3 }, /--accounts 3/],
  ['start', { start: '2026-01-01T00:00:00.000Z' }, /--now 2026-01-01/],
])('refuses the state of a sandbox with another %s, and keeps its own', async (field, change, message) => {
  const exported = one.control.exportState()
  await take(other, { kind: 'campaign', name: 'Kept', isActive: true })
  const before = await view(other)
  const foreign = { ...exported, settings: { ...exported.settings, ...change } }
  expect(() => other.control.importState(foreign)).toThrow(
    expect.objectContaining({ field: `settings.${field}`, message: expect.stringMatching(message) }),
  )
  expect(await view(other)).toEqual(before)
})

it.each<[string, (state: SandboxStateJson) => unknown, string]>([
  [
    'an unknown account',
    (state) => ({ ...state, accounts: [{ id: 'act_1', values: {}, objects: [] }] }),
    'accounts[0].id',
  ],
  [
    'an ad set without campaign',
    (state) => withObject(state, { type: 'AdSet', id: '1', values: {}, parent: '2' }),
    'accounts[0].objects[0].parent',
  ],
  ['another type', (state) => withObject(state, { type: 'Robot', id: '1', values: {} }), 'accounts[0].objects[0].type'],
  ['a wrong fault', (state) => ({ ...state, faults: [{ kind: 'reset', rate: 7 }] }), 'faults[0].rate'],
  ['a clock before the start', (state) => ({ ...state, clock: { now: '2020-01-01T00:00:00Z', isFrozen: true } }), ''],
  ['a wrong identity', (state) => ({ ...state, identity: [] }), 'identity'],
  ['wrong quotas', (state) => ({ ...state, quotas: 'none' }), 'quotas'],
])('refuses a state with %s, and keeps its own', async (_, change, field) => {
  await take(one, { kind: 'campaign', name: 'Kept', isActive: true })
  const before = await view(one)
  const body = JSON.stringify(change(one.control.exportState()))
  const response = await fetch(`${one.url}/__sandbox/state`, { method: 'POST', body })
  const { error } = (await response.json()) as { error: { field?: string; message: string } }
  expect([response.status, error.field ?? '']).toEqual([400, field])
  expect(await view(one)).toEqual(before)
})

function withObject(state: SandboxStateJson, object: Record<string, unknown>): unknown {
  return { ...state, accounts: [{ id: one.accounts[0]?.id, values: {}, objects: [object] }] }
}

interface Spoilt {
  quotas: { mode: unknown; app: { slots: unknown } }
  identity: { tokens: unknown; users: { grant: unknown }[] }
}

it.each<[string, (state: Spoilt) => void, string]>([
  ['a limit mode', ({ quotas }) => void (quotas.mode = 'none'), 'quotas.mode'],
  ['a counter', ({ quotas }) => void (quotas.app.slots = ['many']), 'quotas.app.slots[0]'],
  ['a token', ({ identity }) => void (identity.tokens = [{ value: 'EAAx', userId: '1' }]), 'identity'],
  [
    'permissions',
    ({ identity }) => void Object.assign(identity.users[0] ?? {}, { grant: { permissions: 5 } }),
    'identity',
  ],
])('imports no state with %s that is none, and stays as it was', (_, spoil, field) => {
  const state = one.control.exportState()
  const spoilt = structuredClone(state)
  spoil(spoilt as unknown as Spoilt)

  expect(() => one.control.importState(spoilt)).toThrow(expect.objectContaining({ code: 'invalid_field', field }))
  expect(one.control.exportState()).toEqual(state)
})

it('imports no object whose state would make another of it', async () => {
  const account = one.accounts[0]?.id ?? ''
  const { body } = await ask(one, `${account}/ads`, { limit: '1', fields: 'name' })
  await ask(one, String(body.data?.[0]?.['id']), { name: 'Renamed' }, { method: 'POST' })
  const state = structuredClone(one.control.exportState()) as unknown as {
    accounts: { objects: { state: Record<string, unknown> }[] }[]
  }
  const [object] = state.accounts[0]?.objects ?? []
  if (object) object.state['adSet'] = null

  expect(() => one.control.importState(state as unknown as SandboxStateJson)).toThrow('adSet cannot be set here')
})
