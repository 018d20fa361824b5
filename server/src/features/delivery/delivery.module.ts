import { Module, type OnModuleInit } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { loadVisibleMessage } from '../messages/index.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { IdentityTroubleResolver, RecipientTroubleResolver } from './address-trouble.resolver.js';
import { DeliverJob } from './deliver.job.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryResolver, MessageDeliveriesResolver } from './delivery.resolver.js';
import { DeliveryService } from './delivery.service.js';
import { SendingResolver } from './sending.resolver.js';

/** The outbox: sends what waits, says how it went, and lets a person decide. Needs the kernel's ports and the PluginGateway. */
@Module({
  imports: [ConversationsModule],
  providers: [
    DeliverJob,
    DeliveryService,
    MessageDeliveriesResolver,
    DeliveryResolver,
    SendingResolver,
    RecipientTroubleResolver,
    IdentityTroubleResolver,
  ],
})
export class DeliveryModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('delivery', 'Delivery', async (gql, id) => {
      const row = await this.uow.reader.manager.findOneBy(Delivery, { id });
      return row && (await loadVisibleMessage(gql, this.uow.reader, row.messageId)) ? row : null;
    });
  }
}
