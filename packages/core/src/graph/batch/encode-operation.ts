import { pathSegments } from '../graph-path.ts'
import type { GraphFile } from '../uploads/multipart.ts'
import type { BatchOperation } from './batch-operation.ts'
import { Reference } from './reference.ts'

/** One element of `batch` as Meta wants it. */
export interface BatchItem {
  method: BatchOperation['method']
  relative_url: string
  body?: string
  name?: string
  depends_on?: string
  attached_files?: string
  /** Named ones answer `null` for a success unless told not to, and then nobody could tell it from a timeout. */
  omit_response_on_success?: false
}

/** How an operation finds the others it needs. */
export interface Surroundings {
  version: string
  /** Given when others of the same call need it. */
  name?: string
  /** Name of the operation of the same call that it waits for. */
  dependsOn?: string
  /** What stands for a reference: `{result=…}` within a call, its value after it. */
  resolve: (reference: Reference) => string
}

/**
 * Writes an operation as an element of `batch`.
 *
 * Its address and body are URL-encoded once more than in a call of its own: Meta takes them apart like a form. Only
 * references stay as they are, as in every sample of Meta's.
 *
 * @see https://developers.facebook.com/docs/graph-api/batch-requests
 */
export function encodeOperation(operation: BatchOperation, surroundings: Surroundings): BatchItem {
  const { method, params = {}, files = {} } = operation
  const { version, name, dependsOn, resolve } = surroundings
  const path = [version, ...pathSegments(operation.path)].map((segment) => encode(textOf(segment, resolve)))
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${encode(key)}=${encode(textOf(value, resolve))}`)
    .join('&')
  const hasBody = method === 'POST'
  return {
    method,
    relative_url: hasBody || query === '' ? path.join('/') : `${path.join('/')}?${query}`,
    ...(hasBody && { body: query }),
    ...(name !== undefined && { name, omit_response_on_success: false }),
    ...(dependsOn !== undefined && { depends_on: dependsOn }),
    ...(Object.keys(files).length > 0 && { attached_files: Object.keys(files).join(',') }),
  }
}

/**
 * Gives files of one call different part names where operations use the same.
 *
 * @returns The operation with its files renamed.
 */
export function renameFiles(operation: BatchOperation, taken: Record<string, GraphFile>): BatchOperation {
  if (operation.files === undefined) return operation
  const files: Record<string, GraphFile> = {}
  for (const [name, file] of Object.entries(operation.files)) {
    let free = name
    for (let count = 2; Object.hasOwn(taken, free) || Object.hasOwn(files, free); count++) free = `${name}-${count}`
    files[free] = file
  }
  Object.assign(taken, files)
  return { ...operation, files }
}

/** A parameter as text: objects and lists as JSON. */
export function textOf(value: unknown, resolve: Surroundings['resolve']): string {
  if (typeof value === 'string') return value
  if (value instanceof Reference) return resolve(value)
  return JSON.stringify(replaceReferences(value, resolve))
}

/** A copy to stringify: `JSON.stringify` calls `toJSON` before any replacer could see a reference. */
function replaceReferences(value: unknown, resolve: Surroundings['resolve']): unknown {
  if (value instanceof Reference) return resolve(value)
  if (Array.isArray(value)) return value.map((inner: unknown) => replaceReferences(inner, resolve))
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaceReferences(inner, resolve)]))
}

/** Half a surrogate pair, as cutting a name short may leave behind, would make `encodeURIComponent` throw. */
function encode(text: string): string {
  return text
    .toWellFormed()
    .split(/(\{result=[^{}]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part)))
    .join('')
}
