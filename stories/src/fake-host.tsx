import { AdpaneProvider, type Appearance } from '@adpane/ui'
import { createFakeBff, FAKE_ENDPOINT, type FakeScenario } from '@adpane/ui/testing'
import type { StoryContext } from '@storybook/react-vite'
import { type ReactElement, useState } from 'react'
import { arabic } from './arabic.ts'

/** What a story may say about the server behind it. */
export interface FakeHostParameters {
  /** @default 'ready' */
  scenario?: FakeScenario
  /** Puts other answers in place of the fake BFF's. */
  wrap?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
}

/** An imaginary host page with a fake BFF behind it, in the theme, direction and locale of the toolbar. */
export function FakeHost({ context, story }: { context: StoryContext; story: ReactElement }): ReactElement {
  const { scenario = 'ready', wrap = unchanged } = (context.parameters['fakeBff'] ?? {}) as FakeHostParameters
  const [bff] = useState(() => createFakeBff({ scenario }))
  const [fetch] = useState(() => wrap(bff.fetch))
  const { appearance, direction, locale } = context.globals as Record<string, string>
  return (
    <AdpaneProvider
      endpoint={FAKE_ENDPOINT}
      fetch={fetch}
      fetchSession={bff.fetchSession}
      now={bff.now}
      appearance={appearance as Appearance}
      locale={locale ?? 'en'}
      {...(direction === 'rtl' || direction === 'ltr' ? { direction } : {})}
      {...(locale === 'ar' && { messages: arabic })}
      onReconnect={ignore}
      onAskForAccess={ignore}
    >
      <main className="host-page">{story}</main>
    </AdpaneProvider>
  )
}

/** The buttons lead into the host, which a story does not have. */
function ignore(): void {}

function unchanged(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return fetch
}
