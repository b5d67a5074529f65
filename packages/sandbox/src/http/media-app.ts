import { Hono } from 'hono'
import { productPicture } from './media.ts'

/** The drawn product pictures, which every account shares. */
export function createMediaApp(): Hono {
  return new Hono().get('/:name{[a-z]{1,20}-\\d{1,10}-\\d{2,4}\\.svg}', (context) => {
    const [, subject = '', seed, size] = /^([a-z]+)-(\d+)-(\d+)\.svg$/.exec(context.req.param('name')) ?? []
    return new Response(productPicture(subject, Number(seed), Number(size)), { headers: pictureHeaders })
  })
}

const pictureHeaders = {
  'content-type': 'image/svg+xml',
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'",
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}
