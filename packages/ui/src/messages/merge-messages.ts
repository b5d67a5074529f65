import type { Messages } from './en.ts'

/** Any part of the catalogue; what is left out stays English. */
export type MessageOverrides = { [Section in keyof Messages]?: Partial<Messages[Section]> }

/** A full catalogue with the host's words in place of ours. */
export function mergeMessages(base: Messages, overrides: MessageOverrides | undefined): Messages {
  if (!overrides) return base
  const sections = Object.entries(base).map(([section, messages]) => [
    section,
    { ...messages, ...overrides[section as keyof Messages] },
  ])
  return Object.fromEntries(sections) as Messages
}
