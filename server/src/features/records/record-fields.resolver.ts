import { Injectable } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { agentLoader, type User } from '../agents/index.js';
import { contactsOfDomain } from '../contacts/index.js';
import { mentionsOf } from './note-mentions.js';
import { mayEdit } from './record-access.js';
import { associationLoader, recordInboxLoader, stageLoader } from './record.loader.js';
import type { CallFacts } from './record-rules.js';
import type { CrmRecord } from './record.entity.js';
import type { Stage } from './stage.entity.js';

/** What all records have that is no column. */
@Injectable()
export class RecordFields {
  constructor(
    protected readonly uow: UnitOfWork,
    private readonly nodes: NodeRegistry,
    protected readonly journal: Journal,
  ) {}

  @ResolveField('owner')
  owner(record: CrmRecord, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return record.ownerId === null ? null : agentLoader(gql, this.uow.reader).load(record.ownerId);
  }

  @ResolveField('links')
  async links(record: CrmRecord, _args: unknown, gql: GqlContext): Promise<object[]> {
    const ties = await associationLoader(gql, this.uow.reader).load(record.id);
    // An inbox stands where a conversation was: it says who may see the record, and is nothing that it is about.
    const about = ties.filter(({ toKind }) => toKind !== 'inbox');
    const nodes = await Promise.all(about.map(({ toId }) => this.nodes.load(gql, toId)));
    return nodes.filter((node) => node !== null);
  }

  @ResolveField('viewerCan')
  async viewerCan(record: CrmRecord, _args: unknown, gql: GqlContext): Promise<'EDIT'[]> {
    return mayEdit(gql.ctx, await recordInboxLoader(gql, this.uow.reader).load(record.id)) ? ['EDIT'] : [];
  }
}

/** Of those that go through stages. */
class StagedFields extends RecordFields {
  @ResolveField('stage')
  stage(record: CrmRecord, _args: unknown, gql: GqlContext): Promise<Stage | null> {
    return stageLoader(gql, this.uow.reader).load(record.stageId ?? '');
  }

  @ResolveField('closedAt')
  closedAt(record: CrmRecord): number | null {
    return record.doneAt;
  }
}

@Resolver('Ticket')
export class TicketResolver extends StagedFields {}

@Resolver('Deal')
export class DealResolver extends StagedFields {}

@Resolver('Task')
export class TaskResolver extends RecordFields {}

@Resolver('Note')
export class NoteResolver extends RecordFields {
  @ResolveField('mentions')
  mentions(note: CrmRecord): ReturnType<typeof mentionsOf> {
    return mentionsOf(note);
  }
}

@Resolver('Call')
export class CallResolver extends RecordFields {
  @ResolveField('phone')
  phone({ data }: CrmRecord): unknown {
    return data['phone'] ?? null;
  }

  @ResolveField('direction')
  direction({ data }: CrmRecord): CallFacts['direction'] {
    return data['direction'] as CallFacts['direction'];
  }

  @ResolveField('outcome')
  outcome({ data }: CrmRecord): unknown {
    return data['outcome'] ?? null;
  }

  @ResolveField('seconds')
  seconds({ data }: CrmRecord): unknown {
    return data['seconds'] ?? null;
  }
}

@Resolver('Company')
export class CompanyResolver extends RecordFields {
  @ResolveField('domain')
  domain({ lookup }: CrmRecord): string | null {
    return lookup;
  }

  /** Those with a mail address of its domain, newest first. */
  @ResolveField('contacts')
  async contacts({ id, lookup }: CrmRecord, { first, after }: { first?: number | null; after?: string | null }) {
    const position = String(await this.journal.position());
    const size = pageSize(first);
    const list = `company:${id}`;
    const before = after ? decodeCursor(after, list).id : null;
    const rows = lookup === null ? [] : await contactsOfDomain(this.uow.reader, { domain: lookup, before, limit: size + 1 });
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: 0, id: node.id }, list), node }));
    const pageInfo = {
      hasNextPage: rows.length > size,
      hasPreviousPage: before !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { position, edges, nodes, pageInfo };
  }
}

/** One for each type of record that is kept here. */
export const RECORD_TYPES = [TicketResolver, DealResolver, TaskResolver, NoteResolver, CallResolver, CompanyResolver];
