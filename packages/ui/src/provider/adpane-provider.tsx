import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { createAdsClient } from '../client/ads-client.ts'
import { type AdsSession, createSessionKeeper } from '../client/session.ts'
import { en } from '../messages/en.ts'
import { mergeMessages, type MessageOverrides } from '../messages/merge-messages.ts'
import { retryDelayMs, shouldRetry } from '../queries/retry.ts'
import { AdpaneContext, type AdpaneContextValue, type Appearance, type Direction } from './adpane-context.ts'

export interface AdpaneProviderProps {
  /** Where the BFF is mounted, such as `/api/admin/meta-ads`. Another tenant needs another provider: give it a `key`. */
  endpoint: string
  /** Asks your back end for a session: `{ token, expiresIn }`, `expiresIn` in seconds. Called once at a time. */
  fetchSession: () => Promise<AdsSession>
  /** Replaces the browser's `fetch`, for tests and stories. */
  fetch?: typeof globalThis.fetch
  /** @default 'auto' */
  appearance?: Appearance
  /** BCP 47. @default 'en' */
  locale?: string
  /** @default what the locale's script is written in */
  direction?: Direction
  /** Replaces single messages or all of them. */
  messages?: MessageOverrides
  /** The wall clock, for tests and stories. @default the device's */
  now?: () => Date
  /** Called by "Reconnect" when an account's connection to Meta is broken. Without it there is no such button. */
  onReconnect?: (accountId: string) => void
  /** Called when the session ended and could not be renewed. @default asks `fetchSession` again */
  onSignIn?: () => void
  /** Called by "Ask for access". Without it there is no such button. */
  onAskForAccess?: (accountId: string) => void
  children?: ReactNode
}

/** Settings, session and cache for the widgets below it, and the one element that carries the design tokens. */
export function AdpaneProvider(props: AdpaneProviderProps): ReactElement {
  const { appearance = 'auto', locale = 'en', direction = directionOf(locale) } = props
  const [queries] = useState(createQueryClient)
  const [portal, setPortal] = useState<HTMLElement | null>(null)
  const value = useContextValue(props, locale, direction, portal)
  return (
    <AdpaneContext value={value}>
      <QueryClientProvider client={queries}>
        <div className="ap" data-ap-appearance={appearance} dir={direction} lang={locale}>
          {props.children}
          <div className="ap-portal" ref={setPortal} />
        </div>
      </QueryClientProvider>
    </AdpaneContext>
  )
}

function useContextValue(
  props: AdpaneProviderProps,
  locale: string,
  direction: Direction,
  portal: HTMLElement | null,
): AdpaneContextValue {
  const { endpoint, fetch, messages, now = wallClock, onReconnect, onSignIn, onAskForAccess } = props
  const fetchSession = useRef(props.fetchSession)
  useEffect(() => {
    // Hosts often pass a new arrow at each render; that must not throw the session away.
    fetchSession.current = props.fetchSession
  })
  const client = useMemo(() => {
    // oxlint-disable-next-line react/refs -- read when a session is asked for, never while rendering
    const session = createSessionKeeper({ fetchSession: () => fetchSession.current() })
    return createAdsClient({ endpoint, session, fetch })
  }, [endpoint, fetch])
  const allMessages = useMemo(() => mergeMessages(en, messages), [messages])
  return useMemo(
    () => ({
      client,
      endpoint,
      locale,
      direction,
      messages: allMessages,
      now,
      portal,
      onReconnect,
      onSignIn,
      onAskForAccess,
    }),
    [client, endpoint, locale, direction, allMessages, now, portal, onReconnect, onSignIn, onAskForAccess],
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Offline is a state we show; a paused query would look like loading.
        networkMode: 'always',
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        retryDelay: retryDelayMs,
      },
    },
  })
}

function wallClock(): Date {
  return new Date()
}

const RTL_LANGUAGES = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb'])

function directionOf(locale: string): Direction {
  return RTL_LANGUAGES.has(new Intl.Locale(locale).language) ? 'rtl' : 'ltr'
}
