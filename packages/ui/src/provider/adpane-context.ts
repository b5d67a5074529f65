import { createContext, useContext } from 'react'
import type { AdsClient } from '../client/ads-client.ts'
import type { Messages } from '../messages/en.ts'

export type Appearance = 'auto' | 'light' | 'dark'
export type Direction = 'ltr' | 'rtl'

/** What every widget knows about where it stands. */
export interface AdpaneContextValue {
  client: AdsClient
  endpoint: string
  /** BCP 47, for messages, numbers, money and dates. */
  locale: string
  direction: Direction
  messages: Messages
  /** The wall clock. Ages and countdowns follow it; "today" does not, it is derived from the data. */
  now: () => Date
  /** Where tooltips and menus are put, inside the tokens' scope. */
  portal: HTMLElement | null
  onReconnect: ((accountId: string) => void) | undefined
  onSignIn: (() => void) | undefined
  onAskForAccess: ((accountId: string) => void) | undefined
}

export const AdpaneContext: React.Context<AdpaneContextValue | undefined> = createContext<
  AdpaneContextValue | undefined
>(undefined)

/** The provider's settings. @throws {Error} Outside an `AdpaneProvider`. */
export function useAdpane(): AdpaneContextValue {
  const value = useContext(AdpaneContext)
  if (!value) throw new Error('Adpane widgets need an <AdpaneProvider> above them.')
  return value
}
