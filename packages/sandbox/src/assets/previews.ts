import type { EdgeCall } from '../graph/graph-call.ts'
import { GraphError, invalidParam, missingParam, notOneOf, unknownObject } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { textOf } from '../objects/loose-values.ts'
import { enumValues } from '../schema/graph-schema.ts'
import type { AdAccount } from '../world/objects.ts'
import type { AccountCall } from './account-call.ts'
import { creativeContent, specContent, type PreviewContent } from './preview-content.ts'
import { previewFormat } from './preview-format.ts'
import { previewLink } from './preview-link.ts'

/** `GET /<ad>/previews` */
export function adPreviews(call: EdgeCall<ObjectNode<'Ad'>>): unknown {
  const { account, object } = call.node
  return previewsOf(call, creativeContent(account, object.creative))
}

/** `GET /<creative>/previews` */
export function creativePreviews(call: EdgeCall<ObjectNode<'AdCreative'>>): unknown {
  return previewsOf(call, creativeContent(call.node.account, call.node.object))
}

/** `GET act_…/generatepreviews`: a creative that need not exist yet, or one of the account's by `creative_id`. */
export function generatePreviews(call: AccountCall): unknown {
  const { creative } = call.input
  if (typeof creative !== 'object' || creative === null) throw invalidParam('Param creative must be a JSON object.')
  return previewsOf(call, contentOf(call.node.account, { ...creative }, call.method))
}

function contentOf(account: AdAccount, spec: Readonly<Record<string, unknown>>, method: string): PreviewContent {
  const id = spec.creative_id ?? spec.id
  if (id !== undefined) {
    const stored = account.objects().find(textOf(id))
    if (stored?.type !== 'AdCreative') throw unknownObject(textOf(id), method)
    return creativeContent(account, stored)
  }
  const content = specContent(account, spec)
  const isEmpty = content.message === '' && content.title === '' && content.pictures.length === 0
  if (isEmpty && !content.isVideo && spec.object_story_id === undefined) throw impossiblePreview()
  return content
}

function previewsOf({ input, sandbox, origin, now }: EdgeCall, content: PreviewContent): unknown {
  const adFormat = checkedFormat(input.ad_format)
  const format = previewFormat(adFormat)
  const link = previewLink(sandbox, origin, { content, kind: format.kind, expiresAtMs: now.getTime() + lifetimeMs })
  const width = pixels(input.width, format.width)
  const height = pixels(input.height, format.height)
  const body = `<iframe src="${escaped(link)}" width="${width}" height="${height}" scrolling="yes" style="border: none;"></iframe>`
  return { data: [{ body }] }
}

function checkedFormat(value: unknown): string {
  if (value === undefined || value === '') throw missingParam('ad_format')
  const formats = enumValues('AdPreview.ad_format')
  if (!formats.includes(textOf(value))) throw notOneOf('ad_format', formats, textOf(value))
  return textOf(value)
}

function pixels(value: unknown, usual: number): number {
  const asked = Number(value)
  return Number.isInteger(asked) && asked > 0 && asked <= 2000 ? asked : usual
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

// Links are good for a day.
const lifetimeMs = 86_400_000

function impossiblePreview(): GraphError {
  return new GraphError('(#2606) The ad preview cannot be generated for this creative.', {
    type: 'OAuthException',
    code: 2606,
  })
}
