import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { AmendJob } from './amend.job.js';
import { AmendResolver } from './amend.resolver.js';
import { AmendService } from './amend.service.js';

/** Changing and withdrawing what was sent, where a network can. Needs the kernel's ports. */
@Module({ imports: [ConversationsModule], providers: [AmendService, AmendResolver, AmendJob] })
export class AmendingModule {}
