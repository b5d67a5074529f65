const removed = '[removed]'

/** Names under which Meta's API and OAuth carry something secret. */
const secretNames =
  'access_token|input_token|fb_exchange_token|client_secret|app_?secret(?:_proof)?|signed_request|authorization_code|code_verifier|refresh_token|password'

const patterns: readonly [RegExp, string][] = [
  // Whole query strings go: a parameter nobody thought of may be secret too. The path stays readable.
  [/(https?:\/\/[^\s"'<>?#]*)[?#][^\s"'<>]*/gi, `$1?${removed}`],
  [/(\/v\d+\.\d+\/?[^\s"'<>?#]*)\?[^\s"'<>]*/g, `$1?${removed}`],
  // Credentials inside the authority of a URL, such as postgres://user:password@host.
  [/(\w:\/\/)[^\s/@]+@/g, `$1${removed}@`],
  // name=value, "name":"value", name: value, also percent-encoded.
  [
    new RegExp(String.raw`((?:${secretNames})["'\\]*\s*(?:=|:|%3D|%22%3A%22)\s*["'\\]*)[^\s&"'<>,;\\)}\]]+`, 'gi'),
    `$1${removed}`,
  ],
  [/\b((?:OAuth|Bearer)\s+)(?=[^\s"'<>]*[\d|])[^\s"'<>,;]{8,}/gi, `$1${removed}`],
  // Meta's user, page and system-user tokens, and app tokens of the form id|secret.
  [/EAA[A-Za-z0-9_-]{6,}/g, removed],
  [/\b\d{5,}(?:\||%7C)[A-Za-z0-9_-]{8,}/gi, removed],
  // A bare HMAC-SHA256 or app secret.
  [/\b(?:[0-9a-f]{64}|[0-9a-f]{32})\b/gi, removed],
]

/** Too short and too plain for any pattern to match; ids and names of codes pass here on every call. */
const plainWord = /^(?!.*EAA)[\w+/-]{0,31}$/

/**
 * Cuts tokens, proofs, secrets and query strings out of a text.
 *
 * @param secrets - Values known to be secret in this call, cut wherever and however encoded they appear.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const withoutKnown = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, secret) => rest.replaceAll(secret, removed), text)
  if (plainWord.test(withoutKnown)) return withoutKnown
  return patterns.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), withoutKnown)
}

/**
 * A copy of an error that is safe to print: name, code, message, stack and causes, all redacted.
 *
 * Other properties go, because HTTP clients hang whole requests, headers included, on their errors.
 */
export function redactedCause(cause: unknown, secrets: readonly string[] = [], depth = 0): unknown {
  if (!(cause instanceof Error)) return redact(String(cause), secrets)
  const inner = cause.cause === undefined || depth >= 4 ? undefined : redactedCause(cause.cause, secrets, depth + 1)
  const copy = new Error(redact(cause.message, secrets), inner === undefined ? undefined : { cause: inner })
  copy.name = redact(cause.name, secrets)
  if (cause.stack !== undefined) copy.stack = redact(cause.stack, secrets)
  const code = errorCode(cause)
  return code === undefined ? copy : Object.assign(copy, { code: redact(code, secrets) })
}

/** The code Node puts on its own errors, such as ECONNRESET. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
