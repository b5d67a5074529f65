import type { PlayFunctionContext } from 'storybook/internal/types'
import { expect, waitFor } from 'storybook/test'

/**
 * Waits until a story shows what it is about, so that accessibility is checked on that and not on a skeleton.
 *
 * Where the first answer arrives and a later one fails, that takes a few seconds of asking again.
 */
export async function settled({
  canvasElement,
  parameters,
}: Pick<PlayFunctionContext, 'canvasElement' | 'parameters'>) {
  const scenario = (parameters['fakeBff'] as { scenario?: string } | undefined)?.scenario ?? 'ready'
  if (scenario === 'loading') {
    await waitFor(() => expect(canvasElement.querySelector('.ap-sk-box:not(.ap-sk-held)')).not.toBeNull())
    return
  }
  await waitFor(() => expect(canvasElement.querySelector('[aria-busy="true"]')).toBeNull(), { timeout: 10_000 })
  await waitFor(() => expect(canvasElement.querySelector('.ap-plot .ap-sk-g')).toBeNull(), { timeout: 10_000 })
  if (late.has(scenario))
    await waitFor(() => expect(canvasElement.querySelector('.ap-strip')).not.toBeNull(), { timeout: 12_000 })
}

const late = new Set(['connection-broken', 'offline', 'session-expired', 'partial', 'rate-limited', 'account-disabled'])
