import type { EdgeCall } from '../graph/graph-call.ts'
import { GraphError } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { wireTime } from '../objects/wire-time.ts'
import type { AdsPixel } from '../world/objects.ts'
import { textInput, type AccountCall } from './account-call.ts'

type PixelCall = EdgeCall<ObjectNode<'AdsPixel'>>

/**
 * `POST act_…/adspixels`: an account has one pixel.
 *
 * @throws {GraphError} 6200 when it has that one already, 6202 when it has several.
 */
export function createPixel({ node, input, now }: AccountCall): unknown {
  const { account } = node
  const own = account.objects().all('AdsPixel')
  if (own.length === 1) throw pixelExists(6200, 'A pixel already exists for this account')
  if (own.length > 1) throw pixelExists(6202, 'More than one pixel exist for this account')
  const time = wireTime(now.getTime(), account.timezone)
  const pixel: AdsPixel = {
    type: 'AdsPixel',
    id: account.objects().newId('AdsPixel'),
    values: { name: textInput(input.name) ?? `${account.name}'s Pixel`, created_time: time, updated_time: time },
    isChanged: true,
  }
  account.objects().add(pixel)
  return { id: pixel.id }
}

/** `POST /<pixel>` */
export function updatePixel({ node, input, now }: PixelCall): unknown {
  const { account, object } = node
  for (const name of editable) if (input[name] !== undefined) object.values[name] = input[name]
  object.values.updated_time = wireTime(now.getTime(), account.timezone)
  account.objects().touch(object)
  return { success: true }
}

/**
 * The code for a page. Meta's begins by loading its script; here that part is left out, so that no page
 * which copies an invented pixel asks a real server for it.
 */
export function pixelCode(id: string, origin: string): string {
  return [
    '<!-- Meta Pixel Code -->',
    '<script>',
    'window.fbq = window.fbq || function () { (fbq.queue = fbq.queue || []).push(arguments) };',
    `fbq('init', '${id}');`,
    "fbq('track', 'PageView');",
    '</script>',
    `<noscript><img height="1" width="1" style="display:none" src="${origin}/tr?id=${id}&ev=PageView&noscript=1"/></noscript>`,
    '<!-- End Meta Pixel Code -->',
  ].join('\n')
}

const editable = [
  'name',
  'automatic_matching_fields',
  'enable_automatic_matching',
  'data_use_setting',
  'first_party_cookie_status',
]

function pixelExists(code: number, text: string): GraphError {
  return new GraphError(`(#${code}) ${text}`, { type: 'OAuthException', code })
}
