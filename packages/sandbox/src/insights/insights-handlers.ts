import type { EdgeCall, EdgeHandlers } from '../graph/graph-call.ts'
import type { Node } from '../graph/node.ts'
import { readNode, requestedFields } from '../graph/read-node.ts'
import { localMoment } from '../world/clock.ts'
import { insightsQuery } from './insights-query.ts'
import { asksOldReach, reachBudgetSpent, withoutReach } from './reach-budget.ts'
import { readInsights, rootOf } from './read-insights.ts'

type RunNode = Extract<Node, { type: 'AdReportRun' }>

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
  'AdReportRun GET .': readRunNode,
}

function readOwn(call: EdgeCall): Record<string, unknown> {
  return readInsights(call, call.node, call.params)
}

function startReport(call: EdgeCall): Record<string, unknown> {
  const root = rootOf(call.node)
  const moment = localMoment(call.now, root.account.timezone)
  const query = insightsQuery(call.params, root, moment, call.version)
  const { runs } = call.sandbox
  const isSpent = asksOldReach(query, moment) && !runs.reachBudget.take(root.account.id, call.now)
  if (isSpent) call.note(reachBudgetSpent, 'warning')
  const run = runs.start({
    query: isSpent ? withoutReach(query) : query,
    root,
    moment,
    startedAt: call.now,
    isExport: call.params.has('export_format'),
    ...(isSpent ? { notice: reachBudgetSpent } : {}),
  })
  return { report_run_id: run.id }
}

/** A failed run says why: of its own accord from v25.0 on, before that when asked by `fields`. */
function readRunNode(call: EdgeCall<RunNode>): Record<string, unknown> {
  const json = readNode(call, call.node, requestedFields(call.params))
  const isAsked = (call.params.get('fields') ?? '').trim() !== ''
  const failure = isAsked || Number.parseFloat(call.version.slice(1)) < 25 ? undefined : call.node.run.failure()
  return { ...json, ...failure }
}
