import { expect, it } from 'vitest'
import { createFaults, type FaultRules, type FaultTarget } from './faults.ts'

const objects = new Map([['120210000010000001', 'act_1']])

function theFaults(seed = 7): FaultRules {
  return createFaults({ seed, accountOf: (id) => objects.get(id) })
}

function aCall(path: string, { method = 'GET', isBatchItem = false }: Partial<FaultTarget> = {}): FaultTarget {
  return { method, path: path.split('/'), isBatchItem }
}

const strikes = (faults: FaultRules, calls: number, path = 'act_1/ads') =>
  Array.from({ length: calls }, () => faults.strike(aCall(path))?.kind)

it('strikes nothing without rules, and every call with a bare one', () => {
  const faults = theFaults()
  expect(strikes(faults, 2)).toEqual([undefined, undefined])
  faults.add({ fault: { kind: 'reset' } })
  expect(strikes(faults, 2)).toEqual(['reset', 'reset'])
})

it('lets the first calls pass, strikes as often as told, and is gone', () => {
  const faults = theFaults()
  faults.add({ fault: { kind: 'reset' }, after: 2, count: 2 })
  expect(strikes(faults, 6)).toEqual([undefined, undefined, 'reset', 'reset', undefined, undefined])
  expect(faults.rules).toEqual([])
})

it('strikes its share of the calls, the same ones for the same seed', () => {
  const drawn = (seed: number) => {
    const faults = theFaults(seed)
    faults.add({ fault: { kind: 'truncated' }, rate: 0.3 })
    return strikes(faults, 1000)
  }
  const struck = drawn(7).filter(Boolean).length
  expect(struck).toBeGreaterThan(250)
  expect(struck).toBeLessThan(350)
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
})

it('does not let rules disturb each other', () => {
  const drawn = (others: number) => {
    const faults = theFaults()
    faults.add({ id: 'other', fault: { kind: 'truncated' }, rate: 0.5, match: { edge: 'insights' } })
    faults.add({ id: 'mine', fault: { kind: 'reset' }, rate: 0.5, match: { edge: 'ads' } })
    return Array.from({ length: 50 }, () => {
      strikes(faults, others, 'act_1/insights')
      return faults.strike(aCall('act_1/ads'))?.kind
    })
  }
  expect(drawn(3)).toEqual(drawn(0))
})

it.each([
  ['method', { method: 'POST' }, aCall('act_1/ads', { method: 'POST' }), aCall('act_1/ads')],
  ['edge', { edge: 'insights' }, aCall('120210000010000001/insights'), aCall('act_1/ads')],
  ['pattern', { path: 'act_*/ads' }, aCall('act_2/ads'), aCall('act_2/ads/more')],
  ['account by id', { account: 'act_1' }, aCall('act_1'), aCall('act_2')],
  ['account by object', { account: 'act_1' }, aCall('120210000010000001/insights'), aCall('120210000010000009')],
  ['batch items', { isBatchItem: true }, aCall('me', { isBatchItem: true }), aCall('me')],
  ['calls of their own', { isBatchItem: false }, aCall('me'), aCall('me', { isBatchItem: true })],
] as const)('matches by %s', (_, match, hit, miss) => {
  const faults = theFaults()
  faults.add({ fault: { kind: 'reset' }, match })
  expect(faults.strike(miss)).toBeUndefined()
  expect(faults.strike(hit)?.kind).toBe('reset')
})

it('answers null only inside a batch', () => {
  const faults = theFaults()
  faults.add({ fault: { kind: 'null_entry' } })
  expect(faults.strike(aCall('me'))).toBeUndefined()
  expect(faults.strike(aCall('me', { isBatchItem: true }))?.kind).toBe('null_entry')
})

it('names rules, replaces one of the same name, and forgets them on request', () => {
  const faults = theFaults()
  expect(faults.add({ fault: { kind: 'reset' } }).id).toBe('fault-1')
  faults.add({ id: 'mine', fault: { kind: 'reset' } })
  faults.add({ id: 'mine', fault: { kind: 'truncated' } })
  expect(faults.rules.map(({ id, fault }) => [id, fault.kind])).toEqual([
    ['fault-1', 'reset'],
    ['mine', 'truncated'],
  ])
  expect([faults.remove('mine'), faults.remove('mine')]).toEqual([true, false])
  faults.clear()
  expect(faults.rules).toEqual([])
})

it('shows copies: what is shown does not change what strikes', () => {
  const faults = theFaults()
  faults.add({ fault: { kind: 'reset' }, count: 1 })
  for (const rule of faults.rules) Object.assign(rule, { count: 100 })
  expect(faults.rules).toMatchObject([{ count: 1, seen: 0, struck: 0 }])
  expect(strikes(faults, 2)).toEqual(['reset', undefined])
})

it('goes on where it was when a rule is put back with its counts', () => {
  const whole = theFaults()
  whole.add({ id: 'mine', fault: { kind: 'reset' }, rate: 0.5, after: 3, count: 20 })
  const struck = strikes(whole, 40)
  const first = theFaults()
  first.add({ id: 'mine', fault: { kind: 'reset' }, rate: 0.5, after: 3, count: 20 })
  const before = strikes(first, 15)
  const second = theFaults()
  for (const rule of first.rules) second.add(rule)
  expect([...before, ...strikes(second, 25)]).toEqual(struck)
})
