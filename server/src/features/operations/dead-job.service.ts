import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { JobQueue } from '../../kernel/jobs.js';
import { decodeCursor, pageOf, pageSize } from '../../kernel/keyset.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type DeadJob, findDeadJob, listDeadJobs } from './dead-job.repository.js';

const LIST = 'deadJobs';

/** Jobs that were given up, for the person who mends their cause. */
@Injectable()
export class DeadJobService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly jobs: JobQueue,
  ) {}

  /** A page in the form of `DeadJobConnection`. */
  async list(first: number | null | undefined, after: string | null | undefined) {
    const size = pageSize(first);
    const from = after ? decodeCursor(after, LIST) : null;
    const position = await this.journal.position();
    const rows = await listDeadJobs(this.uow.reader, from, size + 1);
    return pageOf(rows, { size, from, list: LIST, position }, (row) => row.failedAt);
  }

  find(id: string): Promise<DeadJob | null> {
    return findDeadJob(this.uow.reader, id);
  }

  /** Puts one back into the queue, with all its attempts before it. */
  async retry(id: string): Promise<string> {
    if (await this.jobs.retryDead(id)) return id;
    throw new DomainError('NOT_FOUND', 'There is no job with this id that was given up.', { path: ['id'] });
  }
}
