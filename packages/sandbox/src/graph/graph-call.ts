import type { AsyncRequests } from '../batch/async-requests.ts'
import type { Fault, Faults } from '../control/faults.ts'
import type { Caller } from '../identity/caller.ts'
import type { Identity } from '../identity/identity.ts'
import type { Webhooks } from '../identity/webhooks.ts'
import type { ReportRuns } from '../insights/report-runs.ts'
import type { InsightsRow } from '../insights/insights-row.ts'
import type { Quota } from '../quota/quota.ts'
import type { Studies } from '../studies/studies.ts'
import type { SandboxClock } from '../world/clock.ts'
import type { World } from '../world/create-world.ts'
import type { Node } from './node.ts'
import type { Params } from './params.ts'

/** Everything one sandbox consists of; calls read and change it. */
export interface SandboxState {
  world: World
  identity: Identity
  clock: SandboxClock
  runs: ReportRuns
  asyncRequests: AsyncRequests
  studies: Studies
  quota: Quota
  faults: Faults
  webhooks: Webhooks
  rowCache: RowCache
  /** A fresh id for `x-fb-trace-id` and `fbtrace_id`. */
  nextTraceId(): string
  /** Tells whoever runs the sandbox of a mistake of its own; the caller sees Graph's code 1. */
  reportMistake(error: unknown): void
  /** Real milliseconds a batch may take; what is not finished by then is answered `null`. */
  batchTimeoutMs: number
  /** Virtual milliseconds an ad waits for its review. */
  reviewDurationMs: number
}

/** Keeps the rows of recent questions, since a client reads one answer page by page. */
export interface RowCache {
  get(key: string, make: () => readonly InsightsRow[]): readonly InsightsRow[]
}

/** A part of a multipart body that is a file. */
export interface UploadedFile {
  /** Name of the part. */
  partName: string
  fileName: string
  contentType: string
  bytes: Uint8Array
}

/** A call as the wire gave it, whoever carries it: an HTTP request or an item of a batch. */
export interface GraphRequest {
  method: string
  /** With the version if there was one: `/v25.0/act_1/ads`. */
  pathname: string
  /** Query and body together. */
  params: Params
  files: ReadonlyMap<string, UploadedFile>
  /** From the Authorization header. */
  headerToken?: string
  ifNoneMatch?: string
  /** Where this sandbox is reached, without a trailing slash. */
  origin: string
  isBatchItem: boolean
  /** Carried out later, from an asynchronous batch, where heavier calls are allowed. */
  isAsync?: boolean
}

/** What goes back: JSON, as text already so that its hash can be taken. */
export interface GraphReply {
  status: number
  headers: Record<string, string>
  /** Empty for 304. */
  body: string
  /** For the carrier: an HTTP connection acts it out, a batch answers `null`. */
  fault?: Fault
  /** For the request log. */
  trace: { callerName?: string; code?: number; subcode?: number; fault?: Fault['kind'] }
}

/** One authenticated call, ready to be answered. */
export interface GraphCall {
  sandbox: SandboxState
  /** What answers the edges; by way of the call, since handlers read nodes and nodes have edges. */
  handlers: EdgeHandlers
  caller: Caller
  method: 'GET' | 'POST' | 'DELETE'
  /** `v25.0` */
  version: string
  /** Path parts after the version. */
  path: readonly string[]
  params: Params
  files: ReadonlyMap<string, UploadedFile>
  /** A token that came in the Authorization header; others are among the parameters. */
  headerToken?: string
  now: Date
  origin: string
  /** True for calls carried out later, from an asynchronous batch. */
  isAsync: boolean
  /** How many rows of lists it may still read, those of expanded edges together. */
  rows: { left: number }
  /** Address of a path (`act_1/ads`) with parameters, in the version of this call. */
  linkTo(path: string, params: Readonly<Record<string, string | undefined>>): string
  /** Adds a line to `__debug__`, shown to those who ask with `debug=all`. */
  note(message: string, type?: 'warning' | 'info'): void
}

/** A call on a node, its declared parameters checked against the schema and read into values. */
export interface EdgeCall<N extends Node = Node> extends GraphCall {
  node: N
  /** By name; absent parameters are absent. Lists, objects, numbers and booleans are already what they mean. */
  input: Readonly<Record<string, unknown>>
}

/** Answers one method of one edge with the JSON of its body. */
export type EdgeHandler<N extends Node = Node> = (call: EdgeCall<N>) => unknown

/** Handlers by type, method and edge: `AdAccount POST campaigns`; the node itself is `.`: `Campaign DELETE .`. */
export type EdgeHandlers = Readonly<Record<string, EdgeHandler<never>>>
