import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, ROOT_CONTEXT, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { OpenSpan, SpanFacts, Tracing } from '../../kernel/tracing.js';

/** Where spans go, how many, and as whose. */
export interface TracingOptions {
  /** Of the collector, whole: the path of OTLP is `/v1/traces`. A name and a password in it are sent as Basic credentials. */
  url: string;
  /** Of each hundred requests and jobs. */
  percent: number;
  version: string;
  role: string;
  onFault(error: unknown): void;
}

const EXPORT_MS = 10_000;
/** How long an end waits for the collector. */
const END_MS = 3_000;

/** Spans by OTLP over HTTP, in its JSON form. Nothing waits for the collector: while it is away spans are dropped. */
export class OtlpTracing implements Tracing {
  private readonly current = new AsyncLocalStorage<Context>();
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;

  constructor(options: TracingOptions) {
    const { percent, version, role } = options;
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'balie', 'service.version': version, 'balie.role': role }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(percent / 100) }),
      spanProcessors: [new BatchSpanProcessor({ exporter: exporterTo(options), exportTimeoutMillis: EXPORT_MS })],
    });
    this.tracer = this.provider.getTracer('balie', version);
  }

  open(name: string, facts: SpanFacts, startedMsAgo = 0): OpenSpan {
    const parent = this.current.getStore() ?? ROOT_CONTEXT;
    const startTime = performance.timeOrigin + performance.now() - startedMsAgo;
    const span = this.tracer.startSpan(name, { attributes: facts, startTime }, parent);
    return {
      run: (work) => this.current.run(trace.setSpan(parent, span), work),
      end: (more = {}, error) => {
        span.setAttributes(more);
        if (error !== undefined) span.setAttribute('error.type', kindOf(error)).setStatus({ code: SpanStatusCode.ERROR });
        span.end(performance.timeOrigin + performance.now());
      },
    };
  }

  /** Sends what is left, for a moment. */
  async close(): Promise<void> {
    const enough = new Promise<void>((resolve) => setTimeout(resolve, END_MS).unref());
    await Promise.race([this.provider.shutdown(), enough]);
  }
}

/** The exporter says of a failure only what it is asked for. */
function exporterTo({ url, onFault }: TracingOptions): SpanExporter {
  const address = new URL(url);
  const { username, password } = address;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  address.username = '';
  address.password = '';
  const headers: Record<string, string> = username === '' ? {} : { Authorization: `Basic ${credentials}` };
  const exporter = new OTLPTraceExporter({ url: address.href, headers, timeoutMillis: EXPORT_MS });
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) onFault(result.error);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}

/** The words of an error may hold what a person wrote, so only its kind leaves. */
function kindOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((each) => typeof each === 'string').join(' ') || 'unknown';
}
