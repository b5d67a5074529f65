import { GraphError, invalidParam } from '../graph/graph-error.ts'

/**
 * Reads an address the sandbox is asked to call.
 *
 * @param name - The parameter it came in.
 * @throws {GraphError} 100 for what is no address; 2200 for one beyond this machine, which no test should reach.
 */
export function callbackAddress(text: string, name = 'callback_url'): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw invalidParam(`${name} URL is not properly formatted`)
  }
  if (isLoopback(url)) return url
  throw new GraphError(
    `(#2200) The sandbox calls this machine only, and ${name} points elsewhere. ` +
      'Use an address on 127.0.0.1, [::1] or localhost.',
    { type: 'OAuthException', code: 2200 },
  )
}

/** The URL parser has already turned `127.1` and `0x7f000001` into four numbers. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** An address as it may be kept and shown: query strings can hold secrets. */
export function shownAddress({ origin, pathname }: URL): string {
  return `${origin}${pathname}`
}
