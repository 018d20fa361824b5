import { Module, type OnModuleInit } from '@nestjs/common';
import { PluginGateway } from '../channels/index.js';
import { HtmlSanitizer, MessagesModule } from '../messages/index.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { DecodeJob } from './decode.job.js';
import { FetchFileJob } from './fetch-file.job.js';
import { FetchProfileJob } from './fetch-profile.job.js';
import { Intake } from './intake.js';
import { IntakeService } from './intake.service.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerResolver } from './ledger.resolver.js';
import { LedgerService } from './ledger.service.js';
import { ItemPreparer } from './prepare-item.js';
import { StraightPath } from './straight-path.js';

/** Everything that comes in: the two doors, the ledger, and the jobs that make messages of it. Needs the kernel's ports and the PluginGateway. */
@Module({
  imports: [MessagesModule],
  controllers: [LedgerController],
  providers: [
    {
      provide: IntakeService,
      useFactory: (uow: UnitOfWork, gateway: PluginGateway, storage: Storage, sanitizer: HtmlSanitizer) =>
        new IntakeService(uow, new StraightPath(uow, new ItemPreparer(gateway, storage, sanitizer))),
      inject: [UnitOfWork, PluginGateway, Storage, HtmlSanitizer],
    },
    { provide: Intake, useExisting: IntakeService },
    DecodeJob,
    FetchFileJob,
    FetchProfileJob,
    LedgerService,
    LedgerResolver,
  ],
  exports: [Intake],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly ledger: LedgerService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('inboundItem', 'InboundItem', (gql, id) => this.ledger.find(gql.ctx, id));
  }
}
