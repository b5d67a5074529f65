/** The control API refuses a call; the message says what is wrong and what to do. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly code: ControlErrorCode
  /** Where in the body or query it is wrong: `match.path`, `rules[0].rate`. */
  readonly field: string | undefined

  constructor(code: ControlErrorCode, message: string, field?: string) {
    super(message)
    this.code = code
    this.field = field
  }
}

export const controlStatuses = {
  invalid_body: 400,
  invalid_field: 400,
  foreign_origin: 403,
  foreign_host: 403,
  control_off: 404,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  body_too_large: 413,
  unexpected: 500,
} as const

export type ControlErrorCode = keyof typeof controlStatuses

/** The body of a refusal. */
export function controlErrorJson({ code, message, field }: ControlError): Record<string, unknown> {
  return { error: { code, message, ...(field === undefined ? {} : { field }) } }
}
