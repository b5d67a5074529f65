import { Hono } from 'hono'
import type { SandboxState } from '../graph/graph-call.ts'
import { previewPath, readPreviewLink } from './preview-link.ts'
import { previewNotice, previewPage, previewPolicy } from './preview-page.ts'

/** Serves the pages that preview iframes show. */
export function createPreviewApp(sandbox: SandboxState): Hono {
  const app = new Hono()
  app.get(previewPath, (context) => {
    const payload = readPreviewLink(sandbox, context.req.query('d') ?? '', context.req.query('t') ?? '')
    if (!payload) return html(404, previewNotice('This preview link is not valid.'))
    const isOver = sandbox.clock.now().getTime() >= payload.expiresAtMs
    if (isOver)
      return html(410, previewNotice('This preview has expired. Previews last for 24 hours; ask for another one.'))
    return html(200, previewPage(payload))
  })
  return app
}

function html(status: number, page: string): Response {
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': previewPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, max-age=300',
    },
  })
}
