import { describe, expect, it } from 'vitest'
import { AdsApiError, type UiErrorCode } from '../client/ads-api-error.ts'
import { type WidgetFacts, widgetState } from './widget-state.ts'

const now = new Date('2026-11-23T19:07:00Z')
const fresh = { syncedAt: '2026-11-23T19:05:00Z', final: false, source: 'store' } as const

describe('widgetState', () => {
  it('is ready with fresh numbers', () => {
    expect(widgetState(facts())).toEqual({ name: 'ready', showsData: true })
  })

  it('loads before the first answer', () => {
    expect(widgetState(facts({ data: undefined, isFetching: true }))).toEqual({ name: 'loading', showsData: false })
  })

  it('is empty when the answer holds nothing to draw', () => {
    expect(widgetState(facts({ isEmpty: true }))).toEqual({ name: 'empty', showsData: false })
  })

  it('turns stale past one hour, but never when Meta no longer changes the days', () => {
    const hourOld = { ...fresh, syncedAt: '2026-11-23T18:06:00Z' }
    expect(widgetState(facts({ data: { freshness: hourOld } })).name).toBe('stale')
    expect(widgetState(facts({ data: { freshness: { ...hourOld, final: true } } })).name).toBe('ready')
    expect(widgetState(facts({ data: { freshness: { ...fresh, syncedAt: '2026-11-23T18:08:00Z' } } })).name).toBe(
      'ready',
    )
  })

  it('follows a running report, and looks like loading while it has brought nothing', () => {
    const data = { freshness: fresh, pending: { progress: 0.87 } }
    expect(widgetState(facts({ data }))).toEqual({ name: 'partial', showsData: true, progress: 0.87 })
    expect(widgetState(facts({ data, isEmpty: true })).name).toBe('loading')
  })

  it('is ready while only some metrics are on their way, since every sum is complete', () => {
    const data = { freshness: fresh, pending: { progress: 0.2, metrics: ['reach'] } }
    expect(widgetState(facts({ data }))).toEqual({ name: 'ready', showsData: true })
  })

  it('keeps the last numbers of a limited account, with the wait', () => {
    const data = { freshness: { ...fresh, limited: { retryAfterMs: 161_000 } } }
    expect(widgetState(facts({ data }))).toEqual({ name: 'rate-limited', showsData: true, retryAfterMs: 161_000 })
  })

  it('keeps the last numbers of a connection that broke, and offers the way back', () => {
    const data = { freshness: { ...fresh, limited: { retryAfterMs: 30_000, code: 'connection_broken' as const } } }
    expect(widgetState(facts({ data }))).toMatchObject({ name: 'connection-broken', showsData: true })
  })

  it('says that Meta disabled the account, and keeps its history', () => {
    expect(widgetState(facts({ accountStatus: 'disabled' }))).toEqual({ name: 'account-disabled', showsData: true })
  })

  it('shows no number without permission, not even an earlier one', () => {
    expect(widgetState(facts({ error: failure('scope_missing') }))).toMatchObject({
      name: 'no-permission',
      showsData: false,
    })
    expect(widgetState(facts({ error: failure('account_not_allowed') })).showsData).toBe(false)
  })

  it.each([
    ['connection_broken', 'connection-broken'],
    ['permission_missing', 'connection-broken'],
    ['session_expired', 'session-expired'],
    ['session_missing', 'session-expired'],
    ['rate_limited', 'rate-limited'],
    ['account_disabled', 'account-disabled'],
    ['offline', 'offline'],
    ['bff_unreachable', 'offline'],
    ['internal', 'stale'],
    ['meta_unavailable', 'stale'],
  ] as const)('keeps numbers in view when a later question fails with %s', (code, name) => {
    expect(widgetState(facts({ error: failure(code) }))).toMatchObject({ name, showsData: true })
  })

  it.each(['internal', 'bff_unreachable', 'meta_unavailable', 'invalid_request'] as const)(
    'is an error when the first question fails with %s',
    (code) => {
      const error = failure(code)
      expect(widgetState(facts({ data: undefined, error }))).toEqual({ name: 'error', showsData: false, error })
    },
  )

  it('reads being offline before loading has begun, and over old numbers', () => {
    expect(widgetState(facts({ isOnline: false }))).toEqual({ name: 'offline', showsData: true })
    expect(widgetState(facts({ isOnline: false, data: undefined }))).toEqual({ name: 'offline', showsData: false })
  })

  it('puts what a person must act on before what passes by itself', () => {
    const limited = { freshness: { ...fresh, limited: { retryAfterMs: 1000 } } }
    expect(widgetState(facts({ data: limited, error: failure('connection_broken') })).name).toBe('connection-broken')
  })
})

function facts(over: Partial<WidgetFacts> = {}): WidgetFacts {
  const data = { freshness: fresh }
  return { data, isEmpty: false, error: null, isFetching: false, isOnline: true, accountStatus: 'active', now, ...over }
}

function failure(code: UiErrorCode): AdsApiError {
  return new AdsApiError('It failed.', { code, retryAfterMs: 1000 })
}
