import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { Contact } from '../contacts/index.js';
import { goneForeverAt } from './contact-purge.job.js';
import type { Erasure } from './erasure.entity.js';
import { type ContactErase, type ErasePreview, ErasureService } from './erasure.service.js';

/** Erasing people. */
@Resolver('Contact')
export class ErasureResolver {
  constructor(private readonly erasures: ErasureService) {}

  @Query('contactErasePreview')
  preview(@Context() { ctx }: GqlContext, @Args('contactId') contactId: string): Promise<ErasePreview | null> {
    return this.erasures.preview(ctx, contactId);
  }

  @Query('contactErasures')
  list(@Context() { ctx }: GqlContext): Promise<Erasure[]> {
    return this.erasures.list(ctx);
  }

  @Mutation('contactErase')
  erase(@Context() { ctx }: GqlContext, @Args('input') input: ContactErase) {
    const work = async () => ({ erasure: await this.erasures.erase(ctx, input) });
    return payload<{ erasure: Erasure | null }>({ erasure: null }, work, ['input']);
  }

  @ResolveField('deletedForeverAt')
  deletedForeverAt(contact: Contact): number | null {
    return goneForeverAt(contact);
  }
}
