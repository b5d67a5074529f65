/**
 * What Graph says when it refuses: an HTTP status and the fields of the error envelope. Whatever the message repeats
 * of a call, it repeats no token or secret.
 */
export class GraphError extends Error {
  override readonly name = 'GraphError'
  readonly status: number
  readonly fields: GraphErrorFields

  constructor(message: string, fields: GraphErrorFields, status = 400) {
    super(withoutSecrets(message))
    this.fields = fields
    this.status = status
  }
}

export interface GraphErrorFields {
  type: 'OAuthException' | 'GraphMethodException' | 'GraphBatchException' | 'Exception'
  /** Broken batches have none. */
  code?: number
  subcode?: number
  isTransient?: boolean
  userTitle?: string
  userMessage?: string
  /** `error_data`; a list of blamed fields in most validation errors. */
  data?: Readonly<Record<string, unknown>>
  /** What the `WWW-Authenticate` header calls the trouble. @default by code */
  kind?: 'invalid_request' | 'invalid_code' | 'invalid_token' | 'insufficient_scope'
}

/** The body of an error reply. */
export function errorEnvelope({ message, fields }: GraphError, fbtraceId: string): Record<string, unknown> {
  return {
    error: {
      message,
      type: fields.type,
      ...optional('is_transient', fields.isTransient),
      ...optional('code', fields.code),
      ...optional('error_subcode', fields.subcode),
      ...optional('error_user_title', fields.userTitle),
      ...optional('error_user_msg', fields.userMessage),
      ...optional('error_data', fields.data),
      fbtrace_id: fbtraceId,
    },
  }
}

function optional(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value }
}

/** A parameter is wrong: code 100, with Meta's prefix. */
export function invalidParam(text: string): GraphError {
  return new GraphError(`(#100) ${text}`, { type: 'OAuthException', code: 100 })
}

/** A rule of the ads model is broken: the meaning sits in the subcode and in the texts for people. */
export function invalidParameter(
  subcode: number,
  userTitle: string,
  userMessage: string,
  blamedField?: string | readonly string[],
): GraphError {
  const path = typeof blamedField === 'string' ? [blamedField] : blamedField
  return new GraphError('Invalid parameter', {
    type: 'OAuthException',
    code: 100,
    subcode,
    isTransient: false,
    userTitle,
    userMessage,
    ...(path === undefined ? {} : { data: { blame_field_specs: [path] } }),
  })
}

export function missingParam(name: string): GraphError {
  return invalidParam(`The parameter ${name} is required`)
}

/** A value outside a fixed set. */
export function notOneOf(param: string, allowed: Iterable<string>, got: string): GraphError {
  return invalidParam(`Param ${param} must be one of {${[...allowed].join(', ')}} - got "${clipped(got)}".`)
}

export function unknownField(name: string, nodeType: string): GraphError {
  return invalidParam(`Tried accessing nonexisting field (${clipped(name)}) on node type (${nodeType})`)
}

/** The object does not exist, or this token may not know that it does. */
export function unknownObject(id: string, method: string): GraphError {
  return new GraphError(
    `Unsupported ${method.toLowerCase()} request. Object with ID '${clipped(id)}' does not exist, cannot be loaded due to ` +
      'missing permissions, or does not support this operation. Please read the Graph API documentation at ' +
      'https://developers.facebook.com/docs/graph-api',
    { type: 'GraphMethodException', code: 100, subcode: 33 },
  )
}

/** The node is there, but not for this method. */
export function unsupportedMethod(method: string): GraphError {
  return new GraphError(`Unsupported request - method type: ${clipped(method.toLowerCase())}`, {
    type: 'GraphMethodException',
    code: 100,
  })
}

export function unknownAlias(alias: string): GraphError {
  return new GraphError(`(#803) Some of the aliases you requested do not exist: ${clipped(alias)}`, {
    type: 'OAuthException',
    code: 803,
  })
}

export function unknownPath(rest: string): GraphError {
  return new GraphError(`Unknown path components: /${clipped(rest)}`, { type: 'OAuthException', code: 2500 })
}

export function syntaxError(text: string, position: number): GraphError {
  return new GraphError(`Syntax error "${text}" at character ${position}`, { type: 'OAuthException', code: 2500 })
}

export function accountNotGranted(): GraphError {
  return new GraphError(
    '(#200) Ad account owner has NOT grant ads_management or ads_read permission, refer to ' +
      'https://developers.facebook.com/docs/marketing-api/get-started/authorization/#permissions-and-features for details.',
    { type: 'OAuthException', code: 200, kind: 'insufficient_scope' },
    403,
  )
}

/** Meta knows the edge and may even open it to some apps; the sandbox does not model it. */
export function noCapability(): GraphError {
  return new GraphError('(#3) Application does not have the capability to make this API call.', {
    type: 'OAuthException',
    code: 3,
  })
}

/** Too heavy a read: Meta asks for less. */
export function tooMuchData(): GraphError {
  return new GraphError(
    "Please reduce the amount of data you're asking for, then retry your request",
    { type: 'OAuthException', code: 1 },
    500,
  )
}

// Texts of hostile callers are echoed, as Meta does, but not at any length.
function clipped(text: string): string {
  const safe = withoutSecrets(text.slice(0, 2000))
  return safe.length > 120 ? `${safe.slice(0, 120)}…` : safe
}

function withoutSecrets(text: string): string {
  return text.replaceAll(secretLike, '…')
}

// Tokens, app tokens, codes, secrets and proofs that someone sent in the wrong place: no log is a place for them.
// An image's hash looks like a secret, but stands behind its account's digits.
const secretLike = /EAA\w{16,}|\d{5,}\|[\w-]{16,}|\bAQ[\w-]{40,}|\b[0-9a-f]{64}\b|(?<![:\w])[0-9a-f]{32}\b/g
