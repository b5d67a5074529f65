import {
  metrics,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type MeterProvider,
  type TracerProvider,
} from '@opentelemetry/api'
import type { GraphAttempt } from '../graph-attempt.ts'
import { pathTemplate } from './path-template.ts'

export interface OpenTelemetryOptions {
  /** @default the one the host registered */
  tracerProvider?: TracerProvider
  /** @default the one the host registered */
  meterProvider?: MeterProvider
}

/**
 * A watcher for `onAttempt` that makes a span of every HTTP call to Meta and records `http.client.request.duration`.
 *
 * Names and attributes follow OpenTelemetry's conventions for HTTP clients; `error.type` is our error code, since Meta
 * refuses with 200 as well. A retry is a span of its own with `http.request.resend_count`. Spans hang below whatever
 * span was active in the caller. No token, query or body is in any of it, and Meta is sent no trace header.
 *
 * Until the host registers an OpenTelemetry SDK this does nothing.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client
 */
export function recordWithOpenTelemetry(options: OpenTelemetryOptions = {}): (attempt: GraphAttempt) => void {
  const tracer = (options.tracerProvider ?? trace).getTracer(scope)
  const durations = (options.meterProvider ?? metrics).getMeter(scope).createHistogram('http.client.request.duration', {
    description: 'Duration of HTTP client requests.',
    unit: 's',
    advice: { explicitBucketBoundaries: durationBounds },
  })
  return (attempt) => {
    const template = pathTemplate(attempt.path)
    const common = commonAttributes(attempt)
    const span = tracer.startSpan(`${attempt.method} ${template}`, {
      kind: SpanKind.CLIENT,
      startTime: attempt.startedAt,
      attributes: { ...common, ...spanAttributes(attempt), 'url.template': template },
    })
    if (isFailed(attempt)) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(new Date(attempt.startedAt.getTime() + attempt.durationMs))
    durations.record(attempt.durationMs / 1000, { ...common, 'url.template': template })
  }
}

const scope = '@adpane/core'

/** As the conventions want them, in seconds. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** What few values have, so that metrics may be split by it. */
function commonAttributes(attempt: GraphAttempt): Attributes {
  const { method, origin, status, errorCode } = attempt
  const { hostname, port, protocol } = new URL(origin)
  const defaultPort = protocol === 'https:' ? 443 : 80
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': port === '' ? defaultPort : Number(port),
    ...(status !== undefined && { 'http.response.status_code': status }),
    ...(isFailed(attempt) && { 'error.type': errorCode ?? String(status) }),
  }
}

function spanAttributes({ origin, path, attempt, fbtraceId, version }: GraphAttempt): Attributes {
  return {
    'url.full': `${origin}${path}`,
    ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
    ...(fbtraceId !== undefined && { 'meta.fbtrace_id': fbtraceId }),
    ...(version !== undefined && { 'meta.api_version': version }),
  }
}

function isFailed({ errorCode, status = 0 }: GraphAttempt): boolean {
  return errorCode !== undefined || status >= 400
}
