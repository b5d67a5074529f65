import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { TooMuchDataError } from '../errors/too-much-data-error.ts'
import { aGraphClient, aGraphServer, collect, failureOf, type SeenCall } from './a-graph-server.ts'
import type { TakenPage, UnreadableRow } from './paging/paging-options.ts'

const tooMuch = { code: 1, message: "Please reduce the amount of data you're asking for, then retry your request" }
const unknown = { code: 1, message: 'An unknown error occurred' }

/** A server with one list of so many rows, and the limits it is read under. */
interface AList {
  rows: number
  /** Rows Meta refuses to read with more than their id. */
  badRows?: readonly number[]
  /** Rows it answers at most. */
  mostRows?: number
  /** What it says where it refuses. */
  refusal?: { code: number; message: string }
}

describe('resuming', () => {
  it('goes on behind the last page that was taken, losing no row', async () => {
    const meta = await aListServer({ rows: 250 })
    const api = aGraphClient(meta.origin).withToken('T')
    const taken: string[] = []
    let cursor: string | undefined
    const onPage = (page: TakenPage) => {
      cursor = page.cursor
    }
    for await (const { id } of api.listAds('act_1', { pageSize: 40, onPage })) {
      if (taken.push(id) === 100) break
    }
    expect(cursor).toBe('79')

    const { after = '' } = { ...(cursor !== undefined && { after: cursor }) }
    const rest = await collect(aGraphClient(meta.origin).withToken('T').listAds('act_1', { pageSize: 40, after }))
    expect([...taken.slice(0, 80), ...rest.map(({ id }) => id)]).toEqual(ids(0, 250))
  })

  it('tells of a page only after its rows, and reads no further until it was heard', async () => {
    const meta = await aListServer({ rows: 6 })
    const heard: string[] = []
    const onPage = async ({ rows, cursor, isLast }: TakenPage) => {
      await Promise.resolve()
      heard.push(`${rows} rows to ${cursor}${isLast ? ', the last' : ''}`)
    }
    for await (const { id } of aGraphClient(meta.origin).withToken('T').listAds('act_1', { pageSize: 3, onPage })) {
      heard.push(id)
    }
    expect(heard).toEqual(['0', '1', '2', '3 rows to 2', '3', '4', '5', '3 rows to 5, the last'])
  })

  it('goes on by offset where an edge knows no cursors', async () => {
    const meta = await aGraphServer(({ params }) => {
      const offset = Number(params.get('offset') ?? 0)
      const next = `https://graph.facebook.com/v25.0/act_1/ads?access_token=X&offset=${offset + 2}`
      return { json: { data: rowsAt(offset, 2), paging: offset < 4 ? { next } : {} } }
    })
    const cursors: (string | undefined)[] = []
    const api = aGraphClient(meta.origin).withToken('T')
    await collect(api.listAds('act_1', { onPage: ({ cursor }) => void cursors.push(cursor) }))
    expect(cursors).toEqual(['?offset=2', '?offset=4', undefined])
    const rest = await collect(api.listAds('act_1', { after: '?offset=4&limit=9&access_token=FOREIGN' }))
    expect(rest.map(({ id }) => id)).toEqual(['4', '5'])
    expect(meta.calls.at(-1)).toMatchObject({ token: 'T' })
    expect(meta.calls.at(-1)?.params.get('limit')).toBe('100')
  })

  it.each([
    { code: 100, message: '(#100) Invalid cursors values' },
    { code: 2642, message: '(#2642) Invalid cursors values' },
  ])('says that Meta has forgotten the place ($code)', async (error) => {
    const meta = await aGraphServer(() => ({ status: 400, json: { error } }))
    const failure = await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1', { after: 'OLD' }))
    expect(failure).toBeInstanceOf(InvalidRequestError)
    expect(failure).toMatchObject({ fields: [{ field: 'after', message: expect.stringContaining('from the start') }] })
  })

  it('notices a longer circle', async () => {
    const meta = await aGraphServer((_, count) => {
      const after = 'ABC'[count % 3]
      return {
        json: { data: [{ id: `${count}` }], paging: { cursors: { after }, next: `https://x.example/?a=${after}` } },
      }
    })
    expect(await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1'))).toBeInstanceOf(
      MetaUnavailableError,
    )
    expect(meta.calls.length).toBeLessThanOrEqual(6)
  })
})

describe('page sizes', () => {
  it('halves what Meta refuses, and the next list of that edge starts where this one ended', async () => {
    const meta = await aListServer({ rows: 75, mostRows: 30 })
    const client = aGraphClient(meta.origin)
    const read = () => collect(client.withToken('T').listAds('act_1', { pageSize: 100 }))
    expect((await read()).map(({ id }) => id)).toEqual(ids(0, 75))
    expect(limits(meta.calls)).toEqual([100, 50, 25, 25, 25])
    await read()
    expect(limits(meta.calls.slice(5))[0]).toBe(25)
  })

  it('keeps what it learned to the edge and the fields it learned it from', async () => {
    const meta = await aListServer({ rows: 100, mostRows: 30 })
    const client = aGraphClient(meta.origin)
    await collect(client.withToken('T').listAds('act_1', { pageSize: 100 }))
    const seen = meta.calls.length
    await collect(client.withToken('T').listAds('act_1', { pageSize: 100, fields: ['name'] }))
    expect(limits(meta.calls.slice(seen))[0]).toBe(100)
  })

  it('grows again by a quarter after some pages, and is slower to try once that was refused', async () => {
    const meta = await aListServer({ rows: 900, mostRows: 30 })
    await collect(aGraphClient(meta.origin).withToken('T').listAds('act_1', { pageSize: 100 }))
    const sizes = limits(meta.calls)
    // The page after the fourth is under way already when the fourth has been counted.
    expect(sizes.slice(0, 9)).toEqual([100, 50, 25, 25, 25, 25, 25, 32, 25])
    // 900 rows are 36 pages of 25: tried after 4, 8 and 16 of them.
    expect(sizes.filter((size) => size === 32)).toHaveLength(3)
  })

  it('gives up at one row, saying so', async () => {
    const meta = await aListServer({ rows: 10, badRows: [3] })
    const seen: string[] = []
    const reading = (async () => {
      for await (const { id } of aGraphClient(meta.origin).withToken('T').listAds('act_1')) seen.push(id)
    })()
    expect(await failureOf(reading)).toBeInstanceOf(TooMuchDataError)
    expect(seen).toEqual(['0', '1', '2'])
  })
})

