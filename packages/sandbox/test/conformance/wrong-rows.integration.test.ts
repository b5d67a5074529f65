import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startForCases, type StartedCases } from './fixtures.ts'
import { readTables, type Row } from './read-tables.ts'
import { runCase } from './run-case.ts'

const { rows } = readTables('wrong-rows', readFileSync(new URL('wrong-rows.md', import.meta.url), 'utf8'))
let started: StartedCases

beforeAll(async () => {
  started = await startForCases({})
})
afterAll(() => started.close())

it.each(rows.map((row): [number, Row] => [row.line, row]))(
  'line %i fails for the reason it gives',
  async (_line, row) => {
    if ('problem' in row) throw new Error(row.problem)
    const reason = (/"((?:[^"\\]|\\.)+)"/.exec(row.fact)?.[1] ?? '').replaceAll(String.raw`\"`, '"')
    const failure = await runCase(row, started.context).catch((error: unknown) => [String(error)])
    expect(failure.join('\n')).toContain(reason)
    expect(failure.filter((line) => line.includes(reason))).toHaveLength(1)
  },
)
