import type { EdgeCall, EdgeHandlers } from '../graph/graph-call.ts'
import { exportParam } from './report-file.ts'
import { localMoment } from '../world/clock.ts'
import { insightsQuery } from './insights-query.ts'
import { asksOldReach, reachBudgetSpent, withoutReach } from './old-reach.ts'
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
  const { sandbox, caller, now, params } = call
  const root = rootOf(call.node)
  const moment = localMoment(now, root.account.timezone)
  const query = insightsQuery(params, root, moment, call.version)
  const exported = exportParam(params)
  const isSpent =
    asksOldReach(query, moment) && !sandbox.quota.takeReachRun({ caller, account: root.account, nowMs: now.getTime() })
  if (isSpent) call.note(reachBudgetSpent, 'warning')
  const run = sandbox.runs.start({
    query: isSpent ? withoutReach(query) : query,
    root,
    moment,
    startedAt: now,
    ...(exported ? { exported } : {}),
    ...(isSpent ? { notice: reachBudgetSpent } : {}),
  })
  return { report_run_id: run.id }
}
