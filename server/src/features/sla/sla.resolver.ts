import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { Conversation } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { policiesOf, type SlaClock, type SlaPolicy } from '../sla-clock/index.js';
import { type SlaPolicySave, SlaService } from './sla.service.js';

type Limits = Pick<SlaPolicy, 'version' | 'firstMinutes' | 'nextMinutes' | 'counts'>;
const NONE: Limits = { version: 0, firstMinutes: null, nextMinutes: null, counts: 'WORKING' };

/** `Inbox.slaPolicy` and how it is saved. */
@Resolver('Inbox')
export class InboxSlaResolver {
  constructor(
    private readonly service: SlaService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('slaPolicy')
  async slaPolicy(@Parent() inbox: Inbox, @Context() gql: GqlContext): Promise<Limits> {
    const loader = gql.loader('inbox.slaPolicy', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        inOrder(ids, await policiesOf(this.uow.reader, ids), (policy) => policy.inboxId),
      );
    });
    return (await loader.load(inbox.id)) ?? NONE;
  }

  @Mutation('slaPolicySave')
  save(@Context() gql: GqlContext, @Args('input') input: SlaPolicySave) {
    const work = async () => ({ inbox: await this.service.save(gql.ctx, input) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work, ['input']);
  }
}

/** The clock of a conversation as the schema tells of it. */
interface Clock {
  kind: NonNullable<SlaClock['slaKind']>;
  dueAt: number | null;
  missedAt: number | null;
  paused: boolean;
}

/** `Conversation.sla`. */
@Resolver('Conversation')
export class SlaResolver {
  @ResolveField('sla')
  sla(@Parent() { slaKind, slaSince, slaDueAt, slaMissedAt, status, placement }: Conversation): Clock | null {
    if (slaKind === null || slaSince === null || status === 'CLOSED' || placement !== 'INBOX') return null;
    return { kind: slaKind, dueAt: slaDueAt, missedAt: slaMissedAt, paused: slaDueAt === null };
  }
}
