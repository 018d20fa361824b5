import { Injectable } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import {
  allowed,
  assignmentTo,
  changeConversation,
  type Conversation,
  findConversation,
  lockConversation,
  tellInTimeline,
} from '../conversations/index.js';
import type { Responder } from './responder.entity.js';
import { findResponder } from './responder.repository.js';
import { ResponderGateway } from './responder-gateway.js';

/** Who has the word in a conversation: a bot, nobody yet after it handed over, or people. One holder at a time (S23, architecture 2.3 reason 8). */
@Injectable()
export class BotControlService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: ResponderGateway,
  ) {}

  /** A person takes the word; the bot is silent from now on. */
  takeOver(ctx: Ctx, conversationId: string): Promise<Conversation> {
    return this.uow.run(ctx, async (tx) => {
      const conversation = await locked(ctx, tx, conversationId);
      if (conversation.botControl !== 'BOT_ACTIVE' && conversation.botControl !== 'HANDOFF_REQUESTED') return conversation;
      const patch = { botControl: 'HUMAN_ACTIVE', botId: null } as const;
      return changeConversation(tx, conversation, patch, { type: 'taken_over', actor: actorOf(ctx.principal) });
    });
  }

  /** The bot that holds it, or somebody of the inbox, asks for a person, for a certain one or a team that works there: it leaves the bots' view at once. */
  handOff(ctx: Ctx, conversationId: string, note: string | null, to: string | null): Promise<Conversation> {
    return this.uow.run(ctx, async (tx) => {
      const conversation = await locked(ctx, tx, conversationId);
      if (conversation.botControl !== 'BOT_ACTIVE') return conversation;
      const actor = actorOf(ctx.principal);
      const patch = { botControl: 'HANDOFF_REQUESTED', botId: null, status: 'OPEN' } as const;
      const given = to === null ? null : await assignmentTo(tx, conversation, to);
      const data = note?.trim() ? { note: note.trim().slice(0, 2000) } : {};
      const said = { type: 'handed_off', actor, data };
      if (!given) return changeConversation(tx, conversation, patch, said);
      await changeConversation(tx, conversation, { ...patch, ...given.holder }, said);
      return tellInTimeline(tx, conversation, { type: 'assigned', actor, data: { ...given.told, reason: 'BOT_HANDOFF' } });
    });
  }

  /** Gives it to a bot of its inbox, whoever had it before. */
  async give(ctx: Ctx, conversationId: string, botId: string): Promise<Conversation> {
    const types = new Set((await this.gateway.types()).filter(({ turn }) => turn).map(({ type }) => type));
    return this.uow.run(ctx, async (tx) => {
      const conversation = await locked(ctx, tx, conversationId);
      const bot = await findResponder(tx, botId);
      if (!bot?.active || !types.has(bot.type) || !bot.inboxIds.includes(conversation.inboxId))
        throw new DomainError('NOT_FOUND', 'There is no such bot in this inbox.', { path: ['botId'] });
      return hold(tx, conversation, bot, ctx);
    });
  }
}

async function locked(ctx: Ctx, tx: Tx, id: string): Promise<Conversation> {
  allowed(ctx, await findConversation(tx, id), 'act');
  return lockConversation(tx, id);
}

/** A bot holds the conversation from now on. */
export function hold(tx: Tx, conversation: Conversation, bot: Responder, ctx: Ctx): Promise<Conversation> {
  const patch = { botControl: 'BOT_ACTIVE', botId: bot.id } as const;
  const data = { botId: bot.id, botName: bot.name };
  return changeConversation(tx, conversation, patch, { type: 'bot_began', actor: actorOf(ctx.principal), data });
}

/** For a conversation that has just begun from outside: the bot takes it, when nobody has it. */
export async function holdNew(tx: Tx, conversationId: string, bot: Responder): Promise<boolean> {
  const conversation = await lockConversation(tx, conversationId);
  const free =
    conversation.botControl === 'NONE' &&
    conversation.placement === 'INBOX' &&
    conversation.assigneeUserId === null &&
    conversation.lastOutboundAt === null &&
    bot.inboxIds.includes(conversation.inboxId);
  if (free) await hold(tx, conversation, bot, tx.ctx);
  return free;
}
