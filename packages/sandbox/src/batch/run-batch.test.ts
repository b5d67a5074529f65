import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GraphReply, GraphRequest, SandboxState, UploadedFile } from '../graph/graph-call.ts'
import type { BatchEntry } from './batch-entry.ts'
import { runBatch } from './run-batch.ts'

/** What a Graph of a few paths answers, and what it was asked. */
function aGraph(answers: Readonly<Record<string, Partial<GraphReply>>> = {}) {
  const asked: GraphRequest[] = []
  const perform = (request: GraphRequest): Promise<GraphReply> => {
    asked.push(request)
    const known = answers[request.pathname]
    const body = JSON.stringify({ path: request.pathname, ...Object.fromEntries(request.params) })
    return Promise.resolve({ status: 200, headers: { etag: '"e"' }, body, trace: {}, ...known })
  }
  return { asked, perform }
}

const failed: Partial<GraphReply> = { status: 400, body: '{"error":{"code":100,"message":"no"}}' }
const made: Partial<GraphReply> = { body: '{"id":"7","list":[{"id":"1"},{"id":"2"}]}' }

interface Sent {
  params?: Record<string, string>
  files?: ReadonlyMap<string, UploadedFile>
  headerToken?: string
  timeoutMs?: number
}

async function run(
  items: readonly Record<string, unknown>[],
  graph = aGraph(),
  { params = {}, files = new Map(), headerToken, timeoutMs = 30_000 }: Sent = {},
): Promise<readonly (BatchEntry | null)[]> {
  const carrier: GraphRequest = {
    method: 'POST',
    pathname: '/v25.0/',
    params: new Map(
      Object.entries({
        ...(headerToken === undefined ? { access_token: 'OUTER' } : {}),
        batch: JSON.stringify(items),
        ...params,
      }),
    ),
    files,
    origin: 'http://localhost',
    isBatchItem: false,
    ...(headerToken === undefined ? {} : { headerToken }),
  }
  const sandbox = {
    nextTraceId: () => 'T1',
    batchTimeoutMs: timeoutMs,
  } as SandboxState
  return runBatch(carrier, sandbox, graph.perform)
}

const get = (relative_url: string, rest: Record<string, unknown> = {}) => ({ method: 'GET', relative_url, ...rest })
const codes = (entries: readonly (BatchEntry | null)[]) => entries.map((entry) => entry?.code ?? null)
const bodyOf = (entry: BatchEntry | null | undefined): unknown => JSON.parse(entry?.body ?? 'null')

describe('slots of a batch', () => {
  it('hold code, headers as a list and the body as text, in the order of the items', async () => {
    expect(await run([get('me'), get('v24.0/act_1')])).toEqual([
      {
        code: 200,
        headers: [
          { name: 'ETag', value: '"e"' },
          { name: 'Content-Type', value: 'text/javascript; charset=UTF-8' },
        ],
        body: '{"path":"/v25.0/me","access_token":"OUTER"}',
      },
      expect.objectContaining({ body: '{"path":"/v24.0/act_1","access_token":"OUTER"}' }),
    ])
  })

  it('leave the headers out with include_headers=false', async () => {
    const [entry] = await run([get('me')], aGraph(), { params: { include_headers: 'false' } })
    expect(Object.keys(entry ?? {})).toEqual(['code', 'body'])
  })

  it('have no body for 304 and redirects', async () => {
    const graph = aGraph({
      '/v25.0/me': { status: 304, body: '' },
      '/v25.0/1/picture': { status: 302, headers: { location: 'http://localhost/p.svg' }, body: '' },
    })
    expect(await run([get('me', { headers: ['If-None-Match: "e"'] }), get('1/picture')], graph)).toMatchObject([
      { code: 304, body: null },
      { code: 302, body: null, headers: [{ name: 'Location', value: 'http://localhost/p.svg' }, {}] },
    ])
    expect(graph.asked[0]?.ifNoneMatch).toBe('"e"')
  })

  it('fail alone', async () => {
    expect(codes(await run([get('bad'), get('me')], aGraph({ '/v25.0/bad': failed })))).toEqual([400, 200])
  })
})

