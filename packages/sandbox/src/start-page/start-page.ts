import { createHash } from 'node:crypto'
import type { Handler } from 'hono'
import { isLoopbackHost } from '../control/control-guard.ts'
import type { ControlledSandbox } from '../control/controlled-sandbox.ts'
import type { ResolvedOptions } from '../sandbox-options.ts'
import { page } from './page.ts'
import { pageData } from './page-data.ts'
import { script } from './script.ts'
import { style } from './style.ts'

/** Shows a person what runs here; a client that asks Graph for `/` passes through. */
export function startPage(sandbox: ControlledSandbox, { control }: Pick<ResolvedOptions, 'control'>): Handler {
  return async (context, next) => {
    const url = new URL(context.req.url)
    const isPerson = (context.req.header('accept') ?? '').includes('text/html')
    const isPlain = [...url.searchParams.keys()].every((name) => name === 'tokens')
    if (!isPerson || !isPlain) return next()
    // A foreign name that points here may belong to a page that reads along.
    const mayShowTokens = isLoopbackHost(context.req.header('host') ?? '')
    const data = pageData(sandbox, {
      origin: url.origin,
      hasControl: control && mayShowTokens,
      mayShowTokens,
      areTokensShown: mayShowTokens && url.searchParams.get('tokens') === 'shown',
    })
    return new Response(page(data), { headers })
  }
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
