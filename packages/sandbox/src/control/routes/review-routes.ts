import { effectiveStatus } from '../../world/effective-status.ts'
import { ControlError } from '../control-error.ts'
import { controlRoute, type ControlRoute } from '../control-route.ts'

/** Decides reviews at once instead of waiting for the clock. */
export const reviewRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'post',
    path: '/reviews/{adId}',
    summary: "Decide an ad's review now",
    tag: 'Reviews',
    body: {
      type: 'object',
      required: ['outcome'],
      properties: { outcome: { type: 'string', enum: ['APPROVED', 'DISAPPROVED'] } },
    },
    reply: {
      type: 'object',
      required: ['id', 'effectiveStatus'],
      properties: { id: { type: 'string' }, effectiveStatus: { type: 'string' } },
    },
    run({ sandbox: { state }, params: { adId = '' }, body: { outcome } }) {
      const objects = state.world.accountOfObject(adId)?.objects()
      const ad = objects?.find(adId)
      if (!objects || ad?.type !== 'Ad') {
        throw new ControlError('not_found', `There is no ad ${adId.slice(0, 60)} in this sandbox.`, 'adId')
      }
      const nowMs = state.clock.now().getTime()
      // A review under way began when it did; any other begins and ends now, and what was delivered stays.
      const isUnderWay = ad.review !== undefined && ad.review.endsAtMs > nowMs
      ad.review = { ...(isUnderWay ? ad.review : { startsAtMs: nowMs }), endsAtMs: nowMs, outcome }
      objects.touch(ad)
      return { id: ad.id, effectiveStatus: effectiveStatus(ad, nowMs) }
    },
  }),
]
