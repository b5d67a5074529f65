import { useAdpane } from '../provider/adpane-context.ts'
import type { Messages } from './en.ts'

/** The catalogue in force: ours, with the host's overrides. */
export function useMessages(): Messages {
  return useAdpane().messages
}
