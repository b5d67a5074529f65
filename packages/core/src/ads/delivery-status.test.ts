import { expect, it } from 'vitest'
import { deliveryStatus } from './delivery-status.ts'

const now = new Date('2025-03-20T12:00:00Z')

it.each([
  [{ effectiveStatus: 'ACTIVE' }, 'active'],
  [{ effectiveStatus: 'ACTIVE', learningStage: 'LEARNING' }, 'learning'],
  [{ effectiveStatus: 'ACTIVE', learningStage: 'FAIL' }, 'learning_limited'],
  [{ effectiveStatus: 'ACTIVE', learningStage: 'SUCCESS' }, 'active'],
  [{ effectiveStatus: 'ACTIVE', stopTime: '2025-03-20T08:00:00-0300' }, 'completed'],
  [{ effectiveStatus: 'ACTIVE', stopTime: '2025-03-20T10:00:00-0300' }, 'active'],
  [{ effectiveStatus: 'ADSET_PAUSED', learningStage: 'LEARNING' }, 'paused'],
  [{ effectiveStatus: 'DISAPPROVED' }, 'rejected'],
  [{ effectiveStatus: 'IN_PROCESS' }, 'in_review'],
  [{ effectiveStatus: 'WITH_ISSUES' }, 'not_delivering'],
  [{ effectiveStatus: 'ARCHIVED', stopTime: '2024-01-01T00:00:00+0000' }, 'archived'],
  [{ effectiveStatus: 'A_STATUS_META_ADDS_TOMORROW' }, 'not_delivering'],
] as const)('%j reads as %s', (facts, word) => {
  expect(deliveryStatus(facts, now)).toBe(word)
})
