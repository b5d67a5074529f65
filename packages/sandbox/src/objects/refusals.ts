import { invalidParameter, type GraphError } from '../graph/graph-error.ts'
import { refused } from '../assets/refused.ts'

/**
 * Why Graph refuses a write: subcode (0 where no source knows one), title and text for the person, and the parameter to
 * blame. Subcodes are Meta's; a text is Meta's where it has been seen and free wording elsewhere.
 */
const refusals = {
  // Accounts and objects
  inactiveAccount: [1885316, 'Ad Account Is Not Active', 'Only active accounts can create or edit ads.', ''],
  deletedCampaign: [1487566, 'Campaign Is Deleted', 'This campaign is deleted. You can only edit its name.', ''],
  deletedAdSet: [1487056, 'Ad Set Is Deleted', 'This ad set is deleted. You can only edit its name.', ''],
  deletedAd: [0, 'Ad Is Deleted', 'This ad is deleted. You can only edit its name.', ''],
  archived: [1885088, 'Object Is Archived', 'This object is archived. You can only edit its name or delete it.', ''],
  tooManyArchived: [1487990, 'Too Many Archived Ads', 'Your ad account has reached its limit of archived objects.', ''],
  tooManyObjects: [0, 'Limit Reached', 'Your ad account has reached the limit of objects of this kind.', ''],
  tooManyAdSets: [0, 'Too Many Ad Sets', 'A campaign can hold 200 ad sets.', 'campaign_id'],
  tooManyAds: [0, 'Too Many Ads', 'An ad set can hold 50 ads that are not deleted or archived.', 'adset_id'],
  dynamicAdStays: [
    1340029,
    'Ad Cannot Be Deleted',
    'Ads with dynamic creative cannot be deleted. Delete the ad set instead.',
    '',
  ],
  adSetEnded: [
    1487007,
    'Ad Set Has Ended',
    'The ad set has ended. Move its end date before you change ads.',
    'adset_id',
  ],
  rejectedAd: [2490427, 'Ad Was Rejected', 'This ad was rejected and cannot be turned on. Edit it first.', 'status'],

  // Campaigns
  budgetSharingUnsaid: [
    4834011,
    'Must Specify Ad Set Budget Sharing',
    'You must specify True or False in the is_adset_budget_sharing_enabled field if you are not using a campaign budget.',
    'is_adset_budget_sharing_enabled',
  ],
  budgetSharingWithoutBid: [
    4834005,
    'Cannot Use Ad Set Budget Sharing Without Bid Strategy',
    'Set a bid strategy on the campaign to share budgets between its ad sets.',
    'is_adset_budget_sharing_enabled',
  ],
  sharedBudgetsDiffer: [
    4834009,
    'Ad Sets Must Be Alike',
    'Ad sets that share budgets need the same kind of budget and the same bid strategy.',
    'is_adset_budget_sharing_enabled',
  ],
  bidStrategyWithoutBudget: [
    1885737,
    'Bid Strategy Needs A Campaign Budget',
    'A campaign without a budget cannot have a bid strategy. Set it on the ad sets.',
    'bid_strategy',
  ],
  spendCapTooLow: [
    2446307,
    'Campaign Spending Limit Is Too Low',
    'The spending limit of this campaign must be at least {amount}.',
    'spend_cap',
  ],
  categoriesExclusive: [
    0,
    'Invalid Special Ad Categories',
    'NONE cannot be combined with other special ad categories.',
    'special_ad_categories',
  ],
  smartPromotionRetired: [
    0,
    'Smart Promotion Type Not Available',
    'Campaigns of this type can no longer be created. Use the settings of Advantage+ campaigns.',
    'smart_promotion_type',
  ],

  // Budgets and schedule
  budgetOnBothLevels: [
    1885621,
    'Only One Budget Level',
    'You can set a budget on the campaign or on its ad sets, not on both.',
    'daily_budget',
  ],
  twoBudgets: [0, 'Only One Budget', 'Set either a daily budget or a lifetime budget, not both.', 'daily_budget'],
  budgetTooLow: [
    1885272,
    'Budget Is Too Low',
    'The budget for this ad set must be at least {amount}. Please edit your budget in your ad set to enable delivery of your ads.',
    '{budget}',
  ],
  budgetTooLowNow: [
    1885650,
    'Your Budget Is Too Low',
    'The budget for this ad set must be at least {amount}. It can take up to 15 minutes until an update shows.',
    '{budget}',
  ],
  campaignBudgetTooLow: [
    2238055,
    'Campaign Budget Is Too Low',
    'The budget of this campaign must be at least {amount}, the sum of the minimums of its ad sets.',
    '{budget}',
  ],
  spendLimitsOfCampaign: [
    0,
    'Spend Limits Need A Campaign Budget',
    'An ad set can have {limit} only when its campaign has a {kind} budget.',
    '{limit}',
  ],
  spendLimitsCrossed: [
    0,
    'Minimum Above Maximum',
    'The least that an ad set should spend cannot be more than the most it may spend.',
    '{limit}',
  ],
  impressionsUnavailable: [
    0,
    'Impressions Cannot Be Bought',
    'Only campaigns of the buying type FIXED_CPM buy a number of impressions.',
    '{param}',
  ],
  endInPast: [1487033, 'End Date Is In The Past', 'The end date must be in the future.', 'end_time'],
  endBeforeStart: [0, 'End Date Is Before Start Date', 'The end date must be later than the start date.', 'end_time'],
  endMissing: [0, 'End Date Required', 'A lifetime budget needs an end date.', 'end_time'],
  tooShortForDaily: [
    0,
    'Schedule Is Too Short',
    'A daily budget needs a schedule of more than 24 hours. Use a lifetime budget for shorter ones.',
    'end_time',
  ],

  // Bids
  bidAmountMissing: [
    1815857,
    'Bid Amount Required',
    'You must provide a bid amount for the bid strategy {strategy}.',
    'bid_amount',
  ],
  bidMissing: [
    2490487,
    'Bid Amount Or Bid Constraints Required',
    'The bid strategy {strategy} needs a bid amount or bid constraints.',
    'bid_strategy',
  ],
  bidMustBeAutomatic: [
    1885204,
    'Bid Must Be Automatic',
    'A bid amount cannot be combined with the bid strategy {strategy}.',
    'bid_amount',
  ],
  bidTooLow: [0, 'Bid Is Too Low', 'The bid must be at least {amount}.', 'bid_amount'],
  roasFloorOutOfRange: [
    0,
    'Invalid ROAS Floor',
    'roas_average_floor must be between 100 and 10000000.',
    'bid_constraints',
  ],
  bidStrategyOfCampaign: [
    0,
    'Bid Strategy Is Set On The Campaign',
    'With a campaign budget, the bid strategy belongs on the campaign.',
    'bid_strategy',
  ],

  // What an ad set is for
  goalUnavailable: [
    2490408,
    "Performance goal isn't available",
    'The performance goal {goal} is not available for the objective {objective}. Choose another goal.',
    'optimization_goal',
  ],
  goalUnavailableForBid: [
    2490408,
    "Performance goal isn't available",
    'The performance goal {goal} is not available for the bid strategy {strategy}, which needs VALUE.',
    'optimization_goal',
  ],
  destinationUnavailable: [
    1815715,
    'Destination Type Not Available',
    'The destination {destination} cannot be used with the objective {objective}.',
    'destination_type',
  ],
  billingUnavailable: [
    0,
    'Billing Event Not Available',
    'The billing event {billing} cannot be used with the performance goal {goal}.',
    'billing_event',
  ],
  promotedPageMissing: [
    1885154,
    'Promoted Page Required',
    'Choose the Page to promote: promoted_object needs page_id.',
    'promoted_object',
  ],
  promotedObjectInvalid: [
    1885014,
    'Invalid Promoted Object',
    'The promoted object does not fit the objective and performance goal: {needed}.',
    'promoted_object',
  ],
  manyPromotedObjects: [1487929, 'Too Many Promoted Objects', 'Promote one object only.', 'promoted_object'],
  noPageAccess: [1815694, 'No Access To Page', 'You do not have permission to advertise for this Page.', 'page_id'],
  noPixelAccess: [1815045, 'No Access To Pixel', 'Your ad account has no access to this pixel.', 'promoted_object'],
  leadEventForSales: [
    2446814,
    'Conversion Event Not Available',
    'A lead event cannot be used in a campaign for sales.',
    'promoted_object',
  ],
  attributionUnavailable: [
    1885501,
    'Attribution Window Not Available',
    'The attribution window ({click}, {view}) of (click, view) days is not supported for this objective and performance goal.',
    'attribution_spec',
  ],
  frequencyCapUnavailable: [
    0,
    'Frequency Cap Not Available',
    'Frequency caps are for the performance goals REACH and THRUPLAY only.',
    'frequency_control_specs',
  ],
  frequencyCapFixed: [
    1815198,
    'Frequency Cap Cannot Be Changed',
    'The frequency cap of an ad set cannot be changed later.',
    'frequency_control_specs',
  ],
  nameTooLong: [0, 'Name Is Too Long', 'The name of an ad set can have 400 characters.', 'name'],

  // Targeting
  locationMissing: [
    1885364,
    'Missing Target Audience Location',
    'Choose at least one location for your audience.',
    'targeting',
  ],
  advantageAudienceUnsaid: [
    1870227,
    'Advantage Audience Flag Required',
    'To create your ad set, set the advantage_audience flag of targeting_automation to 1 or 0.',
    'targeting',
  ],
  advantageAgeMin: [
    1870188,
    'Minimum Age Too High',
    'With Advantage+ audience, the minimum age cannot be above 25.',
    'targeting',
  ],
  advantageAgeMax: [
    1870189,
    'Maximum Age Too Low',
    'With Advantage+ audience, the maximum age cannot be below 65.',
    'targeting',
  ],
  targetingInvalid: [1487079, 'Invalid Targeting Spec', 'Your targeting is invalid: {problem}.', 'targeting'],
  locationsOverlap: [1487756, 'Locations Overlap', 'Some of your locations overlap: {place}.', 'targeting'],
  videoFeedsRetired: [
    2490562,
    'Placement Not Available',
    'The placement video_feeds is no longer available.',
    'targeting',
  ],
  audienceUnavailable: [
    0,
    'Custom Audience Unavailable',
    'The custom audience you are trying to use has not been shared with your ad account',
    'targeting',
  ],
  audienceDeleted: [
    0,
    'Custom Audience Has Been Deleted',
    'The custom audience you are trying to use has been deleted.',
    'targeting',
  ],
  payerMissing: [
    3858152,
    'Beneficiary And Payer Required',
    'Name who benefits from these ads and who pays for them.',
    'dsa_beneficiary',
  ],

  // Ads and creatives
  creativeFixed: [
    1815573,
    'Creative Cannot Be Changed',
    'The content of a creative cannot be changed, only its name. Make a new creative.',
    '{param}',
  ],
  creativeIncomplete: [
    1487390,
    'Adcreative Create Failed',
    'The Adcreative Create Failed for the following reason: {problem}',
    'creative',
  ],
  storySpecInvalid: [
    1443048,
    'object_story_spec ill formed',
    'The field object_story_spec is ill formed: {problem}.',
    'object_story_spec',
  ],
  linkMissing: [2061015, 'The link field is required', 'The link field is required.', 'object_story_spec'],
  actionUnknown: [
    1373054,
    'Invalid Call To Action',
    'The call to action has no type that can be parsed: {type}.',
    'call_to_action',
  ],
  dynamicNeedsAdSet: [
    1885998,
    'Dynamic Creative Needs A Dynamic Creative Ad Set',
    'Use this creative in an ad set with is_dynamic_creative.',
    'creative',
  ],
  dynamicHoldsOneAd: [0, 'Only One Ad', 'An ad set with dynamic creative can hold one ad.', 'adset_id'],
  standardEnhancementsRetired: [
    3858504,
    'Standard Enhancements Not Available',
    'standard_enhancements is no longer supported. Choose single creative features.',
    'degrees_of_freedom_spec',
  ],
  enrollStatusMissing: [
    3858082,
    'Enroll Status Missing',
    'Each creative feature needs an enroll_status.',
    'degrees_of_freedom_spec',
  ],
  cropRetired: [
    2490085,
    'Image Crop Not Available',
    'The crop 191x100 is no longer available. Use 100x100.',
    'image_crops',
  ],
  pageDiffers: [
    1885029,
    'Page Does Not Match',
    'The Page of the creative differs from the one that the ad set promotes.',
    'creative',
  ],
  conversionDomainInvalid: [
    0,
    'Invalid Conversion Domain',
    'Give the first and second level of the domain only, such as example.com.',
    'conversion_domain',
  ],
  adScheduleUnavailable: [
    0,
    'Ad Schedule Not Available',
    'Ads can have their own schedule in campaigns for sales and app promotion only.',
    'ad_schedule_start_time',
  ],

  // Copies
  tooManyToCopy: [
    1885194,
    'Too Many Objects To Copy',
    'You can copy fewer than 3 objects in one call. Use an asynchronous batch for more.',
    'deep_copy',
  ],
} as const satisfies Record<string, readonly [subcode: number, title: string, message: string, blame: string]>

export type RefusalName = keyof typeof refusals

/**
 * The refusal of that name.
 *
 * @param details - Fills the `{…}` of its text.
 */
export function refusal(name: RefusalName, details: Readonly<Record<string, string | number>> = {}): GraphError {
  const [subcode, title, text, blame] = refusals[name]
  const filled = (template: string) => template.replaceAll(/\{(\w+)\}/g, (whole, key) => String(details[key] ?? whole))
  const blamed = filled(blame) || undefined
  if (subcode > 0) return invalidParameter(subcode, title, filled(text), blamed)
  return refused(title, filled(text), blamed)
}
