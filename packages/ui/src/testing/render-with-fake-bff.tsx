import type { ReactElement } from 'react'
import { render } from 'vitest-browser-react'
import '../styles/index.css'
import { AdpaneProvider, type AdpaneProviderProps } from '../provider/adpane-provider.tsx'
import { createFakeBff, FAKE_ENDPOINT, type FakeBff, type FakeScenario } from './fake-bff.ts'

export interface FakePage extends Awaited<ReturnType<typeof render>> {
  bff: FakeBff
}

/** For our own browser tests: a widget in a provider with a fake BFF behind it, 1,000 px wide. */
export async function renderWithFakeBff(
  widget: ReactElement,
  options: { scenario?: FakeScenario; width?: number; provider?: Partial<AdpaneProviderProps> } = {},
): Promise<FakePage> {
  const { scenario = 'ready', width = 1000, provider } = options
  const bff = createFakeBff({ scenario })
  const page = await render(
    <div style={{ width }}>
      <AdpaneProvider
        endpoint={FAKE_ENDPOINT}
        fetch={bff.fetch}
        fetchSession={bff.fetchSession}
        now={bff.now}
        {...provider}
      >
        {widget}
      </AdpaneProvider>
    </div>,
  )
  return { ...page, bff }
}
