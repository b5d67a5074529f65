import { ConnectionBrokenError } from '../errors/connection-broken-error.ts'
import { MetaRateLimitError } from '../errors/meta-rate-limit-error.ts'
import { MetaRejectedError } from '../errors/meta-rejected-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { NotFoundError } from '../errors/not-found-error.ts'
import { PermissionMissingError } from '../errors/permission-missing-error.ts'
import { TooMuchDataError } from '../errors/too-much-data-error.ts'
import type { AdsError, AdsErrorOptions, Execution, FieldProblem, MetaErrorInfo } from '../errors/ads-error.ts'
import { isJsonObject, parseJson, type JsonObject } from './json.ts'
import { findRefusalRule, type RefusalKind } from './error-table.ts'

/** A call that failed. */
export interface Failure {
  error: AdsError
  /** The same call may work in a moment. */
  isTransient: boolean
  /** Whether Meta did what was asked; only a `no` makes it safe to send a write again. */
  executed: Execution
}

export interface RefusalContext {
  /** What the call was about, such as `act_1`. */
  subject: string
  status: number
  /** Milliseconds until Meta's headers promise access again. */
  regainMs?: number | undefined
  /** `x-fb-trace-id`, for answers that name none themselves. */
  traceId?: () => string | undefined
  /** The answer is the list of a batch. */
  isBatch?: boolean
  /** Something was to be changed: its error then says whether it was. */
  isWrite?: boolean
  /** Cuts the caller's own secrets out of Meta's words. */
  redact: (text: string) => string
}

const defaultWaitMs = 60_000

/** Turns what Meta said into the one error that fits. */
export function readRefusal(envelope: JsonObject, context: RefusalContext): Failure {
  const meta = metaInfo(envelope, context)
  const message = context.redact(text(envelope['message']) ?? 'It gave no reason.')
  const rule = findRefusalRule(meta.code, meta.subcode, `${message}\n${meta.userTitle ?? ''}`)
  const fields = blamedFields(envelope['error_data'], meta.userMessage ?? message, context.redact)
  const details = { ...context, message, reason: rule?.reason, waitMs: rule?.waitMs }
  const isBareTokenTrouble = meta.code === undefined && envelope['type'] === 'OAuthException'
  const kind = rule?.kind ?? (isBareTokenTrouble ? 'connection_broken' : kindByStatus(context.status))
  const executed = rule?.isRefusal !== true && isMetasOwnTrouble(kind, context.status) ? 'unknown' : 'no'
  return {
    error: builders[kind](details, {
      meta,
      ...(fields.length > 0 && { fields }),
      ...(context.regainMs !== undefined && { retryAfterMs: context.regainMs }),
      ...(context.isWrite === true && { executed }),
    }),
    isTransient: rule === undefined ? context.status >= 500 : (rule.isTransient ?? false),
    executed,
  }
}

/** A refusal says that nothing was done. Trouble of Meta's own may have struck after it was done. */
function isMetasOwnTrouble(kind: RefusalKind, status: number): boolean {
  return kind === 'unavailable' || (kind === 'too_much_data' && status >= 500)
}

interface Details extends RefusalContext {
  message: string
  reason: string | undefined
  waitMs: number | undefined
}

const builders: Readonly<Record<RefusalKind, (details: Details, options: AdsErrorOptions) => AdsError>> = {
  rate_limited: ({ subject, regainMs, waitMs }, options) =>
    new MetaRateLimitError(subject, regainMs ?? waitMs ?? defaultWaitMs, options),
  too_much_data: (_, options) => new TooMuchDataError(options),
  connection_broken: ({ reason = 'Meta no longer accepts the token' }, options) =>
    new ConnectionBrokenError(reason, options),
  permission_missing: ({ subject }, options) => new PermissionMissingError(subject, options),
  not_found: ({ subject }, options) => new NotFoundError(subject, options),
  unavailable: ({ reason, message }, options) =>
    new MetaUnavailableError(reason ?? message.replace(/[.\s]+$/, ''), options),
  rejected: ({ message }, options) => new MetaRejectedError(message, options),
}

function kindByStatus(status: number): RefusalKind {
  if (status >= 500) return 'unavailable'
  if (status === 429) return 'rate_limited'
  return status === 401 ? 'connection_broken' : 'rejected'
}

function metaInfo(envelope: JsonObject, { redact, traceId }: RefusalContext): MetaErrorInfo {
  const code = integer(envelope['code'])
  const subcode = integer(envelope['error_subcode'])
  const fbtraceId = text(envelope['fbtrace_id']) ?? traceId?.()
  const userTitle = text(envelope['error_user_title'])
  const userMessage = text(envelope['error_user_msg'])
  return {
    ...(code !== undefined && { code }),
    ...(subcode !== undefined && { subcode }),
    ...(fbtraceId !== undefined && { fbtraceId: redact(fbtraceId) }),
    ...(userTitle !== undefined && { userTitle: redact(userTitle) }),
    ...(userMessage !== undefined && { userMessage: redact(userMessage) }),
  }
}

/** `error_data.blame_field_specs` names paths of parameters; Meta sends it as an object or as JSON in a string. */
function blamedFields(errorData: unknown, message: string, redact: (text: string) => string): FieldProblem[] {
  const data = typeof errorData === 'string' ? parseJson(errorData) : errorData
  const specs: unknown = isJsonObject(data) ? data['blame_field_specs'] : undefined
  if (!Array.isArray(specs)) return []
  return specs.flatMap((path: unknown) => (Array.isArray(path) ? [{ field: redact(path.join('.')), message }] : []))
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function integer(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}
