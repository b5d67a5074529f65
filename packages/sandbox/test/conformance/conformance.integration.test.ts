import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startForCases, type StartedCases } from './fixtures.ts'
import { isStep, readTables, type Area, type Case, type Row } from './read-tables.ts'
import { readReplyCell } from './reply-cell.ts'
import { replyMismatches, runCase } from './run-case.ts'
import type { Reply } from './send-request.ts'

const folder = fileURLToPath(new URL('cases/', import.meta.url))
const areas = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => readTables(file.slice(0, -'.md'.length), readFileSync(`${folder}${file}`, 'utf8')))

describe.each(areas)('$name', ({ name, options, rows }: Area) => {
  let started: StartedCases

  beforeAll(async () => {
    started = await startForCases(options)
  })
  afterAll(() => started.close())

  it.each(rows.map((row): [string, Row] => [titleOf(name, row), row]))('%s', async (_title, row) => {
    if ('problem' in row) throw new Error(`${name}.md:${row.line}: ${row.problem}`)
    expect(await runCase(row, started.context), `${name}.md:${row.line}\n${row.fact}`).toEqual([])
  })
})

const cases = areas.flatMap(({ rows }) => rows).filter((row): row is Case => 'fact' in row && !isStep(row.fact))

it('holds at least 220 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(220)
})

it('has no case that any reply would pass', () => {
  const nonsense: Reply = { status: 200, headers: new Headers(), text: '"nonsense"', json: 'nonsense' }
  const isVacuous = ({ status, reply }: Case) => {
    const expected = readReplyCell(reply, () => 'x')
    return status > 0 && replyMismatches(expected, nonsense).length === 0
  }
  const vacuous = cases.filter(isVacuous)
  expect(vacuous.map(({ line, request }) => `${line}: ${request}`)).toEqual([])
})

it('names no page that no case cites', () => {
  const idle = areas.flatMap(({ name, sources, rows }) => {
    const facts = rows.map((row) => ('fact' in row ? row.fact : '')).join('\n')
    return [...sources.keys()]
      .filter((page) => !new RegExp(`[ ,] ?${page}(,|$)`, 'm').test(facts))
      .map((page) => `${name}: ${page}`)
  })
  expect(idle).toEqual([])
})

function titleOf(name: string, { line, request }: Row): string {
  const plain = request
    .replaceAll(/`|<br\s*\/?>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('%', '%%')
  return `${name}:${line} ${plain.trim().slice(0, 140)}`
}
