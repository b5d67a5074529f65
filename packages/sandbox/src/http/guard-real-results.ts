import type { MiddlewareHandler } from 'hono'
import { isLoopbackHost } from '../control/control-guard.ts'

/**
 * Keeps pages of other sites from results that are real. Tokens follow from the seed, so that any page knows them, and
 * Graph lets every page read its replies; with invented data there is nothing to gain.
 *
 * @param listensOn - The address of the server: where it is this machine's own, a foreign host name is a page that had
 *   its name point here (DNS rebinding).
 */
export function guardRealResults(listensOn: string): MiddlewareHandler {
  const isLocal = isLoopbackHost(listensOn)
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    const isForeignName = isLocal && !isLoopbackHost(host)
    if (isForeignName || isForeignPage(context.req.raw.headers, host)) return refusal()
    return next()
  }
}

// A page cannot read what a person goes to from it.
function isForeignPage(headers: Headers, host: string): boolean {
  const origin = headers.get('origin')
  if (origin === null)
    return headers.get('sec-fetch-site') === 'cross-site' && headers.get('sec-fetch-mode') !== 'navigate'
  const from = URL.canParse(origin) ? new URL(origin).host : ''
  return from !== host && !isLoopbackHost(from)
}

function refusal(): Response {
  const message = '(#200) This sandbox holds real results (--results) and answers no pages of other sites.'
  return Response.json({ error: { message, type: 'OAuthException', code: 200 } }, { status: 403 })
}
