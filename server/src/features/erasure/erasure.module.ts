import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ContactPurgeJob } from './contact-purge.job.js';
import { ErasureJob } from './erasure.job.js';
import { ErasureResolver } from './erasure.resolver.js';
import { ErasureService } from './erasure.service.js';

/** Contacts that go for good: after 90 days in the bin, or with everything about them at once. */
@Module({ providers: [ErasureJob, ErasureResolver, ErasureService, ContactPurgeJob] })
export class ErasureModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly erasures: ErasureService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('erasure', 'ContactErasure', ({ ctx }, id) => this.erasures.find(ctx, id));
  }
}
