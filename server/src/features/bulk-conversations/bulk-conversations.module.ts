import { Module, type OnModuleInit } from '@nestjs/common';
import { BulkChangesModule, BulkSubjects } from '../bulk-changes/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { FiltersModule } from '../filters/index.js';
import { MovingModule } from '../moving/index.js';
import { SnoozeModule } from '../snooze/index.js';
import { TagsModule } from '../tags/index.js';
import { TrashModule } from '../trash/index.js';
import { BulkConversationsResolver } from './bulk-conversations.resolver.js';
import { ConversationSubject } from './conversation-subject.js';
import { BulkDoing } from './doing.js';

/** Changes of whole views of conversations. Needs the kernel's ports. */
@Module({
  imports: [BulkChangesModule, ConversationsModule, FiltersModule, MovingModule, SnoozeModule, TagsModule, TrashModule],
  providers: [BulkConversationsResolver, ConversationSubject, BulkDoing],
})
export class BulkConversationsModule implements OnModuleInit {
  constructor(
    private readonly subjects: BulkSubjects,
    private readonly subject: ConversationSubject,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.subject);
  }
}
