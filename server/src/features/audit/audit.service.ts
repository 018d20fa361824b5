import { Injectable } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { type AuditQuery, findEntry, readEntries } from './audit.repository.js';

/** Longest text to be looked for. */
const TEXT_LENGTH = 200;

/** The audit log, for admins. */
@Injectable()
export class AuditService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** Newest first. */
  async list(ctx: Ctx, filter: AuditQuery, first: number | null, after: string | null) {
    if (!hasScope(ctx.principal, ['ADMIN'])) throw new DomainError('FORBIDDEN', 'Only admins read the audit log.');
    if ((filter.text?.length ?? 0) > TEXT_LENGTH)
      throw new DomainError('INVALID', `Look for at most ${TEXT_LENGTH} characters.`, { path: ['filter', 'text'] });
    const size = pageSize(first);
    const list = `auditEntries:${JSON.stringify(Object.entries(filter).toSorted())}`;
    const before = after ? Number(decodeCursor(after, list).value) : null;
    const position = await this.journal.position();
    const rows = await readEntries(this.uow.reader, filter, before, size + 1);
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.seq, id: node.id }, list), node }));
    return {
      position: String(position),
      edges,
      nodes,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: Boolean(after),
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  async find(ctx: Ctx, id: string): Promise<AuditEntry | null> {
    return hasScope(ctx.principal, ['ADMIN']) ? findEntry(this.uow.reader, id) : null;
  }
}
