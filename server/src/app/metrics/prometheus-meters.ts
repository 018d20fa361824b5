import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type GaugeName, GAUGES, Meters } from './meters.js';

/** Few, since each is a series for each field. */
const BUCKETS = [0.025, 0.1, 0.25, 1, 5];

/** Metrics in the form of Prometheus; loaded only where they are asked for. */
export class PrometheusMeters extends Meters {
  private readonly registry = new Registry();
  private readonly gauges: Record<GaugeName, Gauge>;
  private readonly seconds = new Histogram({
    name: 'balie_graphql_duration_seconds',
    help: 'How long operations of the API took, by their first field.',
    labelNames: ['field'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly operations = new Counter({
    name: 'balie_graphql_operations_total',
    help: 'Operations of the API, by type and by whether they were answered without errors.',
    labelNames: ['type', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    super();
    collectDefaultMetrics({ register: this.registry });
    const made = Object.entries(GAUGES).map(([name, { help, labels }]) => {
      return [name, new Gauge({ name, help, labelNames: [...labels], registers: [this.registry] })];
    });
    this.gauges = Object.fromEntries(made) as Record<GaugeName, Gauge>;
  }

  operation(type: 'query' | 'mutation', field: string, ok: boolean, seconds: number): void {
    this.seconds.observe({ field }, seconds);
    this.operations.inc({ type, outcome: ok ? 'ok' : 'error' });
  }

  set(name: GaugeName, values: readonly { labels?: Record<string, string>; value: number }[]): void {
    const gauge = this.gauges[name];
    gauge.reset();
    for (const { labels = {}, value } of values) gauge.set(labels, value);
  }

  async read(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }
}
