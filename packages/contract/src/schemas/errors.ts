import { z } from 'zod'
import { errorCodes } from '../errors.ts'

/** The one error shape of every route. */
export const errorBodySchema = z
  .object({
    error: z.object({
      code: z.enum(errorCodes),
      /** What happened, what it means, what to do. Plain text, never HTML. */
      message: z.string(),
      action: z.enum(['wait', 'retry', 'reconnect', 'sign_in', 'fix_input', 'contact_support']),
      retryAfterMs: z.number().int().nonnegative().optional(),
      requestId: z.string(),
      /** One entry per wrong field: where it stands and how to mend it. */
      fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
      meta: z
        .object({
          code: z.number().int().optional(),
          subcode: z.number().int().optional(),
          fbtraceId: z.string().optional(),
          userTitle: z.string().optional(),
          userMessage: z.string().optional(),
        })
        .optional(),
    }),
  })
  .meta({ id: 'ErrorBody' })
