import type { EdgeCall, EdgeHandlers } from '../graph/graph-call.ts'
import { exportParam } from './report-file.ts'
import { localMoment } from '../world/clock.ts'
import { insightsQuery } from './insights-query.ts'
import { asksOldReach, reachBudgetSpent, withoutReach } from './reach-budget.ts'
import { readInsights, rootOf } from './read-insights.ts'

export const insightsHandlers: EdgeHandlers = {
  'AdAccount GET insights': readOwn,
  'Campaign GET insights': readOwn,
  'AdSet GET insights': readOwn,
  'Ad GET insights': readOwn,
  'AdAccount POST insights': startReport,
  'Campaign POST insights': startReport,
  'AdSet POST insights': startReport,
  'Ad POST insights': startReport,
  'AdReportRun GET insights': readOwn,
}

function readOwn(call: EdgeCall): Record<string, unknown> {
  return readInsights(call, call.node, call.params)
}

function startReport(call: EdgeCall): Record<string, unknown> {
  const root = rootOf(call.node)
  const moment = localMoment(call.now, root.account.timezone)
  const query = insightsQuery(call.params, root, moment, call.version)
  const exported = exportParam(call.params)
  const { runs } = call.sandbox
  const isSpent = asksOldReach(query, moment) && !runs.reachBudget.take(root.account.id, call.now)
  if (isSpent) call.note(reachBudgetSpent, 'warning')
  const run = runs.start({
    query: isSpent ? withoutReach(query) : query,
    root,
    moment,
    startedAt: call.now,
    ...(exported ? { exported } : {}),
    ...(isSpent ? { notice: reachBudgetSpent } : {}),
  })
  return { report_run_id: run.id }
}
