import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { MovingResolver } from './moving.resolver.js';
import { MovingService } from './moving.service.js';

/** Conversations that go to another inbox. Needs the kernel's ports. */
@Module({ imports: [ConversationsModule], providers: [MovingService, MovingResolver], exports: [MovingService] })
export class MovingModule {}
