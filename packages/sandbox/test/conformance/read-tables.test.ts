import { expect, it } from 'vitest'
import { readTables } from './read-tables.ts'

const head = `# Area

Sources: [graph-api/results](https://developers.facebook.com/docs/graph-api/results).

| request | status | reply | fact |
| --- | --- | --- | --- |
`

function problemOf(row: string): string | undefined {
  const [read] = readTables('area', head + row).rows
  return read && 'problem' in read ? read.problem : undefined
}

it('reads a row with its line, and a | in a cell', () => {
  const { rows, sources } = readTables('area', `${head}| \`GET me?a=1\\|2\` | 200 | \`{}\` | It is. Assumed |\n`)
  expect(rows).toEqual([{ line: 7, request: '`GET me?a=1|2`', status: 200, reply: '`{}`', fact: 'It is. Assumed' }])
  expect([...sources.keys()]).toEqual(['graph-api/results'])
})

it('leaves other tables and text alone', () => {
  expect(readTables('area', `${head}\n| word | meaning |\n| --- | --- |\n| a | b |\n`).rows).toEqual([])
})

it.each([
  ['| `GET me` | 200 | `{}` |', 'a row has 4 cells'],
  ['| `GET me` | ok | `{}` | It is. Assumed |', '"ok" is no HTTP status'],
  ['| GET me | 200 | `{}` | It is. Assumed |', 'stands outside of code'],
  ['| `FETCH me` | 200 | `{}` | It is. Assumed |', 'is not METHOD path'],
  ['| `POST me` `name` | 200 | `{}` | It is. Assumed |', 'is not name=value'],
  ['| `GET me?name` | 200 | `{}` | It is. Assumed |', 'is not name=value'],
  ['| `GET me` | 200 | `{a: oops}` | It is. Assumed |', 'expected a value'],
  ['| `GET me` | 200 | `{}` `[]` | It is. Assumed |', 'a reply has one body'],
  ['| `GET me` | 200 | `→ id` | It is. Assumed |', 'is not → name = path'],
  ['| `GET me` | 200 | `{}` | It is. |', 'a fact ends with'],
  ['| `GET me` | 200 | `{}` | It is. Meta: graph-api/shoes |', 'links no page "graph-api/shoes"'],
])('says what is wrong with %s', (row, problem) => {
  expect(problemOf(row)).toContain(problem)
})
