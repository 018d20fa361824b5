import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import { newToken } from '../../kernel/random.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type Channel, findChannels } from '../channels/index.js';
import { isSendingPaused } from '../delivery/index.js';
import { SystemMail } from '../people/index.js';
import type { Leg } from './leg.js';
import { legsOf, stateOf, WAIT_MS } from './legs.js';
import { MailCheck } from './mail-check.entity.js';
import { checksOf, findCheck, putCheck } from './mail-check.repository.js';

/** The job that sends it. */
export const MAIL_CHECK_SEND = 'mailCheck.send';

/** How far a mail to oneself has come, in the form of the schema. */
export interface SeenCheck {
  address: string;
  startedAt: number;
  until: number;
  state: 'RUNNING' | 'GOOD' | 'BAD';
  legs: Leg[];
}
/** A channel that can be asked for one, with what became of the last. */
export interface ChannelCheck {
  channel: Channel;
  last: SeenCheck | null;
}

/** Has a channel send a mail to itself, and tells what became of it (N15). */
@Injectable()
export class MailCheckService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly mail: SystemMail,
  ) {}

  /** All that can, in order of their names. */
  async list(): Promise<ChannelCheck[]> {
    const channels = (await this.mail.candidates()).toSorted((a, b) => a.name.localeCompare(b.name));
    const ids = channels.map(({ id }) => id);
    const checks = new Map((await checksOf(this.uow.reader, ids)).map((check) => [check.channelId, check]));
    const seen = new Map((await this.seen([...checks.values()])).map((one) => [one.channelId, one.seen]));
    return channels.map((channel) => ({ channel, last: seen.get(channel.id) ?? null }));
  }

  /** Begins one, in the place of the last; while one is under way it is that one. */
  async start(ctx: Ctx, channelId: string): Promise<ChannelCheck> {
    const channel = (await this.mail.candidates()).find(({ id }) => id === channelId);
    const address = channel?.own.find(({ kind }) => kind === MAIL_IDENTITY)?.value;
    if (!channel || address === undefined)
      throw new DomainError('NOT_FOUND', 'There is no channel of this id that can send a mail to itself.', {
        path: ['channelId'],
      });
    const check = await this.uow.run(ctx, async (tx) => {
      const last = await findCheck(tx, channelId);
      if (last && stateOf(legsOf(last, tx.now, null)) === 'RUNNING') return last;
      if (await isSendingPaused(tx))
        throw new DomainError('CONFLICT', 'Nothing leaves at the moment: let sending go on first.', { path: [] });
      const mark = newToken();
      const nothing = { leftAt: null, leftWords: null, failedAt: null, arrivedAt: null, arrival: null, proven: null };
      const fresh: MailCheck = { channelId, mark, address, startedAt: tx.now, ...nothing };
      await putCheck(tx, fresh);
      tx.enqueue({ name: MAIL_CHECK_SEND, payload: { mark }, maxAttempts: 3 });
      return fresh;
    });
    const [one] = await this.seen([check]);
    return { channel, last: one?.seen ?? null };
  }

  private async seen(checks: readonly MailCheck[]): Promise<{ channelId: string; seen: SeenCheck }[]> {
    const elsewhere = checks.flatMap(({ channelId, arrival }) =>
      arrival && arrival.channelId !== channelId ? [arrival.channelId] : [],
    );
    const names = new Map((await findChannels(this.uow.reader, elsewhere)).map(({ id, name }) => [id, name]));
    return checks.map((check) => {
      const { channelId, address, startedAt } = check;
      const legs = legsOf(check, this.clock.now(), names.get(check.arrival?.channelId ?? '') ?? null);
      return { channelId, seen: { address, startedAt, until: startedAt + WAIT_MS, state: stateOf(legs), legs } };
    });
  }
}
