import { expect, it } from 'vitest'
import { AccountMemory } from './account-memory.ts'
import { callTargets } from './call-targets.ts'

const nobody = () => undefined

it.each([
  ['GET', ['act_1', 'campaigns'], { adAccountId: 'act_1', useCase: 'ads_management', kind: 'read', calls: 1 }],
  ['POST', ['act_1', 'ads'], { adAccountId: 'act_1', useCase: 'ads_management', kind: 'write', calls: 1 }],
  ['GET', ['act_1', 'insights'], { adAccountId: 'act_1', useCase: 'ads_insights', kind: 'read', calls: 1 }],
  ['POST', ['act_1', 'customaudiences'], { adAccountId: 'act_1', useCase: 'custom_audience', kind: 'write', calls: 1 }],
  ['GET', ['me', 'adaccounts'], { useCase: 'app', kind: 'read', calls: 1 }],
  ['GET', ['120210'], { useCase: 'ads_management', kind: 'read', calls: 1 }],
  ['GET', ['{result=o0:$.id}'], { useCase: 'ads_management', kind: 'read', calls: 1 }],
  ['DELETE', ['120210'], { useCase: 'ads_management', kind: 'write', calls: 1 }],
] as const)('knows the quotas of %s %j', (method, path, target) => {
  expect(callTargets({ method, path, params: {} }, nobody)).toEqual([target])
})

it('counts every id of a read of many', () => {
  expect(callTargets({ method: 'GET', path: [''], params: { ids: '1,2,3' } }, nobody)[0]).toMatchObject({ calls: 3 })
  expect(callTargets({ method: 'GET', path: [''], params: { ids: ['1', '2'] } }, nobody)[0]).toMatchObject({ calls: 2 })
})

it('counts a batch as its operations, account by account', () => {
  const batch = [
    { method: 'GET', path: ['act_1', 'ads'] },
    { method: 'POST', path: ['act_1', 'ads'] },
    { method: 'POST', path: ['act_1', 'adsets'] },
    { method: 'GET', path: ['act_2', 'insights'] },
    { method: 'GET', path: ['7'] },
  ] as const
  const targets = callTargets({ method: 'POST', path: [], params: {}, batch }, (id) =>
    id === '7' ? 'act_2' : undefined,
  )
  expect(targets).toEqual([
    { adAccountId: 'act_1', useCase: 'ads_management', kind: 'read', calls: 1 },
    { adAccountId: 'act_1', useCase: 'ads_management', kind: 'write', calls: 2 },
    { adAccountId: 'act_2', useCase: 'ads_insights', kind: 'read', calls: 1 },
    { adAccountId: 'act_2', useCase: 'ads_management', kind: 'read', calls: 1 },
  ])
})

it('remembers the account of objects from lists, creations and headers', () => {
  const accounts = new AccountMemory()
  accounts.remember({ path: ['act_1', 'campaigns'] }, { data: [{ id: '11' }, { id: '12' }, {}, 'odd'] })
  accounts.remember({ path: ['act_1', 'ads'] }, { id: '13' })
  accounts.remember({ path: ['13', 'adcreatives'] }, { data: [{ id: '14' }] })
  accounts.rememberOwner({ path: ['15'] }, ['2'])
  accounts.rememberOwner({ path: ['16'] }, ['2', '3'])
  expect(['11', '12', '13', '14', '15', '16'].map((id) => accounts.accountOf(id))).toEqual([
    'act_1',
    'act_1',
    'act_1',
    'act_1',
    'act_2',
    undefined,
  ])
})

it('forgets ids that nobody asks for', () => {
  const accounts = new AccountMemory()
  const page = (from: number) => ({
    data: Array.from({ length: 25_000 }, (_, index) => ({ id: String(from + index) })),
  })
  accounts.remember({ path: ['act_1', 'ads'] }, { data: [{ id: '1' }, { id: '2' }] })
  accounts.remember({ path: ['act_1', 'ads'] }, page(100_000))
  expect(accounts.accountOf('1')).toBe('act_1')
  accounts.remember({ path: ['act_1', 'ads'] }, page(200_000))
  expect(accounts.accountOf('1')).toBe('act_1')
  expect(accounts.accountOf('2')).toBeUndefined()
})
