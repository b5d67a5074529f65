import type { EdgeHandlers } from '../graph/graph-call.ts'
import { listSharing, shareAudience, sharedAccountInfo, unshareAudience } from './audience-sharing.ts'
import { acceptTerms, listTerms } from './audience-terms.ts'
import { addUsers, listSessions, removeUsers, removeUsersEverywhere, replaceUsers } from './audience-users.ts'
import { createAudience, deleteAudience, updateAudience } from './custom-audiences.ts'
import { createSavedAudience, deleteSavedAudience, updateSavedAudience } from './saved-audiences.ts'

/** Custom, lookalike and saved audiences, and the people in them. */
export const audienceHandlers: EdgeHandlers = {
  'AdAccount POST customaudiences': createAudience,
  'CustomAudience POST .': updateAudience,
  'CustomAudience DELETE .': deleteAudience,
  'CustomAudience POST users': addUsers,
  'CustomAudience DELETE users': removeUsers,
  'CustomAudience POST usersreplace': replaceUsers,
  'CustomAudience GET sessions': listSessions,
  'CustomAudience POST adaccounts': shareAudience,
  'CustomAudience DELETE adaccounts': unshareAudience,
  'CustomAudience GET adaccounts': listSharing,
  'CustomAudience GET shared_account_info': sharedAccountInfo,
  // The guide spells the edge with an underscore, the published schema without.
  'CustomAudience POST ad_accounts': shareAudience,
  'CustomAudience DELETE ad_accounts': unshareAudience,
  'AdAccount DELETE usersofanyaudience': removeUsersEverywhere,
  'AdAccount GET customaudiencestos': listTerms,
  'AdAccount POST customaudiencestos': acceptTerms,
  'AdAccount POST saved_audiences': createSavedAudience,
  'SavedAudience POST .': updateSavedAudience,
  'SavedAudience DELETE .': deleteSavedAudience,
}
