import type { InboundEvent } from '@balie/plugin-sdk';
import { Injectable, Logger } from '@nestjs/common';
import { CONVERSATION_SIGNALS, type ConversationSignal } from '../../kernel/conversation-signals.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { Signals } from '../../kernel/signals.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ChannelFailure, PluginGateway, type ThreadRef } from '../channels/index.js';
import { findContactBy } from '../contacts/index.js';
import { findConversation, findThreadByKey, keepVisited, type Thread, threadsOf } from '../conversations/index.js';

type Presence = Extract<InboundEvent, { type: 'typing' | 'online' }>;

/** Tells the agents who look at a conversation that the other side writes or is there. Only on which page is kept; nothing where there is no conversation yet. */
export async function tellOfContact(uow: UnitOfWork, signals: Signals, channelId: string, event: Presence): Promise<void> {
  const { reader } = uow;
  const key = event.thread.key;
  const thread = key === undefined ? null : await findThreadByKey(reader, channelId, key);
  const conversation = thread && (await findConversation(reader, thread.conversationId));
  if (!conversation) return;
  const { page } = event.thread;
  const ctx = { principal: { kind: 'system', name: 'Visitors' }, correlationId: thread.id } as const;
  const visited = page && event.active ? await uow.run(ctx, (tx) => keepVisited(tx, thread.id, page)) : null;
  const { kind, value } = event.sender;
  const found = await findContactBy(reader, kind, identityKey(kind, value));
  const signal: ConversationSignal = {
    kind: event.type === 'typing' ? 'TYPING' : 'ONLINE',
    active: event.active,
    conversationId: conversation.id,
    inboxId: conversation.inboxId,
    agentId: null,
    contactId: found?.contact.id ?? conversation.contactId,
    ...(visited ? { page: visited } : {}),
  };
  signals.publish({ topic: CONVERSATION_SIGNALS, data: { ...signal } });
}

/** Shows on the far side that an agent writes or has read; it may be lost, and costs whoever caused it no time. */
@Injectable()
export class VisitorSignals {
  private readonly logger = new Logger('Visitors');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
  ) {}

  typing(conversationId: string, active: boolean): void {
    this.behind(conversationId, (channelId, thread) => this.gateway.signalTyping(channelId, thread, active));
  }

  read(conversationId: string, upTo: number): void {
    this.behind(conversationId, (channelId, thread) => this.gateway.signalRead(channelId, thread, new Date(upTo)));
  }

  /** Whoever has the conversation now. */
  desk(conversationId: string): void {
    this.behind(conversationId, (channelId, thread) => this.gateway.signalDesk(channelId, thread));
  }

  private behind(conversationId: string, work: (channelId: string, thread: ThreadRef) => Promise<void>): void {
    const tell = async (): Promise<void> => {
      const thread = (await threadsOf(this.uow.reader, conversationId)).findLast(({ purpose }) => purpose === 'CUSTOMER');
      if (thread) await work(thread.channelId, refOf(thread));
    };
    tell().catch((error: unknown) => {
      const words = error instanceof ChannelFailure ? error.message : String(error);
      this.logger.debug(`A signal about ${conversationId} did not reach the far side: ${words}`);
    });
  }
}

function refOf({ id, externalKey }: Thread): ThreadRef {
  return { id, ...(externalKey === null ? {} : { key: externalKey }) };
}
