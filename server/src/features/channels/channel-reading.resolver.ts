import { ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Clock } from '../../kernel/clock.js';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { findReadings, type Reading } from './channel-lease.repository.js';
import type { Channel } from './channel.entity.js';

/** How far a channel that is listened to has read: what an alarm looks at (G1 2). */
@Resolver('Channel')
export class ChannelReadingResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @ResolveField('lastSuccessAt')
  async lastSuccessAt(channel: Channel, _args: unknown, gql: GqlContext): Promise<number | null> {
    return (await readingLoader(gql, this.uow.reader).load(channel.id))?.lastSuccessAt ?? null;
  }

  @ResolveField('lagSeconds')
  async lagSeconds(channel: Channel, _args: unknown, gql: GqlContext): Promise<number | null> {
    const at = await this.lastSuccessAt(channel, {}, gql);
    return at === null || !channel.active ? null : Math.max(0, Math.floor((this.clock.now() - at) / 1_000));
  }

  @ResolveField('position')
  async position(channel: Channel, _args: unknown, gql: GqlContext): Promise<string | null> {
    return (await readingLoader(gql, this.uow.reader).load(channel.id))?.position ?? null;
  }
}

function readingLoader(gql: GqlContext, reader: Reader): DataLoader<string, Reading | null> {
  return gql.loader('channel.reading', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      inOrder(ids, await findReadings(reader, ids), ({ channelId }) => channelId),
    );
  });
}
