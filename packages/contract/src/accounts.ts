import type { z } from 'zod'
import type { accountsResponseSchema, adAccountSchema } from './schemas/accounts.ts'

export type AdAccount = z.infer<typeof adAccountSchema>
export type AccountStatus = AdAccount['status']
export type AccountsResponse = z.infer<typeof accountsResponseSchema>
