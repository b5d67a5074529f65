import type { EdgeHandlers } from '../graph/graph-call.ts'
import { updateAccount } from './account-update.ts'
import { createAdSet, updateAdSet } from './ad-sets.ts'
import { createAd, updateAd } from './ads.ts'
import { createBudgetPeriod, deleteBudgetPeriod, updateBudgetPeriod } from './budget-period-writes.ts'
import { createCampaign, updateCampaign } from './campaigns.ts'
import { copyAd, copyAdSet, copyCampaign } from './copies.ts'
import { createCreative, deleteCreative, updateCreative } from './creatives.ts'
import { deleteCampaigns } from './delete-campaigns.ts'
import { deleteObject } from './delete-object.ts'
import { addLabels, removeLabels } from './label-edges.ts'

/** Writes of campaigns, ad sets, ads and creatives, and of the account that holds them. */
export const adsHandlers: EdgeHandlers = {
  'AdAccount POST .': updateAccount,
  'AdAccount POST campaigns': createCampaign,
  'AdAccount DELETE campaigns': deleteCampaigns,
  'AdAccount POST adsets': createAdSet,
  'AdAccount POST ads': createAd,
  'AdAccount POST adcreatives': createCreative,
  'Campaign POST .': updateCampaign,
  'Campaign DELETE .': deleteObject,
  'Campaign POST copies': copyCampaign,
  'Campaign POST budget_schedules': createBudgetPeriod,
  'Campaign POST adlabels': addLabels,
  'AdSet POST .': updateAdSet,
  'AdSet DELETE .': deleteObject,
  'AdSet POST copies': copyAdSet,
  'AdSet POST budget_schedules': createBudgetPeriod,
  'AdSet POST adlabels': addLabels,
  'AdSet DELETE adlabels': removeLabels,
  'HighDemandPeriod POST .': updateBudgetPeriod,
  'HighDemandPeriod DELETE .': deleteBudgetPeriod,
  'Ad POST .': updateAd,
  'Ad DELETE .': deleteObject,
  'Ad POST copies': copyAd,
  'Ad POST adlabels': addLabels,
  'AdCreative POST .': updateCreative,
  'AdCreative DELETE .': deleteCreative,
  'AdCreative POST adlabels': addLabels,
}
