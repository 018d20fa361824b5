import { type DynamicModule, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Tracing, traceTo } from '../kernel/tracing.js';
import type { Config } from './config.js';
import { VERSION } from './version.js';

const TOLD_EVERY_MS = 60_000;

/** Traces to a collector, where the settings name one. */
@Module({})
export class TracingModule {
  static of(config: Config): DynamicModule {
    return { module: TracingModule, providers: [{ provide: TracingEnd, useFactory: () => begin(config) }] };
  }
}

class TracingEnd implements OnApplicationShutdown {
  constructor(private readonly tracing: (Tracing & { close(): Promise<void> }) | null) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.tracing === null) return;
    traceTo(null);
    await this.tracing.close();
  }
}

async function begin({ tracesUrl: url, tracesPercent: percent, role }: Config): Promise<TracingEnd> {
  if (url === undefined) return new TracingEnd(null);
  // Only here: an installation without traces does not pay their memory.
  const { OtlpTracing } = await import('../adapters/tracing/otlp-tracing.js');
  const tracing = new OtlpTracing({ url, percent, version: VERSION, role, onFault: faults() });
  traceTo(tracing);
  return new TracingEnd(tracing);
}

function faults(): (error: unknown) => void {
  const logger = new Logger('Traces');
  let told = -Infinity;
  return (error) => {
    if (performance.now() - told < TOLD_EVERY_MS) return;
    told = performance.now();
    const { message, cause } = error as Error;
    logger.warn(`Traces do not reach the collector: ${cause instanceof Error ? cause.message : message}`);
  };
}
