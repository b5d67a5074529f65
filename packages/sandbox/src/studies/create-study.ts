import type { EdgeCall } from '../graph/graph-call.ts'
import { invalidParam, missingParam } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { instantMs } from '../objects/wire-time.ts'
import type { AdAccount } from '../world/objects.ts'
import type { Study, StudyCell, StudyEntity } from './studies.ts'

type BusinessNode = Extract<Node, { type: 'Business' }>

// Meta's limits for one advertiser.
const maxRunning = 100
const maxCells = 150
const maxEntities = 100

/**
 * `POST /{business}/ad_studies`
 *
 * @throws {GraphError} 100 for times that run backwards, shares beyond 100 %, unknown ads objects and broken limits.
 */
export function createStudy(call: EdgeCall<BusinessNode>): { id: string } {
  const { node, input, sandbox, now } = call
  const [account] = node.accounts
  if (!account) throw invalidParam('The business has no ad account')
  const nowMs = now.getTime()
  const running = sandbox.studies.ofBusiness(node.id).filter((study) => isRunning(study, nowMs))
  if (running.length >= maxRunning) throw invalidParam(`A business may run ${maxRunning} studies at a time`)
  const startMs = timeParam(input, 'start_time', account)
  const endMs = timeParam(input, 'end_time', account)
  if (endMs <= startMs) throw invalidParam('Param end_time must be after start_time')
  const drafts = cellsParam(input['cells'], node.accounts)
  const { description, type } = input
  const study = sandbox.studies.add((newId) => ({
    id: newId(),
    business: { id: node.id, name: node.name },
    account,
    cells: drafts.map((draft) => ({ ...draft, id: newId() })),
    name: String(input['name']),
    ...(typeof description === 'string' ? { description } : {}),
    type: typeof type === 'string' ? type : 'SPLIT_TEST',
    startMs,
    endMs,
    createdMs: nowMs,
    updatedMs: nowMs,
  }))
  return { id: study.id }
}

function isRunning({ endMs, canceledMs }: Study, nowMs: number): boolean {
  return canceledMs === undefined && endMs > nowMs
}

/** A time of a study, in seconds or as text. */
export function timeParam(input: Readonly<Record<string, unknown>>, name: string, account: AdAccount): number {
  const ms = instantMs(input[name], account.timezone)
  if (ms === undefined) throw invalidParam(`Param ${name} must be a valid time`)
  return ms
}

type CellDraft = Omit<StudyCell, 'id'>

function cellsParam(value: unknown, accounts: readonly AdAccount[]): CellDraft[] {
  if (!Array.isArray(value) || value.length === 0) throw missingParam('cells')
  if (value.length > maxCells) throw invalidParam(`Param cells must hold at most ${maxCells} cells`)
  const cells = value.map((cell: unknown, index) => cellOf(cell, `cells[${index}]`, accounts))
  const total = cells.reduce((sum, cell) => sum + cell.treatmentPercentage + cell.controlPercentage, 0)
  if (total > 100) throw invalidParam('The percentages of all cells must not exceed 100')
  return cells
}

function cellOf(value: unknown, param: string, accounts: readonly AdAccount[]): CellDraft {
  const cell: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {}
  const { name } = cell
  if (typeof name !== 'string' || name === '') throw missingParam(`${param}[name]`)
  const ids = ['campaigns', 'adsets', 'ads'].flatMap((list) => (Array.isArray(cell[list]) ? cell[list] : []))
  if (ids.length > maxEntities) throw invalidParam(`Param ${param} must hold at most ${maxEntities} ad entities`)
  return {
    name,
    treatmentPercentage: percentage(cell['treatment_percentage'] ?? 0, `${param}[treatment_percentage]`),
    controlPercentage: percentage(cell['control_percentage'] ?? 0, `${param}[control_percentage]`),
    entities: ids.map((id: unknown) => entityOf(String(id), param, accounts)),
  }
}

function percentage(value: unknown, param: string): number {
  const number = Number(value)
  if (number >= 0 && number <= 100) return number
  throw invalidParam(`Param ${param} must be a number from 0 to 100`)
}

function entityOf(id: string, param: string, accounts: readonly AdAccount[]): StudyEntity {
  for (const account of accounts) {
    const object = account.objects().find(id)
    if (object?.type === 'Campaign' || object?.type === 'AdSet' || object?.type === 'Ad') return { account, object }
  }
  throw invalidParam(`Param ${param}: ${id.slice(0, 40)} is no campaign, ad set or ad of this business`)
}
