import { Hono } from 'hono'
import type { SandboxState } from '../graph/graph-call.ts'
import { productPicture } from '../http/media.ts'
import { seedOf } from '../world/random.ts'
import { mediaStoreOf } from './media-store.ts'

/** Serves uploaded pictures at `/__media/images/<hash>.<format>`; a drawn one stands in for bytes no longer kept. */
export function createImageApp(sandbox: SandboxState): Hono {
  const app = new Hono()
  app.get('/__media/images/:name', (context) => {
    const hash = /^([0-9a-f]{32})\.[a-z]{3,4}$/.exec(context.req.param('name'))?.[1]
    if (hash === undefined) return context.notFound()
    const media = mediaStoreOf(sandbox).get(hash)
    if (media)
      return new Response(media.bytes.slice(), { headers: { ...safeHeaders, 'content-type': media.contentType } })
    const drawn = productPicture('bag', seedOf(hash), 512)
    return new Response(drawn, { headers: { ...safeHeaders, 'content-type': 'image/svg+xml' } })
  })
  return app
}

// Strangers' bytes are pictures here and nothing else, whatever they hold.
const safeHeaders = {
  'cache-control': 'public, max-age=86400',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}
