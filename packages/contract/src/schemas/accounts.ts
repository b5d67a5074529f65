import { z } from 'zod'

/** Whether Meta lets the account run ads. @see https://developers.facebook.com/docs/marketing-api/reference/ad-account/ `account_status` */
export const accountStatuses = ['active', 'disabled', 'unsettled', 'pending_review', 'closed', 'unknown'] as const

export const adAccountSchema = z
  .object({
    id: z.string().regex(/^act_\d+$/),
    name: z.string(),
    /** ISO 4217. */
    currency: z.string(),
    /** IANA name; every day of this account is a day there. */
    timezone: z.string(),
    status: z.enum(accountStatuses),
  })
  .meta({ id: 'AdAccount' })

export const accountsResponseSchema = z.object({ data: z.array(adAccountSchema) }).meta({ id: 'AccountsResponse' })
