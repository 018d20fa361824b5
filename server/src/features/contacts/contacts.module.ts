import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ContactPropertyService } from './contact-property.service.js';
import { findProperty } from './contact-property.repository.js';
import { contactLoader } from './contact.loader.js';
import { ContactResolver } from './contact.resolver.js';
import { ContactService } from './contact.service.js';

/** The people on the other side. */
@Module({ providers: [ContactService, ContactPropertyService, ContactResolver], exports: [ContactService] })
export class ContactsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('contact', 'Contact', async (gql, id) => {
      return hasScope(gql.ctx.principal, ['CONTACTS_READ']) ? contactLoader(gql, this.uow.reader).load(id) : null;
    });
    this.nodes.register('contactProperty', 'ContactProperty', async ({ ctx }, id) => {
      return hasScope(ctx.principal, ['CONTACTS_READ']) ? findProperty(this.uow.reader, id) : null;
    });
  }
}
