import { Injectable } from '@nestjs/common';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, pageOf, pageSize } from '../../kernel/keyset.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { Backup } from './backup.entity.js';
import { findBackup, lastGoodBackup, listBackups } from './backup.repository.js';

const LIST = 'backups';

/** What became of the backups, for admins. */
@Injectable()
export class BackupService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** A page in the form of `BackupConnection`. */
  async list(first: number | null | undefined, after: string | null | undefined) {
    const size = pageSize(first);
    const from = after ? decodeCursor(after, LIST) : null;
    const position = await this.journal.position();
    const rows = await listBackups(this.uow.reader, from, size + 1);
    return pageOf(rows, { size, from, list: LIST, position }, (row) => row.startedAt);
  }

  find(id: string): Promise<Backup | null> {
    return findBackup(this.uow.reader, id);
  }

  lastGood(): Promise<Backup | null> {
    return lastGoodBackup(this.uow.reader);
  }
}
