import type { EdgeCall, GraphRequest } from '../graph/graph-call.ts'
import { invalidParam, missingParam } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { isRecord } from '../objects/loose-values.ts'
import { readItem, type BatchItem } from './batch-item.ts'
import type { AsyncRequest, AsyncSet, Notification } from './async-set.ts'
import { notificationMode } from './notification-mode.ts'
import { isNotifiable } from './notify-set.ts'
import { planItems } from './plan-batch.ts'
import { scopeOf } from './run-async-batch.ts'

type AccountCall = EdgeCall<Extract<Node, { type: 'AdAccount' }>>

// The guide's number for asynchronous batches; none is given for the other two.
const limits = { items: 1000, ads: Infinity }

/** `POST act_/asyncadrequestsets`: ads from `ad_specs`, one after the other. */
export function createAdRequests(call: AccountCall): { id: string } {
  const drafts = listOf(call.input['ad_specs'], 'ad_specs').map((spec) => ({
    item: creation(call, 'ads', spec),
    input: { adgroup_spec: spec },
    scopeObjectId: idText(spec['adset_id']),
  }))
  return addSet(call, 'ads', drafts)
}

/** `POST act_/asyncadcreatives`: a creative from `creative_spec`. */
export function createCreativeSet(call: AccountCall): { id: string } {
  const spec = call.input['creative_spec']
  if (!isRecord(spec)) throw invalidParam('Param creative_spec must be a JSON object.')
  const item = creation(call, 'adcreatives', spec)
  return addSet(call, 'creatives', [{ item, input: { creative_spec: spec }, scopeObjectId: scopeOf(item) }])
}

/** `POST act_/async_batch_requests`: any POSTs, which may refer to each other by name. */
export function createBatchSet(call: AccountCall): { id: string } {
  const drafts = listOf(call.input['adbatch'], 'adbatch').map((sent, index) => {
    checkBatchItem(sent, index)
    const item = readItem({ ...sent, method: 'POST', body: decodedOnce(String(sent['body'])) }, `/${call.version}`)
    return { item, input: sent, scopeObjectId: scopeOf(item) }
  })
  return addSet(call, 'batch', drafts)
}

type Draft = Pick<AsyncRequest, 'input' | 'scopeObjectId'> & { item: BatchItem }

function addSet(call: AccountCall, kind: AsyncSet['kind'], drafts: readonly Draft[]): { id: string } {
  if (drafts.length > limits.items) throw invalidParam(`Too many requests. Maximum: ${limits.items}.`)
  const planned = planItems(
    drafts.map(({ item }) => item),
    limits,
  )
  const { id } = call.sandbox.asyncRequests.add({
    kind,
    account: call.node.account,
    callerId: call.caller.id,
    carrier: carrierOf(call),
    name: typeof call.input['name'] === 'string' ? call.input['name'] : '',
    notification: notificationOf(call),
    requests: planned.map((item, index) => ({
      item,
      input: drafts[index]?.input ?? {},
      scopeObjectId: drafts[index]?.scopeObjectId ?? '',
    })),
  })
  return { id }
}

/** The token and the files that the later calls will need. */
function carrierOf({ version, params, files, origin, headerToken }: AccountCall): GraphRequest {
  const kept = [...params].filter(([name]) => name === 'access_token' || name === 'appsecret_proof')
  return {
    method: 'POST',
    pathname: `/${version}/`,
    params: new Map(kept),
    files,
    origin,
    isBatchItem: false,
    ...(headerToken === undefined ? {} : { headerToken }),
  }
}

function notificationOf(call: AccountCall): Notification {
  const { input } = call
  const uri = input['notification_uri']
  if (typeof uri === 'string' && !isNotifiable(uri)) call.note('The sandbox notifies addresses of this machine only.')
  return {
    mode: notificationMode(input['notification_mode']) ?? 'OFF',
    status: 'not_sent',
    ...(typeof uri === 'string' ? { uri } : {}),
  }
}

function creation(call: AccountCall, edge: string, spec: Readonly<Record<string, unknown>>): BatchItem {
  const params = Object.entries(spec).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  )
  return {
    method: 'POST',
    pathname: `/${call.version}/${call.node.id}/${edge}`,
    params: new Map(params),
    attachedFiles: [],
  }
}

function idText(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : ''
}

function checkBatchItem(sent: Readonly<Record<string, unknown>>, index: number): void {
  for (const name of batchItemKeys) {
    if (typeof sent[name] !== 'string' || sent[name] === '') throw missingParam(`adbatch[${index}][${name}]`)
  }
  const unknown = Object.keys(sent).find((name) => !batchItemKeys.includes(name))
  if (unknown !== undefined) {
    throw invalidParam(`Param adbatch[${index}] has an invalid key: ${unknown.slice(0, 60)}.`)
  }
}

const batchItemKeys: readonly string[] = ['name', 'relative_url', 'body']

// The guide's sample encodes the whole body once more.
function decodedOnce(body: string): string {
  if (body.includes('=') || !/%3D/i.test(body)) return body
  try {
    return decodeURIComponent(body)
  } catch {
    return body
  }
}

function listOf(value: unknown, name: string): Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value) || value.length === 0) throw missingParam(name)
  return value.map((item: unknown, index) => {
    if (isRecord(item)) return item
    throw invalidParam(`Param ${name}[${index}] must be a JSON object.`)
  })
}
