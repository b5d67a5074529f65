import type { ConfiguredStatus } from './objects.ts'

/** The shape of one campaign of a believable account; days count from the clock's first day, which is 0. */
export interface CampaignTemplate {
  theme: string
  objective: 'OUTCOME_SALES' | 'OUTCOME_LEADS' | 'OUTCOME_TRAFFIC' | 'OUTCOME_AWARENESS'
  /** Warm public: dearer impressions that sell better, fewer people. */
  isRetargeting?: boolean
  budget: 'campaign' | 'adset' | 'lifetime'
  startOffset: number
  /** Absent while the campaign runs on. */
  endOffset?: number
  status: ConfiguredStatus
  /** Spend per ad set relative to the others. */
  weight: number
  /** How many of the account's ad sets it holds, relative to the others. */
  adSets: number
}

export const campaignTemplates: readonly CampaignTemplate[] = [
  sales('Prospecting | Advantage+', { budget: 'campaign', startOffset: -420, weight: 1.7, adSets: 6 }),
  sales('Retargeting | Site visitors', { startOffset: -390, weight: 0.7, adSets: 4, isRetargeting: true }),
  leads('Newsletter | Instant form', { startOffset: -300, weight: 0.6, adSets: 4 }),
  traffic('Journal readers', { budget: 'campaign', startOffset: -240, weight: 0.45, adSets: 3 }),
  sales('New arrivals', { budget: 'campaign', startOffset: -4, weight: 0.9, adSets: 3 }),
  awareness('Brand film', { budget: 'lifetime', startOffset: -118, endOffset: -46, status: 'PAUSED', weight: 0.8 }),
  sales('Summer sale', { budget: 'campaign', startOffset: -172, endOffset: -131, status: 'PAUSED', weight: 1.9 }),
  sales('Holiday gifting', { budget: 'campaign', startOffset: -385, endOffset: -322, status: 'ARCHIVED', weight: 1.8 }),
  sales('Lookalike test 1–3 %', { startOffset: -96, endOffset: -18, status: 'PAUSED', weight: 0.5 }),
  leads('Catalogue request', { startOffset: -75, endOffset: -16, status: 'ARCHIVED', weight: 0.5, adSets: 2 }),
  traffic('Pop-up opening', { startOffset: -52, endOffset: -11, status: 'DELETED', weight: 0.4, adSets: 2 }),
  awareness('New audience | Reach', { startOffset: -33, weight: 0.4, adSets: 3 }),
]

type Shape = Partial<CampaignTemplate> & Pick<CampaignTemplate, 'startOffset' | 'weight'>

function sales(theme: string, shape: Shape): CampaignTemplate {
  return { theme, objective: 'OUTCOME_SALES', budget: 'adset', status: 'ACTIVE', adSets: 3, ...shape }
}

function leads(theme: string, shape: Shape): CampaignTemplate {
  return { theme, objective: 'OUTCOME_LEADS', budget: 'adset', status: 'ACTIVE', adSets: 3, ...shape }
}

function traffic(theme: string, shape: Shape): CampaignTemplate {
  return { theme, objective: 'OUTCOME_TRAFFIC', budget: 'adset', status: 'ACTIVE', adSets: 3, ...shape }
}

function awareness(theme: string, shape: Shape): CampaignTemplate {
  return { theme, objective: 'OUTCOME_AWARENESS', budget: 'adset', status: 'ACTIVE', adSets: 2, ...shape }
}