describe('rows Meta cannot answer', () => {
  it('are found by asking for ever fewer, told of, and passed', async () => {
    const meta = await aListServer({ rows: 500, badRows: [137] })
    const bad: UnreadableRow[] = []
    const rows = await collect(
      aGraphClient(meta.origin)
        .withToken('T')
        .listAds('act_1', { onUnreadable: (row) => bad.push(row) }),
    )
    expect(rows.map(({ id }) => id)).toEqual(ids(0, 500).filter((id) => id !== '137'))
    expect(bad).toMatchObject([{ path: 'act_1/ads', row: { id: '137' }, error: { code: 'too_much_data' } }])
    // Five full pages, and about twice the logarithm of one to find the row.
    expect(meta.calls.length).toBeLessThan(25)
    expect(limits(meta.calls).at(-1)).toBe(100)
  })

  it('are found behind an unknown error too, once Meta answers the same rows in light fields', async () => {
    const meta = await aListServer({ rows: 40, badRows: [0, 17, 39], refusal: unknown })
    const bad: unknown[] = []
    const rows = await collect(
      aGraphClient(meta.origin)
        .withToken('T')
        .listAds('act_1', { onUnreadable: ({ row }) => bad.push(row['id']) }),
    )
    expect(bad).toEqual(['0', '17', '39'])
    expect(rows).toHaveLength(37)
  })

  it('are not looked for while Meta is down', async () => {
    const meta = await aGraphServer(() => ({ status: 500, json: { error: unknown } }))
    const bad: unknown[] = []
    const api = aGraphClient(meta.origin).withToken('T')
    const failure = await failureOf(api.listAds('act_1', { onUnreadable: (row) => bad.push(row) }))
    expect(failure).toBeInstanceOf(MetaUnavailableError)
    expect(bad).toEqual([])
    // The page and the light one, each in its three tries.
    expect(meta.calls).toHaveLength(6)
  })

  it('end the list where not even their id can be had, since what follows is unknown', async () => {
    const meta = await aGraphServer(() => ({ status: 500, json: { error: tooMuch } }))
    const bad: unknown[] = []
    const api = aGraphClient(meta.origin).withToken('T')
    const failure = await failureOf(api.listAds('act_1', { onUnreadable: (row) => bad.push(row) }))
    expect(failure).toBeInstanceOf(TooMuchDataError)
    expect(bad).toEqual([])
  })

  it('never cost another row, however many there are and however small pages must be', async () => {
    const list = fc.record({
      rows: fc.integer({ min: 0, max: 60 }),
      badRows: fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 8 }),
      mostRows: fc.integer({ min: 1, max: 40 }),
      refusal: fc.constantFrom(tooMuch, unknown),
    })
    let current: AList = { rows: 0 }
    const meta = await aGraphServer((call) => answerList(current, call))
    await fc.assert(
      fc.asyncProperty(list, fc.integer({ min: 1, max: 50 }), async (next, pageSize) => {
        current = next
        const bad: unknown[] = []
        const options = { pageSize, onUnreadable: ({ row }: UnreadableRow) => bad.push(row['id']) }
        const rows = await collect(aGraphClient(meta.origin).withToken('T').listAds('act_1', options))
        const isBad = (id: string) => next.badRows.includes(Number(id))
        expect(bad).toEqual(ids(0, next.rows).filter(isBad))
        expect(rows.map(({ id }) => id)).toEqual(ids(0, next.rows).filter((id) => !isBad(id)))
      }),
      { numRuns: 60 },
    )
  })
})

function aListServer(list: AList) {
  return aGraphServer((call) => answerList(list, call))
}

function answerList({ rows, badRows = [], mostRows = Infinity, refusal = tooMuch }: AList, { params }: SeenCall) {
  const start = Number(params.get('after') ?? -1) + 1
  const end = Math.min(rows, start + Number(params.get('limit')))
  const isLight = params.get('fields') === 'id'
  const isRefused = end - start > mostRows || badRows.some((row) => start <= row && row < end)
  if (isRefused && !isLight) return { status: 500, json: { error: refusal } }
  const after = String(end - 1)
  const next = `https://graph.facebook.com/v25.0/act_1/ads?access_token=X&after=${after}`
  const paging = end === start ? {} : { cursors: { before: String(start), after }, ...(end < rows && { next }) }
  return { json: { data: rowsAt(start, end - start), paging } }
}

function rowsAt(start: number, count: number) {
  return ids(start, start + count).map((id) => ({ id }))
}

function ids(start: number, end: number): string[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => String(start + index))
}

function limits(calls: readonly SeenCall[]): number[] {
  return calls.filter(({ params }) => params.get('fields') !== 'id').map(({ params }) => Number(params.get('limit')))
}
