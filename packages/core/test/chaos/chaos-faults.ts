import type { FaultDraft } from '@adpane/sandbox'

/**
 * What goes wrong, and how often: about three calls in ten, those inside batches counted like those outside.
 *
 * The first rule that strikes wins, so each takes its share of what the ones before it left.
 */
export const chaosFaults: readonly FaultDraft[] = [
  { id: 'throttle-score', fault: { kind: 'throttle', code: 17 }, rate: 0.01 },
  { id: 'throttle-hour', fault: { kind: 'throttle', code: 80_004 }, rate: 0.01 },
  { id: 'throttle-edge', fault: { kind: 'throttle', code: 613 }, rate: 0.005 },
  { id: 'throttle-insights', fault: { kind: 'throttle', code: 80_000 }, match: { edge: 'insights' }, rate: 0.03 },
  // The whole app stands still after it.
  { id: 'throttle-app', fault: { kind: 'throttle', code: 4 }, rate: 0.0002 },
  { id: 'server-error', fault: { kind: 'server_error', status: 500 }, rate: 0.02 },
  { id: 'server-busy', fault: { kind: 'server_error', status: 503 }, rate: 0.02 },
  { id: 'html', fault: { kind: 'html', status: 502 }, rate: 0.035 },
  { id: 'empty', fault: { kind: 'empty', status: 500 }, rate: 0.03 },
  { id: 'reset', fault: { kind: 'reset' }, rate: 0.04 },
  { id: 'slow', fault: { kind: 'slow', delayMs: 150, isDribbled: false }, rate: 0.015 },
  { id: 'dribbled', fault: { kind: 'slow', delayMs: 200, isDribbled: true }, rate: 0.015 },
  // Longer than the client's timeout.
  {
    id: 'too-slow',
    fault: { kind: 'slow', delayMs: 6000, isDribbled: false },
    match: { isBatchItem: false },
    rate: 0.003,
  },
  { id: 'truncated', fault: { kind: 'truncated' }, rate: 0.04 },
  { id: 'ok-with-error', fault: { kind: 'ok_with_error' }, rate: 0.035 },
  { id: 'reply-lost', fault: { kind: 'reply_lost' }, rate: 0.045 },
  { id: 'expired-token', fault: { kind: 'expired_token' }, rate: 0.02 },
  { id: 'null-entry', fault: { kind: 'null_entry' }, rate: 0.05 },
]
