import { AsyncLocalStorage } from 'node:async_hooks'
import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api'
import {
  AggregationTemporality,
  DataPointType,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { expect, it, onTestFinished } from 'vitest'
import { aGraphClient, aGraphServer, collect, failureOf } from '../a-graph-server.ts'
import type { GraphClientOptions } from '../graph-client.ts'
import { pathTemplate } from './path-template.ts'
import { recordWithOpenTelemetry } from './record-with-open-telemetry.ts'

const refusal = { error: { code: 2, message: 'Service temporarily unavailable', fbtrace_id: 'AbC' } }
const headers = { 'x-fb-trace-id': 'TrAcE', 'facebook-api-version': 'v25.0' }

it('makes a span of every attempt, retries apart, by the conventions for HTTP clients', async () => {
  const meta = await aGraphServer((_, count) =>
    count === 1 ? { status: 500, json: refusal, headers } : { json: { data: [] }, headers },
  )
  const { client, spans } = aWatchedClient(meta.origin)
  await collect(client.withToken('TOKEN-CANARY').listAds('act_1'))

  const port = Number(new URL(meta.origin).port)
  const shared = {
    'http.request.method': 'GET',
    'server.address': '127.0.0.1',
    'server.port': port,
    'url.full': `${meta.origin}/v25.0/act_1/ads`,
    'url.template': '/v25.0/{ad_account_id}/ads',
    'meta.api_version': 'v25.0',
  }
  const [failed, retried] = spans()
  expect(failed).toMatchObject({ name: 'GET /v25.0/{ad_account_id}/ads', kind: SpanKind.CLIENT })
  expect(failed?.status.code).toBe(SpanStatusCode.ERROR)
  expect(failed?.attributes).toEqual({
    ...shared,
    'http.response.status_code': 500,
    'error.type': 'meta_unavailable',
    'meta.fbtrace_id': 'AbC',
  })
  expect(retried?.status.code).toBe(SpanStatusCode.UNSET)
  expect(retried?.attributes).toEqual({
    ...shared,
    'http.response.status_code': 200,
    'http.request.resend_count': 1,
    'meta.fbtrace_id': 'TrAcE',
  })
})

it('takes the time an attempt took', async () => {
  let now = Date.parse('2026-03-01T00:00:00Z')
  const meta = await aGraphServer(() => {
    now += 250
    return { json: { data: [] } }
  })
  const { client, spans, durations } = aWatchedClient(meta.origin, { clock: { now: () => new Date(now) } })
  await collect(client.withToken('T').listAds('act_1'))
  expect(spans()[0]?.duration).toEqual([0, 250_000_000])
  expect(await durations()).toMatchObject([{ value: { count: 1, sum: 0.25 } }])
})

it('counts durations by what has few values', async () => {
  const meta = await aGraphServer(({ path }) => (path.includes('act_3') ? { json: refusal } : { json: { data: [] } }))
  const { client, durations } = aWatchedClient(meta.origin)
  const api = client.withToken('T')
  await collect(api.listAds('act_1'))
  await collect(api.listAds('act_2'))
  await failureOf(api.listAds('act_3'))
  const points = await durations()
  expect(points.map(({ value, attributes }) => [value.count, attributes['error.type'] ?? 'fine'])).toEqual([
    [2, 'fine'],
    // Three tries, each answered with 200 and an error.
    [3, 'meta_unavailable'],
  ])
  for (const { attributes } of points) {
    expect(Object.keys(attributes)).not.toContain('url.full')
    expect(attributes['url.template']).toBe('/v25.0/{ad_account_id}/ads')
  }
})

it('hangs below the span of whoever called', async () => {
  const meta = await aGraphServer(() => ({ json: { data: [] } }))
  const { client, spans, provider } = aWatchedClient(meta.origin)
  context.setGlobalContextManager(new LocalContexts())
  onTestFinished(() => context.disable())
  const job = provider.getTracer('test').startSpan('sync')
  await context.with(trace.setSpan(context.active(), job), () => collect(client.withToken('T').listAds('act_1')))
  job.end()
  expect(spans()[0]?.parentSpanContext?.spanId).toBe(job.spanContext().spanId)
})

it('holds no token, query or body, and sends Meta no trace', async () => {
  const meta = await aGraphServer(() => ({ status: 400, json: { error: { code: 100, message: 'TOKEN-CANARY no' } } }))
  const { client, spans, durations } = aWatchedClient(meta.origin, { tokenPlacement: 'query' })
  const api = client.withToken('TOKEN-CANARY')
  await failureOf(api.listAds('act_1', { fields: ['id', 'field_canary'] }))
  await failureOf(api.uploadImage('act_1', { fileName: 'file-canary.png', bytes: new Uint8Array(9) }))
  const seen = JSON.stringify([spans().map(({ name, attributes, status }) => [name, attributes, status])])
  expect(seen + JSON.stringify(await durations())).not.toMatch(/canary|proof|\?/i)
  expect(meta.calls.map(({ url }) => url).join()).not.toContain('traceparent')
})

it('says of a call that was never answered what became of it', async () => {
  const { client, spans } = aWatchedClient('http://127.0.0.1:9')
  await failureOf(client.withToken('T').listAds('act_1'))
  expect(spans()[0]?.attributes).toMatchObject({ 'error.type': 'meta_unreachable' })
  expect(spans()[0]?.attributes).not.toHaveProperty('http.response.status_code')
})

it('does nothing while the host has registered nothing', async () => {
  const meta = await aGraphServer(() => ({ json: { data: [] } }))
  const client = aGraphClient(meta.origin, { onAttempt: recordWithOpenTelemetry() })
  expect(await collect(client.withToken('T').listAds('act_1'))).toEqual([])
})

it.each([
  ['/v25.0/act_12/insights', '/v25.0/{ad_account_id}/insights'],
  ['/v25.0/120210000000001/insights', '/v25.0/{id}/insights'],
  ['/v25.0/', '/v25.0/'],
  ['/graph/v25.0/me/adaccounts', '/graph/v25.0/me/adaccounts'],
  ['/v25.0/1%3Aab12', '/v25.0/{id}'],
])('%s is one of %s', (path, template) => {
  expect(pathTemplate(path)).toBe(template)
})

function aWatchedClient(origin: string, options: Partial<GraphClientOptions> = {}) {
  const exporter = new InMemorySpanExporter()
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter, exportIntervalMillis: 3_600_000 })
  const meterProvider = new MeterProvider({ readers: [reader] })
  onTestFinished(async () => {
    await provider.shutdown()
    await meterProvider.shutdown()
  })
  const onAttempt = recordWithOpenTelemetry({ tracerProvider: provider, meterProvider })
  return {
    client: aGraphClient(origin, { onAttempt, ...options }),
    provider,
    spans: () => exporter.getFinishedSpans(),
    durations: async () => {
      await meterProvider.forceFlush()
      const [metric] = metricExporter.getMetrics().at(-1)?.scopeMetrics[0]?.metrics ?? []
      expect(metric?.descriptor).toMatchObject({ name: 'http.client.request.duration', unit: 's' })
      return metric?.dataPointType === DataPointType.HISTOGRAM ? metric.dataPoints : []
    },
  }
}

/** What hosts get from OpenTelemetry's SDK for Node: the active span follows asynchronous work. */
class LocalContexts {
  readonly #local = new AsyncLocalStorage<Context>()
  active(): Context {
    return this.#local.getStore() ?? ROOT_CONTEXT
  }
  with<Args extends unknown[], Work extends (...args: Args) => ReturnType<Work>>(
    active: Context,
    work: Work,
    thisArg?: ThisParameterType<Work>,
    ...args: Args
  ): ReturnType<Work> {
    return this.#local.run(active, () => work.call(thisArg, ...args))
  }
  bind<Target>(_: Context, target: Target): Target {
    return target
  }
  enable(): this {
    return this
  }
  disable(): this {
    this.#local.disable()
    return this
  }
}
