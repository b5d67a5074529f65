import type { EdgeHandlers } from '../graph/graph-call.ts'
import { readControls, setControls } from './account-controls.ts'
import { accountUsers, assignedUsers, assignUser, businessUsers, unassignUser } from './account-people.ts'
import { listActivities } from './activities.ts'
import { adsVolume } from './ads-volume.ts'
import { claimAdAccount } from './business-edges.ts'
import { accountDeliveryEstimate, adSetDeliveryEstimate, reachEstimate } from './estimates.ts'
import { instagramAccounts } from './instagram-accounts.ts'
import { listMinimumBudgets } from './minimum-budgets-edge.ts'
import { applyRecommendation, listRecommendations } from './recommendations.ts'
import { targetingBrowse, targetingSearch, targetingSuggestions, targetingValidation } from './targeting-edges.ts'
import { targetingSentences } from './targeting-sentences.ts'

/** Edges of ad accounts, pages and businesses that list no stored objects. */
export const accountEdgeHandlers: EdgeHandlers = {
  'AdAccount GET minimum_budgets': listMinimumBudgets,
  'AdAccount GET activities': listActivities,
  'AdSet GET activities': listActivities,
  'AdAccount GET ads_volume': adsVolume,
  'AdAccount GET reachestimate': reachEstimate,
  'AdAccount GET delivery_estimate': accountDeliveryEstimate,
  'AdSet GET delivery_estimate': adSetDeliveryEstimate,
  'AdAccount GET targetingsearch': targetingSearch,
  'AdAccount GET targetingbrowse': targetingBrowse,
  'AdAccount GET targetingsuggestions': targetingSuggestions,
  'AdAccount GET targetingvalidation': targetingValidation,
  'AdAccount GET targetingsentencelines': targetingSentences,
  'AdSet GET targetingsentencelines': targetingSentences,
  'Ad GET targetingsentencelines': targetingSentences,
  'AdAccount GET users': accountUsers,
  'AdAccount GET assigned_users': assignedUsers,
  'AdAccount POST assigned_users': assignUser,
  'AdAccount DELETE assigned_users': unassignUser,
  'AdsPixel GET assigned_users': assignedUsers,
  'AdAccount GET instagram_accounts': instagramAccounts('instagram_accounts'),
  'AdAccount GET connected_instagram_accounts': instagramAccounts('connected_instagram_accounts'),
  'Page GET instagram_accounts': instagramAccounts('instagram_accounts'),
  'Page GET page_backed_instagram_accounts': instagramAccounts('page_backed_instagram_accounts'),
  'Business GET instagram_accounts': instagramAccounts('instagram_accounts'),
  'Business GET owned_instagram_accounts': instagramAccounts('owned_instagram_accounts'),
  'Business GET instagram_business_accounts': instagramAccounts('instagram_business_accounts'),
  'Business GET business_users': businessUsers,
  'Business POST owned_ad_accounts': claimAdAccount,
  'AdAccount GET account_controls': readControls,
  'AdAccount POST account_controls': setControls,
  'AdAccount GET recommendations': listRecommendations,
  'AdAccount POST recommendations': applyRecommendation,
}
