import { errorActions, type AdsErrorCode, type ErrorAction } from '@adpane/contract'
import { redact, redactedCause } from './redact.ts'

/** One wrong input: where it stands and how to mend it. */
export interface FieldProblem {
  field: string
  message: string
}

/** What Meta said about a refusal. Texts are plain, never HTML, and hold no secret. */
export interface MetaErrorInfo {
  /** Meta's main dispatch key; negative values are Meta-internal. */
  code?: number
  subcode?: number
  /** Names the call in Meta's own logs, for a few days. */
  fbtraceId?: string
  /** Short and localized, fit for people. */
  userTitle?: string
  /** One or two localized sentences, fit for people. */
  userMessage?: string
}

/** Whether Meta did what a call asked. `unknown`: it may have, so sending it again may do it twice. */
export type Execution = 'no' | 'unknown' | 'yes'

export interface AdsErrorOptions {
  /** Milliseconds until the same call may work. */
  retryAfterMs?: number
  fields?: readonly FieldProblem[]
  meta?: MetaErrorInfo
  /** Of a failed write; absent where nothing was to be written. */
  executed?: Execution
  /** What led to this error. Only a redacted copy of its name, code, message and stack is kept. */
  cause?: unknown
}

/**
 * The root of every error this package throws on purpose.
 *
 * `code` is for programs and stable, `action` says who acts next. Everything that looks like a token, a secret, a
 * proof or a query string is cut out here, so that no way of printing an error can leak one.
 */
export class AdsError extends Error {
  override readonly name: string = 'AdsError'
  readonly code: AdsErrorCode
  readonly action: ErrorAction
  readonly retryAfterMs: number | undefined
  readonly fields: readonly FieldProblem[] | undefined
  readonly meta: MetaErrorInfo | undefined
  /** Whether Meta did what a failed write asked; undefined where nothing was to be written. */
  readonly executed: Execution | undefined

  constructor(code: AdsErrorCode, message: string, options: AdsErrorOptions = {}) {
    super(redact(message), options.cause === undefined ? undefined : { cause: redactedCause(options.cause) })
    this.code = code
    this.action = errorActions[code]
    this.retryAfterMs = options.retryAfterMs
    this.fields = options.fields?.map(({ field, message: problem }) => ({
      field: redact(field),
      message: redact(problem),
    }))
    this.meta = options.meta && redactedMeta(options.meta)
    this.executed = options.executed
  }
}

function redactedMeta(meta: MetaErrorInfo): MetaErrorInfo {
  const entries = Object.entries(meta).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'string' ? redact(value) : value]))
}
