import { pathSegments } from '../graph-path.ts'
import type { GraphFile } from '../uploads/multipart.ts'
import type { GraphRequest } from '../wire.ts'
import { scoreOf } from './access-memory.ts'
import type { BatchOperation } from './batch-operation.ts'
import { encodeOperation, renameFiles, textOf, type Surroundings } from './encode-operation.ts'
import type { Packable } from './pack-calls.ts'
import { looksLikeReference, operationsIn, referencesIn, type Reference } from './reference.ts'

/** An operation that is about to be sent. */
export interface Prepared extends Packable {
  operation: BatchOperation
  isWrite: boolean
  /** For people: `act_1/campaigns`. */
  subject: string
}

/** What a reference leads to once its source was answered; undefined while it was not. */
export type ValueOf = (reference: Reference) => string | undefined

/** Sizes an operation up for packing. */
export function prepareOperation(
  operation: BatchOperation,
  place: Pick<Packable, 'index' | 'parents' | 'isApart' | 'group'>,
  { version, valueOf }: { version: string; valueOf: ValueOf },
): Prepared {
  const { method, params = {}, files = {} } = operation
  const resolve: Surroundings['resolve'] = (source) => valueOf(source) ?? inCall('o00000', source)
  const item = encodeOperation(operation, { version, resolve })
  const subject = segmentsOf(operation, resolve).join('/')
  const campaign = params['campaign_id']
  return {
    ...place,
    operation,
    subject,
    isWrite: method !== 'GET',
    // As it will travel: JSON inside of a form.
    bytes: encodeURIComponent(JSON.stringify(item)).length + bytesOf(files),
    points: scoreOf(method),
    createsAd: method === 'POST' && /^act_\d+\/ads$/.test(subject),
    adSetOf: method === 'POST' && /^act_\d+\/adsets$/.test(subject) ? textOf(campaign, resolve) : undefined,
    isAlone: looksLikeReference(params) || takesMore(operation, valueOf),
  }
}

/** One HTTP call for several operations. */
export function batchRequest(members: readonly Prepared[], version: string, valueOf: ValueOf): GraphRequest {
  const names = new Map(members.map(({ operation, index }) => [operation, `o${index}`]))
  const needed = new Set(members.flatMap(({ operation }) => sourcesOf(operation)))
  const resolve: Surroundings['resolve'] = (source) => valueOf(source) ?? inCall(names.get(source.operation), source)
  const files: Record<string, GraphFile> = {}
  const batch = members.map(({ operation }) => {
    const name = needed.has(operation) ? names.get(operation) : undefined
    const dependsOn = operation.dependsOn && names.get(operation.dependsOn)
    return encodeOperation(renameFiles(operation, files), {
      version,
      resolve,
      ...(name !== undefined && { name }),
      ...(dependsOn !== undefined && { dependsOn }),
    })
  })
  const calls = members.map(({ operation }) => ({ method: operation.method, path: segmentsOf(operation, resolve) }))
  return { method: 'POST', path: [], params: { batch, include_headers: true }, files, batch: calls }
}

/** The call an operation would be without a batch. */
export function singleRequest({ operation }: Prepared, valueOf: ValueOf): GraphRequest {
  const resolve: Surroundings['resolve'] = (source) => valueOf(source) ?? ''
  const params = Object.entries(operation.params ?? {}).filter(([, value]) => value !== undefined && value !== null)
  return {
    method: operation.method,
    path: segmentsOf(operation, resolve),
    params: Object.fromEntries(params.map(([name, value]) => [name, textOf(value, resolve)])),
    files: operation.files,
  }
}

function segmentsOf(operation: BatchOperation, resolve: Surroundings['resolve']): string[] {
  return pathSegments(operation.path).map((segment) => textOf(segment, resolve))
}

function sourcesOf({ path, params, dependsOn }: BatchOperation): BatchOperation[] {
  return [...operationsIn(path), ...operationsIn(params), ...(dependsOn ? [dependsOn] : [])]
}

function inCall(name = '', { path }: Reference): string {
  return `{result=${name}:${path}}`
}

/** An answer put in place of a reference may itself read like one. */
function takesMore(operation: BatchOperation, valueOf: ValueOf): boolean {
  return referencesIn([operation.path, operation.params]).some((source) => looksLikeReference(valueOf(source)))
}

function bytesOf(files: Readonly<Record<string, GraphFile>>): number {
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
}
