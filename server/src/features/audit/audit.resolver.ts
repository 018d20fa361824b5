import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import type { QueryAuditEntriesArgs } from '../../generated/graphql.js';
import type { AuditEntry } from './audit-entry.entity.js';
import type { AuditQuery } from './audit.repository.js';
import { AuditService } from './audit.service.js';

/** `auditEntries`. */
@Resolver('AuditEntry')
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Query('auditEntries')
  list(@Context() gql: GqlContext, @Args() { filter, first, after }: QueryAuditEntriesArgs) {
    return this.audit.list(gql.ctx, (filter ?? {}) as AuditQuery, first ?? null, after ?? null);
  }

  @ResolveField('actor')
  actor({ actorKind, actorId, actorName }: AuditEntry) {
    return { kind: actorKind, id: actorId, name: actorName };
  }
}
