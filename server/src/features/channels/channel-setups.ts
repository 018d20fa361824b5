import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Json } from '@balie/plugin-sdk';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newSecret } from '../../kernel/random.js';
import { SecretBox } from '../../kernel/secrets.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type ChannelSetup, placeOfSetup } from './channel-setup.entity.js';
import { findSetup, saveSetup, takeReturn } from './channel-setup.repository.js';
import type { SetupStepInfo } from './plugin-gateway.js';

/** How long the far side's page may take, second factor and all. */
const RETURN_MS = 10 * 60_000;
/** How long what was filled in is kept while somebody mends things on the far side. */
const DRAFT_MS = 60 * 60_000;

/** What is being set up. */
export interface SetupPlace {
  channelId: string;
  inboxId: string;
  type: string;
  reauth: boolean;
}

/**
 * What lies between two steps of setting a channel up. It belongs to the session or token that began it: a return in another one's
 * browser finds nothing (RFC 6749, 10.12), and neither does a second one, nor one that comes too late.
 */
@Injectable()
export class ChannelSetups {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly box: SecretBox,
  ) {}

  /** What the far side must bring back after a redirect. */
  newState(): string {
    return newSecret();
  }

  /** What the plugin kept at the step before. */
  async kept(ctx: Ctx, channelId: string): Promise<Json> {
    const owner = ownerOf(ctx);
    const setup = await findSetup(this.uow.reader, channelId, owner, this.clock.now());
    return setup ? this.open(setup) : null;
  }

  /** Keeps what the next step needs; with a redirect, its return is waited for. */
  async keep(ctx: Ctx, place: SetupPlace, next: Exclude<SetupStepInfo, { show: 'done' }>, state: string): Promise<void> {
    const redirect = next.show === 'redirect';
    if (next.keep === undefined && !redirect) return;
    const owner = ownerOf(ctx);
    const kept = next.keep === undefined ? null : this.box.seal(JSON.stringify(next.keep), placeOfSetup(place.channelId, owner));
    await this.uow.run(ctx, (tx) =>
      saveSetup(tx, {
        ...place,
        owner,
        kept,
        step: next.step,
        stateHash: redirect ? hashOf(state) : null,
        stateExpiresAt: redirect ? tx.now + RETURN_MS : null,
        expiresAt: tx.now + DRAFT_MS,
      }),
    );
  }

  /** Takes the return that brings `state`; once. */
  async take(ctx: Ctx, state: string): Promise<{ place: SetupPlace; step: string }> {
    const setup = await this.uow.run(ctx, (tx) => takeReturn(tx, hashOf(state), ownerOf(ctx)));
    if (!setup?.step)
      throw new DomainError(
        'NOT_FOUND',
        'Nobody waits for this answer any more: it was used already, took longer than ten minutes, or was asked for in another session. Begin again.',
        { path: ['state'] },
      );
    const { channelId, inboxId, type, reauth, step } = setup;
    return { place: { channelId, inboxId, type, reauth }, step };
  }

  private open({ kept, channelId, owner }: ChannelSetup): Json {
    return kept === null ? null : (JSON.parse(this.box.open(kept, placeOfSetup(channelId, owner))) as Json);
  }
}

const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex');

function ownerOf({ principal }: Ctx): string {
  switch (principal.kind) {
    case 'user':
      return principal.sessionId === null ? `user ${principal.userId}` : `session ${principal.sessionId}`;
    case 'integration':
      return `token ${principal.tokenId}`;
    case 'system':
      return `system ${principal.name}`;
  }
}
