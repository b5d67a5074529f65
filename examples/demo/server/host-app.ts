import { createBff, type SessionKey, signSession } from '@adpane/bff'
import type { Adpane } from '@adpane/core'
import { Hono } from 'hono'
import type { PageFiles } from './build-page.ts'
import type { OpenDataSource } from './data-source.ts'
import { securityHeaders } from './security-headers.ts'

/** Where the ads routes are mounted. */
export const endpoint = '/api/admin/meta-ads'

export interface HostAppOptions {
  adpane: Adpane
  source: OpenDataSource
  page: PageFiles
}

/** Harborline's back end: its own routes, its page, and the ads routes mounted beside them. */
export function createHostApp({ adpane, source, page }: HostAppOptions): Hono {
  const sessionKey = randomSessionKey()
  const tenants = source.tenants.map(({ id, name }) => ({ id, name }))
  const app = new Hono()
  app.use(securityHeaders(source.imageOrigins))
  app.route(endpoint, createBff({ adpane, session: { keys: [sessionKey] } }))

  app.get('/tenants', (context) => context.json(tenants))
  app.get('/data-source', (context) =>
    context.json({
      firstAccounts: Object.fromEntries(source.tenants.map(({ id, firstAccount }) => [id, firstAccount])),
      kind: source.kind,
      now: source.clock.now().toISOString(),
      ...(source.results && { results: source.results }),
    }),
  )

  // A real host asks its own login here: who is this, which tenant are they in, which ad accounts may they see.
  // The README shows the same route behind one. The demo has no users, so it trusts the tenant it is asked for.
  app.post('/ads-session', async (context) => {
    const text = await context.req.text()
    const asked = text === '' ? {} : parseObject(text)
    if (!asked) return context.json({ error: { message: 'Send JSON such as {"tenant":"…"}, or no body at all.' } }, 400)
    const tenant = findTenant(tenants, asked)
    if (!tenant) return context.json({ error: { message: 'There is no such tenant. GET /tenants lists them.' } }, 404)
    const accounts = await adpane.accounts.list(tenant.id)
    const session = await signSession({
      key: sessionKey,
      subject: 'demo-visitor',
      tenantId: tenant.id,
      accountIds: accounts.map(({ id }) => id),
    })
    return context.json({ ...session, endpoint }, 200, { 'cache-control': 'no-store' })
  })

  app.get('*', (context) => servePage(page, context.req.path))
  app.notFound((context) => context.json({ error: { message: `There is nothing at ${context.req.path}.` } }, 404))
  app.onError((_, context) => context.json({ error: { message: 'Something went wrong in the demo.' } }, 500))
  return app
}

/** The tenant a request names; the first when it names none. */
function findTenant(tenants: readonly { id: string; name: string }[], { tenant }: { tenant?: unknown }) {
  return tenant === undefined ? tenants[0] : tenants.find(({ id }) => id === tenant)
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function servePage(files: PageFiles, path: string): Response {
  const isAsset = path.startsWith('/assets/')
  const isMissing = isAsset || path.startsWith('/api/') || /\.\w+$/.test(path)
  // Every other path is a page of the product; the browser decides which.
  const file = files.get(path) ?? (isMissing ? undefined : files.get('/index.html'))
  if (!file) return Response.json({ error: { message: `There is nothing at ${path}.` } }, { status: 404 })
  return new Response(file.body, {
    headers: {
      'content-type': file.type,
      // Vite writes a hash of the content into the name of each asset.
      'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

function randomSessionKey(): SessionKey {
  return { kid: 'demo', secret: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64') }
}
