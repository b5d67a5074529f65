import { describe, expect, it } from 'vitest'
import { AdsApiError } from './ads-api-error.ts'
import { type AdsSession, createSessionKeeper } from './session.ts'

describe('createSessionKeeper', () => {
  it('asks the host once, however many widgets wait', async () => {
    const { keeper, asked } = aKeeper()
    expect(await Promise.all([keeper.token(), keeper.token(), keeper.token()])).toEqual(['t1', 't1', 't1'])
    expect(asked()).toBe(1)
  })

  it('renews a minute before the session ends, on a clock that cannot jump', async () => {
    const { keeper, clock } = aKeeper({ expiresIn: 900 })
    await keeper.token()
    clock.ms = 839_000
    expect(await keeper.token()).toBe('t1')
    clock.ms = 841_000
    expect(await keeper.token()).toBe('t2')
  })

  it('renews a short session after four fifths of it', async () => {
    const { keeper, clock } = aKeeper({ expiresIn: 30 })
    await keeper.token()
    clock.ms = 23_000
    expect(await keeper.token()).toBe('t1')
    clock.ms = 24_500
    expect(await keeper.token()).toBe('t2')
  })

  it('drops a refused token once, and leaves a newer one alone', async () => {
    const { keeper, asked } = aKeeper()
    const first = await keeper.token()
    keeper.refuse(first)
    const second = await keeper.token()
    keeper.refuse(first)
    expect(await keeper.token()).toBe(second)
    expect(asked()).toBe(2)
  })

  it('says that the session ended when the host refuses, and asks again next time', async () => {
    let refusing = true
    const keeper = createSessionKeeper({
      fetchSession: async () => {
        if (refusing) throw new Error('signed out')
        return { token: 'back', expiresIn: 900 }
      },
    })
    await expect(keeper.token()).rejects.toMatchObject({ code: 'session_expired', action: 'sign_in' })
    refusing = false
    expect(await keeper.token()).toBe('back')
  })

  it('tells a broken network from a refusal', async () => {
    const keeper = createSessionKeeper({ fetchSession: () => Promise.reject(new TypeError('Failed to fetch')) })
    const error: unknown = await keeper.token().catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(AdsApiError)
    expect(error).toMatchObject({ code: 'bff_unreachable' })
  })
})

function aKeeper({ expiresIn = 900 } = {}) {
  const clock = { ms: 0 }
  let count = 0
  const fetchSession = async (): Promise<AdsSession> => ({ token: `t${++count}`, expiresIn })
  return { keeper: createSessionKeeper({ fetchSession, monotonicNow: () => clock.ms }), clock, asked: () => count }
}
