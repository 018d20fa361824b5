import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Config } from '../config.js';
import { Meters, NoMeters } from './meters.js';

/** Where what is counted goes, for everyone. */
@Global()
@Module({})
export class MetricsModule {
  static of({ metricsToken }: Config): DynamicModule {
    return {
      module: MetricsModule,
      providers: [{ provide: Meters, useFactory: () => (metricsToken === undefined ? new NoMeters() : prometheus()) }],
      exports: [Meters],
    };
  }
}

async function prometheus(): Promise<Meters> {
  // Only here: an installation without metrics does not pay their memory.
  const { PrometheusMeters } = await import('./prometheus-meters.js');
  return new PrometheusMeters();
}
