import { notOneOf } from '../graph/graph-error.ts'
import { enumValues } from '../schema/graph-schema.ts'

/**
 * When a set announces that it is done. Meta's reference names the modes, its guide numbers them; both are taken.
 *
 * @throws {GraphError} 100 for anything else.
 */
export function notificationMode(sent: unknown): 'OFF' | 'ON_COMPLETE' | undefined {
  if (sent === undefined) return undefined
  if (sent === 'OFF' || sent === '0') return 'OFF'
  if (sent === 'ON_COMPLETE' || sent === '1') return 'ON_COMPLETE'
  throw notOneOf(
    'notification_mode',
    enumValues('AdAsyncRequestSet.notification_mode'),
    typeof sent === 'string' ? sent : '',
  )
}
