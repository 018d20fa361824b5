import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { SnoozeResolver } from './snooze.resolver.js';
import { SnoozeService } from './snooze.service.js';
import { WakeJob } from './wake.job.js';

/** Conversations that sleep until a time. Needs the kernel's ports. */
@Module({ imports: [ConversationsModule], providers: [SnoozeService, SnoozeResolver, WakeJob], exports: [SnoozeService] })
export class SnoozeModule {}
