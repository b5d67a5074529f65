import type { GraphReply, GraphRequest } from '../graph/graph-call.ts'
import { GraphError, errorEnvelope } from '../graph/graph-error.ts'
import { emptyIdentifier, fileNotAttached } from './batch-error.ts'
import { selectPath } from './json-path.ts'
import type { PlannedItem } from './plan-batch.ts'
import { joinValues, resolveReferences, type Reference } from './references.ts'

/** What became of an item. */
export type Outcome =
  | { kind: 'answered'; reply: GraphReply }
  /** Something it waits for failed. */
  | { kind: 'skipped' }
  /** Time was up, or the wire failed: its sender cannot know whether it ran. */
  | { kind: 'unfinished' }

/** What items of one batch share. */
export interface BatchContext {
  /** The call that carries the batch: gives its token to items without one, and its files. */
  carrier: GraphRequest
  perform(request: GraphRequest): Promise<GraphReply>
  nextTraceId(): string
}

/**
 * Runs one item after those before it.
 *
 * @param before - Outcomes of the earlier items, by position.
 */
export async function runItem(item: PlannedItem, before: readonly Outcome[], context: BatchContext): Promise<Outcome> {
  const needed = [...item.sources.values(), ...(item.waitsFor === undefined ? [] : [item.waitsFor])]
  if (needed.some((index) => before[index]?.kind === 'unfinished')) return { kind: 'unfinished' }
  if (item.waitsFor !== undefined && !isSuccess(before[item.waitsFor])) return { kind: 'skipped' }
  try {
    return outcomeOf(await context.perform(requestFor(item, before, context.carrier)))
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return { kind: 'answered', reply: refusal(error, context.nextTraceId()) }
  }
}

export function isSuccess(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'answered' && outcome.reply.status < 400
}

function outcomeOf(reply: GraphReply): Outcome {
  const isLost = reply.fault !== undefined && reply.fault.kind !== 'slow'
  return isLost ? { kind: 'unfinished' } : { kind: 'answered', reply }
}

function requestFor(item: PlannedItem, before: readonly Outcome[], carrier: GraphRequest): GraphRequest {
  if (item.flaw) throw item.flaw
  const known = new Map<string, string>()
  const valueOf = ({ name, path }: Reference) => {
    const key = `${name}:${path}`
    const value = known.get(key) ?? joinValues(selectPath(bodyOf(before[item.sources.get(name) ?? -1]), path))
    known.set(key, value)
    return value
  }
  const resolve = (text: string) => {
    const resolved = resolveReferences(text, valueOf)
    if (resolved === undefined) throw emptyIdentifier()
    return resolved
  }
  const params = new Map([...item.params].map(([name, value]) => [name, resolve(value)]))
  return {
    method: item.method,
    pathname: resolve(item.pathname),
    params: withToken(params, carrier),
    files: new Map(item.attachedFiles.map((name) => [name, fileNamed(name, carrier)])),
    origin: carrier.origin,
    isBatchItem: true,
    ...(carrier.isAsync ? { isAsync: true } : {}),
    ...(params.has('access_token') || carrier.headerToken === undefined ? {} : { headerToken: carrier.headerToken }),
    ...(item.ifNoneMatch === undefined ? {} : { ifNoneMatch: item.ifNoneMatch }),
  }
}

// A proof fits one token only: the batch's goes with the batch's token.
function withToken(params: Map<string, string>, carrier: GraphRequest): Map<string, string> {
  if (params.has('access_token')) return params
  for (const name of ['access_token', 'appsecret_proof']) {
    const value = carrier.params.get(name)
    if (value !== undefined && !params.has(name)) params.set(name, value)
  }
  return params
}

function fileNamed(name: string, { files }: GraphRequest) {
  const file = files.get(name)
  if (!file) throw fileNotAttached(name)
  return file
}

function bodyOf(outcome: Outcome | undefined): unknown {
  if (outcome?.kind !== 'answered' || outcome.reply.body === '') return undefined
  return JSON.parse(outcome.reply.body)
}

function refusal(error: GraphError, traceId: string): GraphReply {
  return {
    status: error.status,
    headers: {},
    body: JSON.stringify(errorEnvelope(error, traceId)),
    trace: {},
  }
}
