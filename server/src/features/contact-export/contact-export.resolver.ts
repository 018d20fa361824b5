import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { ContactExport } from './contact-export.entity.js';
import { ContactExportService } from './contact-export.service.js';

/** Handing over what is kept of a person. */
@Resolver()
export class ContactExportResolver {
  constructor(private readonly exports: ContactExportService) {}

  @Query('contactExports')
  list(@Context() { ctx }: GqlContext, @Args('contactId') contactId: string): Promise<ContactExport[]> {
    return this.exports.list(ctx, contactId);
  }

  @Mutation('contactExport')
  start(@Context() { ctx }: GqlContext, @Args('contactId') contactId: string) {
    const work = async () => ({ contactExport: await this.exports.start(ctx, contactId) });
    return payload<{ contactExport: ContactExport | null }>({ contactExport: null }, work);
  }

  @Mutation('contactExportLink')
  link(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload<{ url: string | null }>({ url: null }, async () => ({ url: await this.exports.link(ctx, id) }));
  }
}