describe('items that depend on others', () => {
  const parent = { method: 'POST', name: 'p', relative_url: 'act_1/x', body: 'a=1' }
  const child = get('{result=p:$.id}/y')
  const second = get('me', { depends_on: 'p' })

  it.each([
    ['success, another uses its data', [parent, child], made, [null, 200]],
    ['success, another waits for it', [parent, second], made, [null, 200]],
    ['success, nobody refers to it', [parent, get('me')], made, [200, 200]],
    ['success, shown', [{ ...parent, omit_response_on_success: false }, child], made, [200, 200]],
    ['success, shown, as text', [{ ...parent, omit_response_on_success: 'false' }, child], made, [200, 200]],
    ['success, hidden', [{ ...parent, omit_response_on_success: true }], made, [null]],
    ['failure, waited for', [parent, second], failed, [400, null]],
    ['failure, its data used', [parent, child], failed, [400, 400]],
    ['failure, both', [parent, { ...child, depends_on: 'p' }], failed, [400, null]],
    [
      'failure, along a chain',
      [parent, { ...second, name: 'q' }, get('me', { depends_on: 'q' })],
      failed,
      [400, null, null],
    ],
    [
      'failure, data at the end of a chain',
      [parent, { ...second, name: 'q' }, get('{result=q:$.id}')],
      failed,
      [400, null, 400],
    ],
  ])('%s', async (_, items, reply, expected) => {
    expect(codes(await run(items, aGraph({ '/v25.0/act_1/x': reply })))).toEqual(expected)
  })

  it('are refused one by one when a reference finds nothing', async () => {
    const entries = await run([parent, get('{result=p:$.nothing}'), get('me')], aGraph({ '/v25.0/act_1/x': made }))
    expect(codes(entries)).toEqual([null, 400, 200])
    expect(bodyOf(entries[1])).toEqual({
      error: {
        message: 'Cannot specify an empty identifier',
        type: 'OAuthException',
        code: 2500,
        fbtrace_id: 'T1',
      },
    })
  })

  it('take values into paths, queries, bodies and JSON inside bodies, raw or encoded', async () => {
    const graph = aGraph({ '/v25.0/act_1/x': made })
    await run(
      [
        parent,
        get('{result=p:$.id}/y'),
        get('%7Bresult%3Dp%3A%24.id%7D/y'),
        get('?ids={result=p:$.list.*.id}&fields=id'),
        { method: 'POST', relative_url: 'z', body: 'creative={"creative_id":"{result=p:$.id}"}&x={result=p:$.id}' },
        {
          method: 'POST',
          relative_url: 'z',
          body: 'creative=%7B%22creative_id%22%3A%22%7Bresult%3Dp%3A%24.id%7D%22%7D&x=%7Bresult%3Dp%3A%24.id%7D',
        },
      ],
      graph,
    )
    const [, path, encoded, ids, body, encodedBody] = graph.asked
    expect([path?.pathname, encoded?.pathname]).toEqual(['/v25.0/7/y', '/v25.0/7/y'])
    expect(ids?.params.get('ids')).toBe('1,2')
    for (const request of [body, encodedBody]) {
      expect(request?.params.get('creative')).toBe('{"creative_id":"7"}')
      expect(request?.params.get('x')).toBe('7')
    }
  })

  it('carry any text from one reply into the next call unchanged', async () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '&',
        '%',
        '+',
        '=',
        '#',
        '"',
        '\\',
        ';',
        ' ',
        '\n',
        '😀',
        'ש',
        '\u202e',
        '%2F',
        'a',
        '{',
        '}',
      ),
      minLength: 1,
      maxLength: 15,
    })
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        const graph = aGraph({ '/v25.0/act_1/x': { body: JSON.stringify({ name }) } })
        const spec = encodeURIComponent('{"name":"{result=p:$.name}"}')
        const reference = encodeURIComponent('{result=p:$.name}')
        await run(
          [parent, { method: 'POST', relative_url: `y?q=${reference}`, body: `n=${reference}&spec=${spec}` }],
          graph,
        )
        const params = graph.asked[1]?.params
        expect([params?.get('q'), params?.get('n')]).toEqual([name, name])
        expect(JSON.parse(params?.get('spec') ?? '')).toEqual({ name })
      }),
    )
  })
})

describe('tokens and files', () => {
  it('come from the batch unless an item brings its own', async () => {
    const graph = aGraph()
    await run(
      [
        get('me'),
        get('me?access_token=OWN'),
        { method: 'POST', relative_url: 'x', body: 'access_token=OWN&appsecret_proof=OWNPROOF' },
      ],
      graph,
      { params: { appsecret_proof: 'PROOF' } },
    )
    expect(graph.asked.map(({ params }) => [params.get('access_token'), params.get('appsecret_proof')])).toEqual([
      ['OUTER', 'PROOF'],
      ['OWN', undefined],
      ['OWN', 'OWNPROOF'],
    ])
  })

  it('may come in the Authorization header', async () => {
    const graph = aGraph()
    await run([get('me'), get('me?access_token=OWN')], graph, { headerToken: 'HEADER' })
    expect(graph.asked.map(({ headerToken }) => headerToken)).toEqual(['HEADER', undefined])
  })

  it('go to the item that names them, and to no other', async () => {
    const file: UploadedFile = {
      partName: 'pic',
      fileName: 'p.png',
      contentType: 'image/png',
      bytes: new Uint8Array(1),
    }
    const graph = aGraph()
    const entries = await run(
      [
        { method: 'POST', relative_url: 'act_1/adimages', attached_files: 'pic' },
        { method: 'POST', relative_url: 'act_1/adimages', attachedFiles: 'pic' },
        { method: 'POST', relative_url: 'act_1/adimages', attached_files: 'other' },
      ],
      graph,
      { files: new Map([['pic', file]]) },
    )
    expect(graph.asked.map(({ files }) => [...files.keys()])).toEqual([['pic'], []])
    expect(bodyOf(entries[2])).toMatchObject({
      error: { message: 'File other has not been attached', type: 'GraphBatchException' },
    })
  })
})

describe('items that are not finished', () => {
  it('are null, as is what needs them', async () => {
    const graph = aGraph({ '/v25.0/a': { fault: { kind: 'null_entry' } } })
    const items = [get('a', { name: 'a' }), get('{result=a:$.id}'), get('b', { depends_on: 'a' }), get('me')]
    expect(codes(await run(items, graph))).toEqual([null, null, null, 200])
    expect(graph.asked).toHaveLength(2)
  })

  it.each(['reset', 'reply_lost', 'truncated'] as const)('are null when the wire fails by %s', async (kind) => {
    expect(codes(await run([get('a')], aGraph({ '/v25.0/a': { fault: { kind } } })))).toEqual([null])
  })

  it('are null when time is up', async () => {
    const slow = { fault: { kind: 'slow', delayMs: 600_000, isDribbled: false } } as const
    const entries = await run([get('me'), get('a'), get('me')], aGraph({ '/v25.0/a': slow }), { timeoutMs: 40 })
    expect(codes(entries)).toEqual([200, null, null])
  })

  it('keep the batch waiting when they are only slow', async () => {
    const slow = { fault: { kind: 'slow', delayMs: 5, isDribbled: false } } as const
    expect(codes(await run([get('a'), get('me')], aGraph({ '/v25.0/a': slow })))).toEqual([200, 200])
  })
})
