import { describe, expect, it } from 'vitest'
import { aGraphClient, aGraphServer, collect } from '../a-graph-server.ts'
import type { GraphWarning } from './graph-warning.ts'
import { versionStanding } from './version-calendar.ts'

describe('the calendar', () => {
  it.each([
    ['v24.0', '2027-11-19', { state: 'current' }],
    ['v24.0', '2027-11-20', { state: 'ends_soon', endsOn: '2028-02-18', daysLeft: 90 }],
    ['v24.0', '2028-02-17', { state: 'ends_soon', endsOn: '2028-02-18', daysLeft: 1 }],
    ['v24.0', '2028-02-18', { state: 'expired', endsOn: '2028-02-18' }],
    ['v25.0', '2028-02-18', { state: 'current' }],
    ['v25.0', '2028-08-01', { state: 'expired', endsOn: '2028-07-29' }],
    ['v26.0', '2035-01-01', { state: 'current' }],
    ['v9.0', '2026-01-01', { state: 'expired' }],
    ['v23.0', '2026-01-01', { state: 'expired' }],
    ['v31.0', '2026-01-01', { state: 'unknown' }],
  ])('says of %s on %s: %o', (version, day, standing) => {
    expect(versionStanding(version, new Date(day))).toEqual(standing)
  })
})

describe('a client', () => {
  it('warns once when its version ends soon, and once more when it has ended, though it was made before', async () => {
    const warnings: GraphWarning[] = []
    let now = new Date('2027-10-01')
    const read = await aReader({ onWarning: (warning) => warnings.push(warning), clock: { now: () => now } }, 'v24.0')
    await read()
    expect(warnings).toEqual([])

    now = new Date('2028-01-01')
    await read()
    await read()
    expect(warnings).toMatchObject([{ kind: 'version_ends_soon', version: 'v24.0', endsOn: '2028-02-18' }])
    expect(warnings[0]?.message).toContain('in 48 days')

    now = new Date('2028-03-01')
    await read()
    await read()
    expect(warnings.map(({ kind }) => kind)).toEqual(['version_ends_soon', 'version_expired'])
  })

  it('warns once when another version answers', async () => {
    const warnings: GraphWarning[] = []
    const read = await aReader({ onWarning: (warning) => warnings.push(warning) }, 'v26.0')
    await read()
    await read()
    expect(warnings).toMatchObject([{ kind: 'version_mismatch', version: 'v25.0', answeredBy: 'v26.0' }])
  })

  it('repeats nothing from the header that is no version', async () => {
    const warnings: GraphWarning[] = []
    const read = await aReader({ onWarning: (warning) => warnings.push(warning) }, 'EAAtoken')
    await read()
    expect(warnings).toEqual([])
  })

  it('is not broken by whoever listens', async () => {
    const onWarning = () => {
      throw new Error('a broken pager')
    }
    const read = await aReader({ onWarning }, 'v26.0')
    expect(await read()).toEqual([])
  })

  it('tells Node where nobody listens', async () => {
    const read = await aReader({}, 'v26.0')
    const { promise, resolve } = Promise.withResolvers<Error>()
    process.once('warning', resolve)
    await read()
    expect(await promise).toMatchObject({ name: 'AdpaneWarning', code: 'version_mismatch' })
  })
})

/** Reads from a server that answers in the given version; asks in v24.0 if that answers, else in v25.0. */
async function aReader(options: Parameters<typeof aGraphClient>[1], answeredBy: string) {
  const meta = await aGraphServer(() => ({ json: { data: [] }, headers: { 'facebook-api-version': answeredBy } }))
  const version = answeredBy === 'v24.0' ? answeredBy : 'v25.0'
  const client = aGraphClient(meta.origin, { version, ...options })
  return () => collect(client.withToken('T').listAds('act_1'))
}
