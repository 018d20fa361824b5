import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { ConversationContactResolver } from './conversation-contact.resolver.js';
import { ConversationContactService } from './conversation-contact.service.js';

/** Who a conversation is with, as a person decides it. */
@Module({ imports: [ConversationsModule], providers: [ConversationContactService, ConversationContactResolver] })
export class ConversationContactModule {}
