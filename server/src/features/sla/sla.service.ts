import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { type AuditChange, audit, changesOf } from '../audit/index.js';
import { type Channel, findChannel } from '../channels/index.js';
import { type Inbox, requireManaged, tellOfInbox } from '../inboxes/index.js';
import { policiesOf, removePolicy, type SlaPolicy, storePolicy } from '../sla-clock/index.js';
import { findHours } from '../working-hours/index.js';
import { askToApply } from './apply.job.js';

/** Of an inbox, or of what came by one of its channels. */
export interface SlaPolicyOf {
  inboxId: string;
  channelId?: string | null;
  expectedVersion?: number | null;
  /** Sets the clocks of what is open anew, too. */
  applyToOpen?: boolean | null;
}
/** Within what time an inbox is to answer and close. */
export interface SlaPolicySave extends SlaPolicyOf {
  firstMinutes?: number | null;
  nextMinutes?: number | null;
  closingMinutes?: number | null;
  counts: SlaPolicy['counts'];
}

const MOST_MINUTES = 30 * 24 * 60;
const LIMITS = ['firstMinutes', 'nextMinutes', 'closingMinutes'] as const;
const FIELDS = [...LIMITS, 'counts'] as const;

/** Within what time inboxes answer, as people set it. */
@Injectable()
export class SlaService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Replaces the limits of an inbox, or of one of its channels; the same again changes nothing. */
  async save(ctx: Ctx, input: SlaPolicySave): Promise<Inbox> {
    return this.uow.run(ctx, async (tx) => {
      const { inbox, channel, current, version, conflict } = await policyFor(tx, input);
      const wanted = {
        firstMinutes: checkMinutes(input.firstMinutes, 'firstMinutes'),
        nextMinutes: checkMinutes(input.nextMinutes, 'nextMinutes'),
        closingMinutes: checkMinutes(input.closingMinutes, 'closingMinutes'),
        counts: input.counts,
      };
      const limited = LIMITS.some((limit) => wanted[limit] !== null);
      if (limited && wanted.counts === 'WORKING' && !(await findHours(tx, inbox.id)))
        throw new DomainError('INVALID', 'Say first when this inbox works.', { path: ['counts'] });
      const channelId = channel?.id ?? '';
      const policy: SlaPolicy = { inboxId: inbox.id, channelId, ...wanted, updatedAt: tx.now, version: version + 1 };
      const changes = changesOf<SlaPolicy>(current, policy, FIELDS);
      const gone = LIMITS.some((limit) => current?.[limit] != null && policy[limit] === null);
      if (changes.length > 0) {
        if (!(await storePolicy(tx, policy, version))) throw conflict();
        await audit(tx, { action: 'SLA_CHANGED', object: inbox, changes: [...changes, ...named(channel)] });
        tellOfInbox(tx, inbox.id);
      }
      // A channel that had no limits of its own may have fewer now.
      if (input.applyToOpen || gone || (current === null && channel !== null))
        askToApply(tx, inbox.id, input.applyToOpen ?? false);
      return inbox;
    });
  }

  /** Takes the limits of a channel away: those of its inbox hold for it again. */
  async remove(ctx: Ctx, input: SlaPolicyOf & { channelId: string }): Promise<Inbox> {
    return this.uow.run(ctx, async (tx) => {
      const { inbox, channel, current, conflict } = await policyFor(tx, input);
      if (current === null) return inbox;
      if (!(await removePolicy(tx, current))) throw conflict();
      const none: SlaPolicy = { ...current, firstMinutes: null, nextMinutes: null, closingMinutes: null };
      await audit(tx, {
        action: 'SLA_CHANGED',
        object: inbox,
        changes: [...changesOf<SlaPolicy>(current, none, LIMITS), ...named(channel)],
      });
      askToApply(tx, inbox.id, input.applyToOpen ?? false);
      tellOfInbox(tx, inbox.id);
      return inbox;
    });
  }
}

async function policyFor(tx: Tx, { inboxId, channelId, expectedVersion }: SlaPolicyOf) {
  const inbox = await requireManaged(tx, inboxId);
  const channel = channelId ? await findChannel(tx, channelId) : null;
  if (channelId && channel?.inboxId !== inboxId)
    throw new DomainError('INVALID', 'There is no such channel in this inbox.', { path: ['channelId'] });
  const current = (await policiesOf(tx, [inboxId])).find((policy) => policy.channelId === (channelId ?? '')) ?? null;
  const version = current?.version ?? 0;
  const conflict = (): DomainError =>
    new DomainError('CONFLICT', 'The limits were changed meanwhile. Look at them again.', { currentId: inboxId });
  if (expectedVersion != null && expectedVersion !== version) throw conflict();
  return { inbox, channel, current, version, conflict };
}

/** Of which channel a change is. */
function named(channel: Channel | null): AuditChange[] {
  return channel === null ? [] : [{ field: 'channel', before: channel.name, after: channel.name }];
}

function checkMinutes(minutes: number | null | undefined, field: string): number | null {
  if (minutes == null) return null;
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new DomainError('INVALID', 'A limit is 1 minute to 30 days.', { path: [field] });
}
