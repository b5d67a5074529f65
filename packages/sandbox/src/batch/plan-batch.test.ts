import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../graph/graph-error.ts'
import { planBatch, syncLimits, type PlannedItem } from './plan-batch.ts'

const plan = (items: unknown, pathname = '/v25.0/') => planBatch(JSON.stringify(items), pathname, syncLimits)
const only = (item: unknown, pathname?: string): PlannedItem | undefined => plan([item], pathname)[0]

describe('reading a batch', () => {
  it.each([
    ['me', '/v25.0/', '/v25.0/me'],
    ['/me', '/v25.0/', '/v25.0/me'],
    ['me', '/', '/me'],
    ['me', '/v25.0/act_1/ads', '/v25.0/me'],
    ['v24.0/act_1/ads', '/v25.0/', '/v24.0/act_1/ads'],
    ['/v24.0/act_1', '/', '/v24.0/act_1'],
    ['?ids=1,2', '/v25.0/', '/v25.0/'],
    ['%7Bresult%3Da%3A%24.id%7D/ads', '/v25.0', '/v25.0/{result=a:$.id}/ads'],
  ])('takes %s of a call on %s for %s', (url, pathname, expected) => {
    const items = plan(
      [
        { name: 'a', method: 'GET', relative_url: 'me' },
        { method: 'GET', relative_url: url },
      ],
      pathname,
    )
    expect(items[1]?.pathname).toBe(expected)
  })

  it('puts query and body together; a GET has no body', () => {
    const item = { relative_url: 'act_1/ads?name=q&x=1', body: 'name=b&spec=%7B%22a%22%3A%22%26%22%7D' }
    expect(only({ ...item, method: 'POST' })?.params).toEqual(
      new Map([
        ['name', 'b'],
        ['x', '1'],
        ['spec', '{"a":"&"}'],
      ]),
    )
    expect(only({ ...item, method: 'DELETE' })?.params.get('name')).toBe('b')
    expect(only({ ...item, method: 'GET' })?.params.get('name')).toBe('q')
  })

  it('reads parameters back as they were, whatever their characters', () => {
    const value = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 5 }), (params) => {
        const encoded = new URLSearchParams(params).toString()
        const byBody = only({ method: 'POST', relative_url: 'act_1/ads', body: encoded })?.params
        const byQuery = only({ method: 'GET', relative_url: `act_1/ads?${encoded}` })?.params
        const sent = new Map(new URLSearchParams(params))
        expect([byBody, byQuery]).toEqual([sent, sent])
      }),
    )
  })

  it('reads If-None-Match in the three forms clients send', () => {
    for (const headers of [
      ['If-None-Match: "ab"'],
      [{ name: 'if-none-match', value: '"ab"' }],
      { 'If-None-Match': '"ab"' },
    ]) {
      expect(only({ method: 'GET', relative_url: 'me', headers })?.ifNoneMatch).toBe('"ab"')
    }
  })

  it('knows which items others refer to, by data or by order', () => {
    const items = plan([
      { name: 'a', method: 'GET', relative_url: 'me' },
      { name: 'b', method: 'GET', relative_url: 'me' },
      { name: 'c', method: 'GET', relative_url: '{result=a:$.id}' },
      { method: 'GET', relative_url: 'me', depends_on: 'b' },
    ])
    expect(items.map(({ isNeeded }) => isNeeded)).toEqual([true, true, false, false])
    expect(items[3]?.waitsFor).toBe(1)
  })

  it('counts the ads it creates and flaws those past the tenth', () => {
    const ads = Array.from({ length: 12 }, () => ({ method: 'POST', relative_url: 'act_1/ads', body: 'name=a' }))
    const items = plan([...ads, { method: 'GET', relative_url: 'act_1/ads' }])
    expect(items.map(({ flaw }) => flaw?.message.includes('ads created') ?? false)).toEqual([
      ...Array.from({ length: 10 }, () => false),
      true,
      true,
      false,
    ])
  })

  it('ignores the camelCase attachments of an SDK', () => {
    expect(only({ method: 'POST', relative_url: 'x', attached_files: 'a, b' })?.attachedFiles).toEqual(['a', 'b'])
    expect(only({ method: 'POST', relative_url: 'x', attachedFiles: 'a' })?.attachedFiles).toEqual([])
  })

  it.each([
    [{ method: 'GET' }, /relative_url is required/],
    ['me', /must be an object/],
    [{ method: 'POST', relative_url: 'x', body: { a: 1 } }, /body must be a string/],
  ])('flaws %j alone', (item, message) => {
    expect(plan([item, { method: 'GET', relative_url: 'me' }]).map(({ flaw }) => flaw?.message ?? '')).toEqual([
      expect.stringMatching(message),
      '',
    ])
  })
})

describe('a batch that cannot be run', () => {
  const refusal = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      if (error instanceof GraphError) return { message: error.message, ...error.fields }
    }
    return undefined
  }
  const item = { method: 'GET', relative_url: 'me' }

  it('has more than fifty items', () => {
    expect(plan(Array.from({ length: 50 }, () => item))).toHaveLength(50)
    expect(refusal(() => plan(Array.from({ length: 51 }, () => item)))).toEqual({
      message: 'Too many requests in batch message. Maximum batch size is 50',
      type: 'GraphBatchException',
    })
  })

  it.each([
    [[{ ...item, relative_url: '{result=f:$.id}' }], 0],
    [[item, { ...item, name: 'f', relative_url: '?ids={result=f:$.id}' }], 1],
    [
      [
        { ...item, depends_on: 'f' },
        { ...item, name: 'f' },
      ],
      0,
    ],
    [[{ method: 'POST', relative_url: 'x', body: 'a=%7B%22b%22%3A%22%7Bresult%3Df%3A%24.id%7D%22%7D' }], 0],
  ])('refers to a name that no earlier item has: %j', (items, index) => {
    expect(refusal(() => plan(items))).toEqual({
      message: `Request ${index} cannot depend on an  unresolved request with  name f. Requests can only depend on preceding requests`,
      type: 'GraphBatchException',
    })
  })

  it.each(['', '{', '{"method":"GET"}', '"me"', 'null'])('is no list: %s', (text) => {
    expect(refusal(() => planBatch(text, '/', syncLimits))).toMatchObject({ type: 'GraphBatchException' })
  })
})
