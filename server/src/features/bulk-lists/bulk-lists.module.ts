import { Module, type OnModuleInit } from '@nestjs/common';
import { BulkChangesModule, BulkSubjects } from '../bulk-changes/index.js';
import { BulkListsResolver } from './bulk-lists.resolver.js';
import { ContactSubject } from './contact-subject.js';
import { RecordSubject } from './record-subject.js';

/** Changes of whole lists of contacts, companies, tickets, deals and tasks. Needs the kernel's ports. */
@Module({ imports: [BulkChangesModule], providers: [BulkListsResolver, ContactSubject, RecordSubject] })
export class BulkListsModule implements OnModuleInit {
  constructor(
    private readonly subjects: BulkSubjects,
    private readonly contacts: ContactSubject,
    private readonly records: RecordSubject,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.contacts);
    this.subjects.register(this.records);
  }
}
