import { expect, it } from 'vitest'
import { dayShareAt, dayStartMs } from './clock.ts'
import { parseDay } from './day.ts'
import { activityOf, deliveredShare } from './delivered-share.ts'
import type { Ad, AdSet, Campaign, ConfiguredStatus, StatusChange } from './objects.ts'

const zone = 'America/New_York'
const day = parseDay('2026-11-23') ?? 0
const at = (hour: number, onDay = day) => dayStartMs(onDay, zone) + hour * 3_600_000
const share = (from: number, to: number) => dayShareAt(to * 60) - dayShareAt(from * 60)
const forever = { firstDay: day - 100, lastDay: Number.POSITIVE_INFINITY }

interface Draft extends Partial<Pick<Ad, 'review'>> {
  status?: ConfiguredStatus
  changes?: StatusChange[]
  adSet?: { changes?: StatusChange[]; isChanged?: boolean; start_time?: string; end_time?: string }
}

function anAd({ status = 'ACTIVE', changes = [], adSet = {}, ...rest }: Draft): Ad {
  const times = { created_time: '2026-11-23T00:00:00-0500', updated_time: '2026-11-23T00:00:00-0500' }
  const values = { name: 'Any', status: 'ACTIVE' as const, ...times }
  const campaign: Campaign = {
    type: 'Campaign',
    id: '1',
    values: { ...values, objective: 'OUTCOME_SALES' },
    statusChanges: [],
    isChanged: false,
  }
  const { changes: setChanges = [], isChanged = false, ...schedule } = adSet
  const set: AdSet = {
    type: 'AdSet',
    id: '2',
    campaign,
    values: { ...values, optimization_goal: 'OFFSITE_CONVERSIONS', ...schedule },
    statusChanges: setChanges,
    isChanged,
  }
  const creative: Ad['creative'] = {
    type: 'AdCreative',
    id: '4',
    values,
    picture: { subject: 'bag', seed: 1 },
    isChanged: false,
  }
  return {
    type: 'Ad',
    id: '3',
    adSet: set,
    creative,
    values: { ...values, status },
    statusChanges: changes,
    isChanged: false,
    ...rest,
  }
}

function delivered(ad: Ad, untilHour: number, planned?: typeof forever, onDay = day): number {
  const activity = activityOf(ad, planned)
  return activity ? deliveredShare(activity, onDay, zone, at(untilHour)) : Number.NaN
}

it('has nothing to say about a planned ad that no call touched', () => {
  expect(activityOf(anAd({}), forever)).toBeUndefined()
})

it('keeps what was delivered before a pause, and goes on after it', () => {
  const paused: StatusChange = { atMs: at(10), from: 'ACTIVE', status: 'PAUSED' }
  const resumed: StatusChange = { atMs: at(15), from: 'PAUSED', status: 'ACTIVE' }
  expect(delivered(anAd({ status: 'PAUSED', changes: [paused] }), 8, forever)).toBeCloseTo(share(0, 8))
  expect(delivered(anAd({ status: 'PAUSED', changes: [paused] }), 20, forever)).toBeCloseTo(share(0, 10))
  expect(delivered(anAd({ changes: [paused, resumed] }), 20, forever)).toBeCloseTo(share(0, 10) + share(15, 20))
  expect(delivered(anAd({ status: 'PAUSED', changes: [paused] }), 48, forever, day + 1)).toBe(0)
  expect(delivered(anAd({ status: 'PAUSED', changes: [paused] }), 48, forever, day - 1)).toBe(1)
})

it('stops with its ad set, and starts with it', () => {
  const paused: StatusChange = { atMs: at(6), from: 'ACTIVE', status: 'PAUSED' }
  expect(delivered(anAd({ adSet: { changes: [paused] } }), 12, forever)).toBeCloseTo(share(0, 6))
})

it('lets an ad that a call made begin when its review is over and its ad set has started', () => {
  const review = { endsAtMs: at(2), outcome: 'APPROVED' } as const
  expect(delivered(anAd({ review }), 12)).toBeCloseTo(share(2, 12))
  const adSet = { start_time: '2026-11-23T05:00:00-0500', end_time: '2026-11-23T09:00:00-0500' }
  expect(delivered(anAd({ review, adSet }), 12)).toBeCloseTo(share(5, 9))
  expect(delivered(anAd({ review: { ...review, outcome: 'DISAPPROVED' } }), 12)).toBe(0)
})

it('delivers nothing before it was switched on, nor when it was deleted while paused', () => {
  const on: StatusChange = { atMs: at(7), from: 'PAUSED', status: 'ACTIVE' }
  expect(delivered(anAd({ changes: [on] }), 12)).toBeCloseTo(share(7, 12))
  const gone: StatusChange = { atMs: at(7), from: 'PAUSED', status: 'DELETED' }
  expect(delivered(anAd({ status: 'DELETED', changes: [gone] }), 12)).toBe(0)
})

it('pauses for a later review and keeps what came before it', () => {
  const review = { startsAtMs: at(8), endsAtMs: at(9), outcome: 'APPROVED' } as const
  expect(delivered(anAd({ review }), 12, forever)).toBeCloseTo(share(0, 8) + share(9, 12))
  // A new ad went through a first review that took as long.
  expect(delivered(anAd({ review }), 12)).toBeCloseTo(share(1, 8) + share(9, 12))
})

it('ends where a call ends the ad set', () => {
  const adSet = { isChanged: true, end_time: '2026-11-23T11:00:00-0500' }
  expect(delivered(anAd({ adSet }), 20, forever)).toBeCloseTo(share(0, 11))
})
