import { Hono } from 'hono'
import { errorEnvelope, GraphError, invalidParam, missingParam, unknownObject } from '../graph/graph-error.ts'
import type { SandboxState } from '../graph/graph-call.ts'
import { enumParam } from '../graph/params.ts'
import { reportLines } from './report-file.ts'

/**
 * Files of finished reports, as Meta serves them outside of the Graph API.
 *
 * @see https://developers.facebook.com/docs/marketing-api/insights/best-practices
 */
export function createExportApp(state: SandboxState): Hono {
  const app = new Hono()
  app.get('/ads/ads_insights/export_report/', (context) => {
    const params = new Map(Object.entries(context.req.query()))
    const header = /^Bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    const token = params.get('access_token') ?? header
    try {
      const caller = state.identity.authenticate({
        token,
        proof: params.get('appsecret_proof'),
        isAboutMe: false,
        now: state.clock.now(),
      })
      return file(state, params, (account) => caller.canSee(account))
    } catch (error) {
      if (!(error instanceof GraphError)) throw error
      return Response.json(errorEnvelope(error, state.nextTraceId()), { status: error.status })
    }
  })
  return app
}

type Account = Parameters<ReturnType<SandboxState['identity']['authenticate']>['canSee']>[0]

function file(
  { runs }: SandboxState,
  params: ReadonlyMap<string, string>,
  canSee: (account: Account) => boolean,
): Response {
  const id = params.get('report_run_id')
  if (id === undefined) throw missingParam('report_run_id')
  if (!/^\d+$/.test(id)) throw invalidParam('Param report_run_id must be an integer')
  const run = runs.find(id)
  if (!run || !canSee(run.root.account)) throw unknownObject(id, 'GET')
  const format = enumParam(params, 'format', ['csv', 'xls']) ?? run.exported?.format ?? 'csv'
  const name = (params.get('name') ?? run.exported?.name ?? 'report').replaceAll(/[^\w .-]/g, '_').slice(0, 100)
  const lines = reportLines(run)
  const body = format === 'csv' ? lines.map(csvLine).join('\r\n') : lines.map((line) => line.join('\t')).join('\n')
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=UTF-8' : 'application/vnd.ms-excel',
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'x-content-type-options': 'nosniff',
    },
  })
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
