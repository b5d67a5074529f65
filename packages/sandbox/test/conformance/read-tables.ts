import { readReplyCell } from './reply-cell.ts'
import { readRequestCell } from './request-cell.ts'

/** One Markdown file of cases. */
export interface Area {
  /** The file's name without its ending. */
  name: string
  /** What the sandbox of this file starts with, beside seed and clock. */
  options: Readonly<Record<string, unknown>>
  /** Meta's pages the file names, by the short name its facts use. */
  sources: ReadonlyMap<string, string>
  rows: readonly Row[]
}

/** A case, or what is wrong with its row. */
export type Row = Case | { line: number; request: string; problem: string }

export interface Case {
  /** In its file, from 1. */
  line: number
  /** As the table shows it. */
  request: string
  /** The reply cell as it stands: read once its `{names}` have values. */
  reply: string
  /** 0 for `cut`: the connection ends before the reply does. */
  status: number
  fact: string
}

/** A row that only prepares others: time passes, a token is made. */
export function isStep(fact: string): boolean {
  return fact.endsWith(' (step)')
}

/** Reads the tables `| request | status | reply | fact |` of a file; other tables and text are for people. */
export function readTables(name: string, text: string): Area {
  const lines = text.split('\n')
  const sources = new Map(lines.flatMap(linksIn))
  const rows: Row[] = []
  let isInTable = false
  for (const [index, line] of lines.entries()) {
    if (/^\|\s*request\s*\|\s*status\s*\|\s*reply\s*\|\s*fact\s*\|\s*$/.test(line)) isInTable = true
    else if (!line.startsWith('|')) isInTable = false
    else if (isInTable && !/^\|[\s|:-]+\|$/.test(line)) rows.push(readRow(line, index + 1, sources))
  }
  return { name, options: optionsIn(text), sources, rows }
}

function linksIn(line: string): [string, string][] {
  return [...line.matchAll(/\[([\w/-]+)\]\((https:\/\/developers\.facebook\.com\/[^)\s]*)\)/g)].map(
    ([, page = '', url = '']) => [page, url],
  )
}

function optionsIn(text: string): Readonly<Record<string, unknown>> {
  const found = /^Sandbox: `(.+)`/m.exec(text)?.[1]
  return found === undefined ? {} : (JSON.parse(found) as Record<string, unknown>)
}

function readRow(line: string, number: number, sources: ReadonlyMap<string, string>): Row {
  const cells = cellsOf(line)
  const [request = '', status = '', reply = '', fact = ''] = cells
  const problem = problemOf(cells, sources)
  if (problem !== undefined) return { line: number, request, problem }
  return { line: number, request, status: status === 'cut' ? 0 : Number(status), reply, fact }
}

/** A `|` inside a cell is written `\|`, as in any Markdown table. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'))
}

function problemOf(cells: readonly string[], sources: ReadonlyMap<string, string>): string | undefined {
  if (cells.length !== 4) return `a row has 4 cells, this one has ${cells.length}`
  const [request = '', status = '', reply = '', fact = ''] = cells
  if (!/^([1-5]\d\d|cut)$/.test(status)) return `"${status}" is no HTTP status`
  try {
    // With any value in place of names, to see that the row can be read.
    readRequestCell(request, () => 'x')
    readReplyCell(reply, () => 'x')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return factProblem(fact, sources)
}

function factProblem(fact: string, sources: ReadonlyMap<string, string>): string | undefined {
  if (isStep(fact)) return undefined
  const pointer = /^\S.*\S\s+(?:Meta: ([\w/-]+(?:, [\w/-]+)*)|Observed in public logs|Assumed|Sandbox)$/.exec(fact)
  if (!pointer) return 'a fact ends with "Meta: page", "Observed in public logs", "Assumed", "Sandbox" or "(step)"'
  const unknown = pointer[1]?.split(', ').find((page) => !sources.has(page))
  return unknown === undefined ? undefined : `the file links no page "${unknown}"`
}
