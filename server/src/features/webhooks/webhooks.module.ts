import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { DeliverJob } from './deliver.job.js';
import { WebhookPoster } from './webhook-poster.js';
import { WebhookResolver } from './webhook.resolver.js';
import { WebhookService } from './webhook.service.js';
import { WebhookTail } from './webhook-tail.js';

/** Tells other programs what happens: signed, at least once, in order per conversation. Needs the kernel's ports and `WebhookOptions`. */
@Module({ providers: [DeliverJob, WebhookPoster, WebhookResolver, WebhookService, WebhookTail] })
export class WebhooksModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly webhooks: WebhookService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('webhook', 'Webhook', ({ ctx }, id) =>
      hasScope(ctx.principal, ['ADMIN']) ? this.webhooks.find(id) : Promise.resolve(null),
    );
  }
}
