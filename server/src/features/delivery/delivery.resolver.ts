import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Message } from '../messages/index.js';
import type { Ctx } from '../../kernel/context.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { Delivery } from './delivery.entity.js';
import { deliveriesOf } from './delivery.repository.js';
import { DeliveryService } from './delivery.service.js';

const NO_MESSAGE: { message: Message | null } = { message: null };

/** A mutation's own id goes with what it changes, so that the client knows its echo. */
function withOperation(ctx: Ctx, operationId: string | null | undefined): Ctx {
  return operationId ? { ...ctx, operationId } : ctx;
}

@Resolver('Message')
export class MessageDeliveriesResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly service: DeliveryService,
  ) {}

  @ResolveField('deliveries')
  deliveries(message: Message, _args: unknown, gql: GqlContext): Promise<Delivery[]> {
    return this.load(message, gql);
  }

  @ResolveField('heldUntil')
  async heldUntil(message: Message, _args: unknown, gql: GqlContext): Promise<number | null> {
    if (message.deliveryStatus !== 'HELD') return null;
    const times = (await this.load(message, gql)).flatMap((row) => (row.status === 'HELD' ? (row.nextAttemptAt ?? []) : []));
    return times.length === 0 ? null : Math.min(...times);
  }

  private load(message: Message, gql: GqlContext): Promise<Delivery[]> {
    const loader = gql.shared(
      'message.deliveries',
      () =>
        new DataLoader(async (ids: readonly string[]) =>
          grouped(ids, await deliveriesOf(this.uow.reader, ids), (row) => row.messageId),
        ),
    );
    return loader.load(message.id);
  }

  @Mutation('messageRetry')
  messageRetry(
    @Args('id') id: string,
    @Args('evenIfUncertain') evenIfUncertain: boolean,
    @Args('operationId') operationId: string | null,
    @Context() gql: GqlContext,
  ) {
    const ctx = withOperation(gql.ctx, operationId);
    return payload(NO_MESSAGE, async () => ({ message: await this.service.retry(ctx, id, evenIfUncertain) }));
  }

  @Mutation('messageMarkSent')
  messageMarkSent(@Args('id') id: string, @Args('operationId') operationId: string | null, @Context() gql: GqlContext) {
    const ctx = withOperation(gql.ctx, operationId);
    return payload(NO_MESSAGE, async () => ({ message: await this.service.markSent(ctx, id) }));
  }

  @Mutation('messageReschedule')
  messageReschedule(
    @Args('id') id: string,
    @Args('sendAt') sendAt: number | null,
    @Args('operationId') operationId: string | null,
    @Context() gql: GqlContext,
  ) {
    const ctx = withOperation(gql.ctx, operationId);
    return payload(NO_MESSAGE, async () => ({ message: await this.service.reschedule(ctx, id, sendAt ?? null) }));
  }

  @Mutation('messageCancel')
  messageCancel(@Args('id') id: string, @Args('operationId') operationId: string | null, @Context() gql: GqlContext) {
    const ctx = withOperation(gql.ctx, operationId);
    return payload(NO_MESSAGE, async () => ({ message: await this.service.cancel(ctx, id) }));
  }
}

@Resolver('Delivery')
export class DeliveryResolver {
  @ResolveField('recipient')
  recipient(row: Delivery): { kind: string; value: string; name: string | null } {
    return { kind: row.kind, value: row.value, name: row.name };
  }

  @ResolveField('note')
  note(row: Delivery): 'DELAYED' | 'COMPLAINED' | null {
    if (row.error === 'complained') return 'COMPLAINED';
    return row.error === 'delayed' && row.status === 'SENT' ? 'DELAYED' : null;
  }
}
