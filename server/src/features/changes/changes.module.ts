import { Module } from '@nestjs/common';
import { ChangeResolver, SignalResolver } from './change.resolver.js';
import { ChangeService } from './change.service.js';
import { JournalTail } from './journal-tail.js';
import { SignalService } from './signal.service.js';

/** The journal as GraphQL shows it, and the signals beside it. */
@Module({ providers: [ChangeResolver, ChangeService, JournalTail, SignalResolver, SignalService], exports: [JournalTail] })
export class ChangesModule {}
