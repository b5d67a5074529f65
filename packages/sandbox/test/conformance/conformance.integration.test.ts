import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startForCases, type StartedCases } from './fixtures.ts'
import { isStep, readTables, type Area, type Row } from './read-tables.ts'
import { runCase } from './run-case.ts'

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

it('holds at least 220 cases, every file with sources of its facts', () => {
  const cases = areas.flatMap(({ rows }) => rows).filter((row) => 'fact' in row && !isStep(row.fact))
  expect(cases.length).toBeGreaterThanOrEqual(220)
  expect(areas.filter(({ sources }) => sources.size === 0).map(({ name }) => name)).toEqual([])
})

function titleOf(name: string, { line, request }: Row): string {
  const plain = request
    .replaceAll(/`|<br\s*\/?>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('%', '%%')
  return `${name}:${line} ${plain.trim().slice(0, 140)}`
}
