import type { EdgeCall } from '../graph/graph-call.ts'
import { GraphError } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { createdReply, updatedReply } from '../objects/write-call.ts'
import { wireTime } from '../objects/wire-time.ts'
import type { AdsPixel } from '../world/objects.ts'
import { textInput, type AccountCall } from './account-call.ts'

type PixelCall = EdgeCall<ObjectNode<'AdsPixel'>>

/**
 * `POST act_…/adspixels`: an account has one pixel.
 *
 * @throws {GraphError} 6200 when it has that one already, 6202 when it has several.
 */
export function createPixel(call: AccountCall): unknown {
  const { node, input, now } = call
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
  return createdReply(call, account, pixel)
}

/** `POST /<pixel>` */
export function updatePixel(call: PixelCall): unknown {
  const { node, input, now } = call
  const { account, object } = node
  for (const name of editable) if (input[name] !== undefined) object.values[name] = input[name]
  object.values.updated_time = wireTime(now.getTime(), account.timezone)
  account.objects().touch(object)
  return updatedReply(call, account, object)
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
