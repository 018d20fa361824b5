import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { Inbox } from '../inboxes/index.js';
import type { Acknowledgement } from './acknowledgement.entity.js';
import { acknowledgementsOf } from './acknowledgement.repository.js';
import { type AcknowledgementSave, AcknowledgementService } from './acknowledgement.service.js';

const NONE: Pick<Acknowledgement, 'version' | 'mode' | 'subject' | 'text'> = { version: 0, mode: 'OFF', subject: '', text: '' };

/** `Inbox.acknowledgement` and how it is saved. */
@Resolver('Inbox')
export class AcknowledgementResolver {
  constructor(
    private readonly service: AcknowledgementService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('acknowledgement')
  async acknowledgement(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<typeof NONE> {
    const loader = gql.loader('inbox.acknowledgement', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        inOrder(ids, await acknowledgementsOf(this.uow.reader, ids), (setting) => setting.inboxId),
      );
    });
    return (await loader.load(inbox.id)) ?? NONE;
  }

  @Mutation('acknowledgementSave')
  save(@Context() gql: GqlContext, @Args('input') input: AcknowledgementSave) {
    const work = async () => ({ inbox: await this.service.save(gql.ctx, input) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work, ['input']);
  }
}
