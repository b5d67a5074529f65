import { beforeEach, describe, expect, it } from 'vitest'
import type { CustomAudience } from '../world/objects.ts'
import { enterSession, sessionsOf } from './upload-session.ts'

const startMs = Date.parse('2026-11-23T12:00:00Z')
const minute = 60_000

let audience: CustomAudience

beforeEach(() => {
  audience = {
    type: 'CustomAudience',
    id: '1',
    values: { name: 'Buyers', created_time: '', updated_time: '' },
    isChanged: false,
  }
})

const batch = (seq: number, last = false) => ({ session_id: 77, batch_seq: seq, last_batch_flag: last })

it('is undefined for uploads that name no session', () => {
  expect(enterSession(audience, undefined, 'add', startMs)).toBeUndefined()
})

it('goes on until the last batch', () => {
  enterSession(audience, batch(1), 'add', startMs)
  enterSession(audience, batch(2), 'add', startMs)
  expect(enterSession(audience, batch(3, true), 'add', startMs)).toMatchObject({
    session_id: '77',
    lastSeq: 3,
    isFinished: true,
  })
  expect(sessionsOf(audience)).toHaveLength(1)
})

describe('refusals', () => {
  const refusalOf = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      return error
    }
    throw new Error('Nothing was refused.')
  }

  it('begins with batch 1', () => {
    expect(refusalOf(() => enterSession(audience, batch(2), 'add', startMs))).toMatchObject({
      fields: { code: 100, userTitle: 'Invalid Session' },
    })
  })

  it('takes no batch twice', () => {
    enterSession(audience, batch(1), 'add', startMs)
    expect(refusalOf(() => enterSession(audience, batch(1), 'add', startMs))).toMatchObject({
      fields: { userTitle: 'Invalid Session' },
    })
  })

  it('takes nothing after the last batch', () => {
    enterSession(audience, batch(1, true), 'add', startMs)
    expect(refusalOf(() => enterSession(audience, batch(2), 'add', startMs))).toMatchObject({
      fields: { userTitle: 'Session Has Ended' },
    })
  })

  it('allows one replacement at a time, for ninety minutes', () => {
    enterSession(audience, batch(1), 'replace', startMs)
    const second = { session_id: 78, batch_seq: 1 }
    expect(refusalOf(() => enterSession(audience, second, 'replace', startMs + minute))).toMatchObject({
      fields: { userTitle: 'Replacement Already Running' },
    })
    expect(refusalOf(() => enterSession(audience, batch(2, true), 'replace', startMs + 91 * minute))).toMatchObject({
      fields: { userTitle: 'Session Has Expired' },
    })
    expect(enterSession(audience, second, 'replace', startMs + 91 * minute)).toMatchObject({ session_id: '78' })
  })

  it.each([
    [{ batch_seq: 1 }, 'The parameter session[session_id] is required'],
    [{ session_id: 'abc', batch_seq: 1 }, 'Param session[session_id] must be an integer'],
    [{ session_id: 1 }, 'The parameter session[batch_seq] is required'],
    [{ session_id: 1, batch_seq: 0 }, 'Param session[batch_seq] must be a positive integer'],
    [{ session_id: 1, batch_seq: 1, last_batch_flag: 'perhaps' }, 'Param session[last_batch_flag] must be a boolean'],
  ])('needs its parts: %j', (session, message) => {
    expect(() => enterSession(audience, session, 'add', startMs)).toThrow(message)
  })
})
