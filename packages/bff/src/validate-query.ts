import { InvalidRequestError } from '@adpane/core'
import type { MiddlewareHandler } from 'hono'
import { validator } from 'hono-openapi'
import type { z } from 'zod'
import type { BffEnv } from './bff-env.ts'

/** Checks a query against its schema; each problem names its field and the way to mend it. */
export function validateQuery<Schema extends z.ZodType<object>>(
  schema: Schema,
): MiddlewareHandler<BffEnv, string, { in: { query: z.input<Schema> }; out: { query: z.output<Schema> } }> {
  return validator('query', schema, (result) => {
    if (!result.success)
      throw new InvalidRequestError(result.error.flatMap((issue) => problems(issue as z.core.$ZodIssue)))
  }) as never
}

function problems(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: key, message: 'No such parameter. Remove it or check its spelling.' }))
  const field = issue.path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('')
  const isAbsent = issue.code === 'invalid_type' && issue.input === undefined
  return [{ field, message: isAbsent ? 'This parameter is required.' : issue.message }]
}
