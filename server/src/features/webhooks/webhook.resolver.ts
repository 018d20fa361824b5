import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationWebhookReplayArgs, MutationWebhookSaveArgs, WebhookDeliveriesArgs } from '../../generated/graphql.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { type SavedWebhook, type WebhookSave, WebhookService } from './webhook.service.js';
import type { Webhook } from './webhook.entity.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';

/** Webhooks out, and what became of what they told. */
@Resolver('Webhook')
export class WebhookResolver {
  constructor(private readonly service: WebhookService) {}

  @Query('webhooks')
  list(): Promise<Webhook[]> {
    return this.service.list();
  }

  @Mutation('webhookSave')
  save(@Context() { ctx }: GqlContext, @Args() { input }: MutationWebhookSaveArgs) {
    const empty: Partial<SavedWebhook> = { webhook: undefined, secret: null };
    return payload(empty, () => this.service.save(ctx, input as WebhookSave), ['input']);
  }

  @Mutation('webhookDelete')
  remove(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const work = async () => ({ deletedIds: [await this.service.remove(ctx, id)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @Mutation('webhookTest')
  test(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload({ delivery: null as WebhookDelivery | null }, async () => ({ delivery: await this.service.test(ctx, id) }));
  }

  @Mutation('webhookReplay')
  replay(@Context() { ctx }: GqlContext, @Args() { id, deliveryIds, since }: MutationWebhookReplayArgs) {
    const which = { ids: deliveryIds ?? null, since: since ?? null };
    return payload({ replayed: 0 }, async () => ({ replayed: await this.service.replay(ctx, id, which) }));
  }

  @ResolveField('deliveries')
  deliveries({ id }: Webhook, { state, first, after }: WebhookDeliveriesArgs) {
    return this.service.deliveries(id, state ?? null, first ?? null, after ?? null);
  }
}
