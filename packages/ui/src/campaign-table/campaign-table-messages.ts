import type { StatusReason } from './status-reason.ts'
import type { TableLevel } from './drill-path.ts'

type Level<T> = Readonly<Record<TableLevel, T>>
/** Words for a count: the number decides the form, `shown` is how it is written. */
type Counted = (count: number, shown: string) => string

/** English words of the campaign table. Values arrive written for the reader's locale. */
export const campaignTableEn = {
  levels: { campaign: 'Campaigns', adset: 'Ad sets', ad: 'Ads' } as Level<string>,
  level: { campaign: 'Campaign', adset: 'Ad set', ad: 'Ad' } as Level<string>,
  levelsLabel: 'Levels',
  counted: {
    campaign: (count, shown) => `${shown} ${count === 1 ? 'campaign' : 'campaigns'}`,
    adset: (count, shown) => `${shown} ${count === 1 ? 'ad set' : 'ad sets'}`,
    ad: (count, shown) => `${shown} ${count === 1 ? 'ad' : 'ads'}`,
  } as Level<Counted>,
  caption: (levels: string, range: string, currency: string) => `${levels}, ${range}, amounts in ${currency}`,
  scrollArea: (levels: string) => `${levels}, scrollable table`,

  columns: { status: 'Status', budget: 'Budget', trend: 'Trend' },
  trendOf: (metric: string) => `${metric} per day`,
  shortMetrics: {
    cost_per_purchase: 'Cost/purchase',
    cost_per_lead: 'Cost/lead',
    cost_per_link_click: 'Cost/link click',
    landing_page_views: 'Page views',
    video_views: '3-s views',
  } as Readonly<Record<string, string>>,

  drill: { campaign: 'Shows its ad sets', adset: 'Shows its ads' },
  objectives: {
    OUTCOME_SALES: 'Sales',
    OUTCOME_LEADS: 'Leads',
    OUTCOME_TRAFFIC: 'Traffic',
    OUTCOME_AWARENESS: 'Awareness',
    OUTCOME_ENGAGEMENT: 'Engagement',
    OUTCOME_APP_PROMOTION: 'App promotion',
  } as Readonly<Record<string, string>>,
  goals: {
    OFFSITE_CONVERSIONS: 'Conversions',
    VALUE: 'Conversion value',
    LINK_CLICKS: 'Link clicks',
    LANDING_PAGE_VIEWS: 'Landing page views',
    REACH: 'Reach',
    IMPRESSIONS: 'Impressions',
    LEAD_GENERATION: 'Leads',
    QUALITY_LEAD: 'Quality leads',
    THRUPLAY: 'ThruPlay',
    POST_ENGAGEMENT: 'Engagement',
    APP_INSTALLS: 'App installs',
    AD_RECALL_LIFT: 'Ad recall lift',
  } as Readonly<Record<string, string>>,
  costEach: 'Cost each',
  noName: 'No name',

  statusReasons: {
    campaign_off: 'Campaign is off',
    adset_off: 'Ad set is off',
    billing: 'Billing info missing',
    issues: 'Has issues',
    policy: 'Against ad policy',
    few_results: 'Too few results',
    under_review: 'Up to 24 h',
    processing: 'Being set up',
  } as Readonly<Record<Exclude<StatusReason['kind'], 'ended' | 'starts'>, string>>,
  ended: (day: string) => `Ended ${day}`,
  starts: (day: string) => `Starts ${day}`,

  budget: {
    daily: 'Daily',
    lifetime: 'Lifetime',
    campaign: 'campaign',
    adset: 'ad set',
    until: (day: string) => `to ${day}`,
    ended: 'ended',
    onAdsets: (adsets: string) => `Set on ${adsets}`,
    onCampaign: 'Set on campaign',
    reasons: {
      onAdsets: 'The campaign has no budget of its own. Each of its ad sets has one.',
      onCampaign: 'This ad set spends from its campaign’s budget.',
      ad: 'Ads have no budget. They spend from their ad set or campaign.',
      archived: 'Archived objects have no budget.',
      total: 'Daily and lifetime budgets can’t be added up.',
    },
  },

  totalMissing: (metric: string, levels: string) =>
    `${metric} can’t be added up. One person may be in several ${levels.toLowerCase()}. Meta counts them once.`,

  total: (counted: string) => `Total of ${counted}`,
  totalSoFar: (loaded: string, of: string) => `Total so far, ${loaded} of ${of}`,
  totalSoFarShare: (share: string) => `Total so far, ${share} loaded`,
  totalAll: 'archived included',
  totalFiltered: 'as filtered, archived included',
  totalDelivering: 'as filtered, delivering only',

  rowsLoaded: { campaign: 'campaigns loaded', adset: 'ad sets loaded', ad: 'ads loaded' } as Level<string>,

  search: 'Search by name',
  clearSearch: 'Clear search',
  delivery: 'Delivery',
  deliveryAll: 'all, archived included',
  deliveryOn: 'delivering',
  deliveryAllLong: 'All, archived included',
  deliveryOnLong: 'Delivering only',
  leaveStep: (level: string, name: string) => `Remove filter: ${level.toLowerCase()} ${name}`,
  clearFilters: 'Clear filters',
  columnsMenu: 'Columns',
  sortBy: 'Sort',
  sortAscending: 'Sort ascending',
  sortDescending: 'Sort descending',
  resetColumns: 'Reset columns',

  rows: (from: string, to: string, of: string) => `${from}–${to} of ${of}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  amountsIn: (currency: string) => `Amounts in ${currency}`,
  showMore: (count: string) => `Show ${count} more`,
  moreAbout: (name: string) => `All numbers of ${name}`,
  lessAbout: (name: string) => `Fewer numbers of ${name}`,

  announceRows: (counted: string) => `${counted} shown`,
  announceSort: (column: string, descending: boolean) =>
    `Sorted by ${column}, ${descending ? 'descending' : 'ascending'}`,
  announceDrill: (levels: string, name: string) => `${levels} of ${name}`,

  emptyTitle: { campaign: 'No campaigns yet', adset: 'No ad sets yet', ad: 'No ads yet' } as Level<string>,
  emptyBody: 'Campaigns created in Meta appear here within minutes.',
  noMatchTitle: (levels: string, filters: number) =>
    `No ${levels.toLowerCase()} match the ${filters === 1 ? 'filter' : `${filters} filters`}`,
}

export type CampaignTableMessages = typeof campaignTableEn
