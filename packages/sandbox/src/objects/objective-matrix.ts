/** What a campaign's objective allows its ad sets to send people to, to optimise for and to promote. */
export interface MatrixRow {
  objective: string
  /** `UNDEFINED` where the ad set names no destination. */
  destinations: readonly string[]
  /** The first is the default. */
  goals: readonly string[]
  promotes: Promotes
  /** Goals where the promoted object is an app, if they are fewer. */
  appGoals?: readonly string[]
  /** Goals for which the promoted object may be left out. */
  promotesNothingFor?: readonly string[]
}

/**
 * What the promoted object must name: a page; a page or, for the goal `REACH`, a set of its places; a conversion (pixel, app, catalog or
 * event set with its event); an app with its store page; page and pixel; nothing in particular.
 */
export type Promotes = 'page' | 'page_or_places' | 'conversion' | 'app' | 'page_and_pixel' | 'anything'

/**
 * Objective × destination × goal × promoted object for outcome objectives (Meta's validation pages of 2026), then for
 * the legacy ones, which old campaigns still have. Destinations that no page mentions count as websites.
 */
const objectiveMatrix: readonly MatrixRow[] = [
  {
    objective: 'OUTCOME_AWARENESS',
    destinations: ['UNDEFINED', 'WEBSITE'],
    goals: words('REACH AD_RECALL_LIFT IMPRESSIONS THRUPLAY TWO_SECOND_CONTINUOUS_VIDEO_VIEWS'),
    promotes: 'page_or_places',
  },
  {
    objective: 'OUTCOME_TRAFFIC',
    destinations: ['UNDEFINED', 'WEBSITE'],
    goals: words('LINK_CLICKS LANDING_PAGE_VIEWS REACH IMPRESSIONS'),
    promotes: 'anything',
    appGoals: words('LINK_CLICKS REACH'),
  },
  { objective: 'OUTCOME_TRAFFIC', destinations: ['APP'], goals: words('LINK_CLICKS REACH'), promotes: 'app' },
  {
    objective: 'OUTCOME_TRAFFIC',
    destinations: words('MESSENGER INSTAGRAM_DIRECT'),
    goals: words('LINK_CLICKS REACH IMPRESSIONS'),
    promotes: 'anything',
  },
  {
    objective: 'OUTCOME_TRAFFIC',
    destinations: ['WHATSAPP'],
    goals: words('LINK_CLICKS REACH IMPRESSIONS'),
    promotes: 'page',
  },
  {
    objective: 'OUTCOME_TRAFFIC',
    destinations: ['PHONE_CALL'],
    goals: words('QUALITY_CALL LINK_CLICKS'),
    promotes: 'anything',
  },
  {
    objective: 'OUTCOME_TRAFFIC',
    destinations: words('INSTAGRAM_PROFILE INSTAGRAM_PROFILE_AND_FACEBOOK_PAGE'),
    goals: words('VISIT_INSTAGRAM_PROFILE PROFILE_VISIT LINK_CLICKS'),
    promotes: 'page',
  },
  {
    objective: 'OUTCOME_ENGAGEMENT',
    destinations: ['ON_POST'],
    goals: words('POST_ENGAGEMENT REACH'),
    promotes: 'page',
  },
  { objective: 'OUTCOME_ENGAGEMENT', destinations: ['ON_PAGE'], goals: ['PAGE_LIKES'], promotes: 'page' },
  {
    objective: 'OUTCOME_ENGAGEMENT',
    destinations: ['ON_EVENT'],
    goals: words('EVENT_RESPONSES POST_ENGAGEMENT REACH IMPRESSIONS'),
    promotes: 'anything',
  },
  {
    objective: 'OUTCOME_ENGAGEMENT',
    destinations: ['ON_VIDEO'],
    goals: words('THRUPLAY TWO_SECOND_CONTINUOUS_VIDEO_VIEWS'),
    promotes: 'anything',
  },
  {
    objective: 'OUTCOME_ENGAGEMENT',
    destinations: words(
      'MESSENGER WHATSAPP INSTAGRAM_DIRECT MESSAGING_MESSENGER_WHATSAPP MESSAGING_INSTAGRAM_DIRECT_MESSENGER ' +
        'MESSAGING_INSTAGRAM_DIRECT_MESSENGER_WHATSAPP MESSAGING_INSTAGRAM_DIRECT_WHATSAPP',
    ),
    goals: words('CONVERSATIONS LINK_CLICKS LEAD_GENERATION'),
    promotes: 'page',
  },
  {
    objective: 'OUTCOME_ENGAGEMENT',
    destinations: ['UNDEFINED', 'WEBSITE'],
    // The video guide's own sample asks for THRUPLAY without a destination.
    goals: words('OFFSITE_CONVERSIONS LINK_CLICKS REACH LANDING_PAGE_VIEWS IMPRESSIONS THRUPLAY'),
    promotes: 'conversion',
    promotesNothingFor: words('LINK_CLICKS REACH LANDING_PAGE_VIEWS IMPRESSIONS THRUPLAY'),
    appGoals: words('OFFSITE_CONVERSIONS LINK_CLICKS REACH'),
  },
  {
    objective: 'OUTCOME_ENGAGEMENT',
    destinations: ['APP'],
    goals: words('OFFSITE_CONVERSIONS LINK_CLICKS REACH'),
    promotes: 'app',
  },
  {
    objective: 'OUTCOME_LEADS',
    destinations: ['ON_AD'],
    goals: words('LEAD_GENERATION QUALITY_LEAD'),
    promotes: 'page',
  },
  {
    objective: 'OUTCOME_LEADS',
    destinations: words('LEAD_FROM_MESSENGER LEAD_FROM_IG_DIRECT MESSENGER INSTAGRAM_DIRECT WHATSAPP'),
    goals: ['LEAD_GENERATION'],
    promotes: 'page',
  },
  { objective: 'OUTCOME_LEADS', destinations: ['PHONE_CALL'], goals: ['QUALITY_CALL'], promotes: 'page' },
  {
    objective: 'OUTCOME_LEADS',
    destinations: ['UNDEFINED', 'WEBSITE'],
    goals: words('OFFSITE_CONVERSIONS LINK_CLICKS REACH LANDING_PAGE_VIEWS IMPRESSIONS'),
    promotes: 'conversion',
    promotesNothingFor: words('LINK_CLICKS REACH LANDING_PAGE_VIEWS IMPRESSIONS'),
    appGoals: words('OFFSITE_CONVERSIONS LINK_CLICKS REACH'),
  },
  {
    objective: 'OUTCOME_LEADS',
    destinations: ['APP'],
    goals: words('OFFSITE_CONVERSIONS LINK_CLICKS REACH'),
    promotes: 'app',
  },
  {
    objective: 'OUTCOME_SALES',
    destinations: words('UNDEFINED WEBSITE APP SHOP_AUTOMATIC APPLINKS_AUTOMATIC'),
    goals: words('OFFSITE_CONVERSIONS VALUE LINK_CLICKS IMPRESSIONS REACH'),
    promotes: 'conversion',
  },
  {
    objective: 'OUTCOME_SALES',
    destinations: words('MESSENGER WHATSAPP INSTAGRAM_DIRECT'),
    goals: ['CONVERSATIONS'],
    promotes: 'page_and_pixel',
  },
  { objective: 'OUTCOME_SALES', destinations: ['PHONE_CALL'], goals: ['QUALITY_CALL'], promotes: 'page' },
  {
    objective: 'OUTCOME_APP_PROMOTION',
    destinations: words('UNDEFINED APP APPLINKS_AUTOMATIC'),
    goals: words('APP_INSTALLS LINK_CLICKS OFFSITE_CONVERSIONS VALUE APP_INSTALLS_AND_OFFSITE_CONVERSIONS'),
    promotes: 'app',
  },
  legacy('APP_INSTALLS', 'APP_INSTALLS OFFSITE_CONVERSIONS LINK_CLICKS REACH VALUE', 'app'),
  legacy('BRAND_AWARENESS', 'AD_RECALL_LIFT REACH'),
  legacy(
    'CONVERSIONS',
    'OFFSITE_CONVERSIONS IMPRESSIONS LINK_CLICKS POST_ENGAGEMENT REACH VALUE LANDING_PAGE_VIEWS CONVERSATIONS',
    'conversion',
  ),
  legacy('EVENT_RESPONSES', 'EVENT_RESPONSES IMPRESSIONS REACH'),
  legacy('LEAD_GENERATION', 'LEAD_GENERATION QUALITY_LEAD LINK_CLICKS QUALITY_CALL', 'page'),
  legacy('LINK_CLICKS', 'LINK_CLICKS IMPRESSIONS POST_ENGAGEMENT REACH LANDING_PAGE_VIEWS OFFSITE_CONVERSIONS'),
  legacy('MESSAGES', 'CONVERSATIONS IMPRESSIONS POST_ENGAGEMENT LEAD_GENERATION LINK_CLICKS'),
  legacy('PAGE_LIKES', 'PAGE_LIKES IMPRESSIONS POST_ENGAGEMENT REACH', 'page'),
  legacy('POST_ENGAGEMENT', 'POST_ENGAGEMENT IMPRESSIONS REACH LINK_CLICKS'),
  legacy(
    'PRODUCT_CATALOG_SALES',
    'OFFSITE_CONVERSIONS LINK_CLICKS IMPRESSIONS POST_ENGAGEMENT REACH CONVERSATIONS VALUE',
    'conversion',
  ),
  legacy('REACH', 'REACH IMPRESSIONS'),
  legacy('VIDEO_VIEWS', 'THRUPLAY'),
]

/** The objectives a campaign can be made with; the others live on in old campaigns. */
export const currentObjectives: readonly string[] = words(
  'OUTCOME_LEADS OUTCOME_SALES OUTCOME_ENGAGEMENT OUTCOME_AWARENESS OUTCOME_TRAFFIC OUTCOME_APP_PROMOTION',
)

/**
 * The row for an objective and a destination.
 *
 * @returns `undefined` when the objective has no such destination; destinations that no objective has get its website row.
 */
export function matrixRow(objective: string, destination: string): MatrixRow | undefined {
  const rows = objectiveMatrix.filter((row) => row.objective === objective)
  const exact = rows.find(({ destinations }) => destinations.includes(destination) || destinations.includes('ANY'))
  if (exact || knownDestinations.has(destination)) return exact
  return rows.find(({ destinations }) => destinations.includes('UNDEFINED'))
}

const knownDestinations = new Set(objectiveMatrix.flatMap(({ destinations }) => destinations))

// Legacy objectives decide alone: the destination only follows from them.
function legacy(objective: string, goals: string, promotes: Promotes = 'anything'): MatrixRow {
  return { objective, destinations: ['ANY'], goals: words(goals), promotes }
}

function words(text: string): string[] {
  return text.split(' ')
}
