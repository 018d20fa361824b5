import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { identityDomain } from '../../kernel/identity-kinds.js';
import { wordsIn } from '../../kernel/language.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { bulkPayload, payload } from '../../kernel/user-errors.js';
import { type Contact, identityLoader } from '../contacts/index.js';
import type { Conversation } from '../conversations/index.js';
import type { Pipeline } from './pipeline.entity.js';
import { listPipelines } from './pipeline.repository.js';
import { type PipelineSave, PipelineService } from './pipeline.service.js';
import {
  companyLoader,
  countsOnLoader,
  hiddenCountLoader,
  pipelineStagesLoader,
  stageCountLoader,
  stageSumLoader,
} from './record.loader.js';
import type { RecordSave, RecordType } from './record-rules.js';
import type { CrmRecord } from './record.entity.js';
import { type RecordListing, RecordService, type RecordsResult } from './record.service.js';
import type { Stage } from './stage.entity.js';
import type { TimelinePage, TimelineRow } from './timeline.js';
import { usualCurrency } from './usual-currency.js';
import { pipelineWords, stageWords } from './words.js';

const NO_RECORD: { record: CrmRecord | null } = { record: null };
const NO_RECORDS: { records: CrmRecord[] } = { records: [] };

/** The lists of records, and what is done with them. */
@Resolver()
export class RecordResolver {
  constructor(
    private readonly records: RecordService,
    private readonly pipelineService: PipelineService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('records')
  list(@Context() gql: GqlContext, @Args() listing: RecordListing) {
    return this.records.listNamed(gql.ctx, listing);
  }

  @Query('pipelines')
  pipelines(@Args('type') type?: Pipeline['type'] | null): Promise<Pipeline[]> {
    return listPipelines(this.uow.reader, type ?? null);
  }

  @Query('dealCurrency')
  currency(): Promise<string> {
    return usualCurrency(this.uow.reader);
  }

  @Mutation('dealCurrencySet')
  setCurrency(@Context() gql: GqlContext, @Args('currency') currency: string) {
    const work = async () => ({ currency: await this.pipelineService.setCurrency(gql.ctx, currency) });
    return payload<{ currency: string | null }>({ currency: null }, work);
  }

  @Mutation('recordSave')
  save(@Context() gql: GqlContext, @Args('input') input: RecordSave) {
    return payload(NO_RECORD, async () => ({ record: await this.records.save(gql.ctx, input) }), ['input']);
  }

  @Mutation('recordLink')
  link(@Context() gql: GqlContext, @Args('id') id: string, @Args('toId') toId: string, @Args('remove') remove: boolean) {
    return payload(NO_RECORD, async () => ({ record: await this.records.link(gql.ctx, id, toId, remove) }));
  }

  @Mutation('recordsChange')
  changeAll(@Context() gql: GqlContext, @Args('changes') changes: RecordSave[]): Promise<RecordsResult> {
    return bulkPayload(NO_RECORDS, () => this.records.changeAll(gql.ctx, changes));
  }

  @Mutation('recordsLink')
  linkAll(
    @Context() gql: GqlContext,
    @Args('ids') ids: string[],
    @Args('toId') toId: string,
    @Args('remove') remove: boolean,
  ): Promise<RecordsResult> {
    return bulkPayload(NO_RECORDS, () => this.records.linkAll(gql.ctx, ids, toId, remove));
  }

  @Mutation('recordsDelete')
  delete(@Context() gql: GqlContext, @Args('ids') ids: string[], @Args('restore') restore: boolean): Promise<RecordsResult> {
    return bulkPayload(NO_RECORDS, () => this.records.delete(gql.ctx, ids, restore));
  }

  @Mutation('pipelineSave')
  savePipeline(@Context() gql: GqlContext, @Args('input') input: PipelineSave) {
    const work = async () => ({ pipeline: await this.pipelineService.save(gql.ctx, input) });
    return payload<{ pipeline: Pipeline | null }>({ pipeline: null }, work, ['input']);
  }
}

@Resolver('Pipeline')
export class PipelineResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('name')
  name({ name, type }: Pipeline, { language }: { language?: string | null }): string {
    return name ?? wordsIn(pipelineWords(type), language);
  }

  @ResolveField('stages')
  stages(pipeline: Pipeline, _args: unknown, gql: GqlContext): Promise<Stage[]> {
    return pipelineStagesLoader(gql, this.uow.reader).load(pipeline.id);
  }
}

@Resolver('Stage')
export class StageResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('name')
  name({ name, word }: Stage, { language }: { language?: string | null }): string {
    return name ?? wordsIn(stageWords(word), language);
  }

  @ResolveField('count')
  count(stage: Stage, _args: unknown, gql: GqlContext): Promise<number> {
    return stageCountLoader(gql, this.uow.reader).load(stage.id);
  }

  @ResolveField('sums')
  sums(stage: Stage, _args: unknown, gql: GqlContext): Promise<{ currency: string; amount: number }[] | null> {
    return stageSumLoader(gql, this.uow.reader).load(stage.id);
  }
}

/** A list of what hangs on one thing. */
interface OnOne {
  type: RecordType;
  first?: number | null;
  after?: string | null;
}

/** What hangs on a contact, of which contacts know nothing. */
@Resolver('Contact')
export class ContactRecordsResolver {
  constructor(
    private readonly service: RecordService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('records')
  records({ id }: Contact, { type, first, after }: OnOne, gql: GqlContext) {
    return this.service.list(gql.ctx, { filter: { type, toId: id }, first, after });
  }

  /** By the domains of his mail addresses; none of those where anybody can have one. */
  @ResolveField('companies')
  async companies({ id }: Contact, _args: unknown, gql: GqlContext): Promise<CrmRecord[]> {
    const identities = await identityLoader(gql, this.uow.reader).load(id);
    const domains = new Set(identities.flatMap(({ kind, value }) => identityDomain(kind, value) ?? []));
    const companies = await companyLoader(gql, this.uow.reader).loadMany([...domains]);
    return companies.flatMap((company) => (company === null || company instanceof Error ? [] : [company]));
  }

  @ResolveField('timeline')
  timeline({ id }: Contact, page: TimelinePage, gql: GqlContext) {
    return this.service.timeline(gql.ctx, id, page);
  }

  @ResolveField('hiddenConversations')
  hiddenConversations({ id }: Contact, _args: unknown, gql: GqlContext): Promise<number> {
    return hiddenCountLoader(gql, this.uow.reader).load(id);
  }

  @ResolveField('recordCounts')
  recordCounts({ id }: Contact, _args: unknown, gql: GqlContext) {
    return countsOnLoader(gql, this.uow.reader).load(id);
  }
}

/** An entry of a timeline, loaded under the rights of who asks. */
@Resolver('TimelineEntry')
export class TimelineEntryResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @ResolveField('node')
  async node({ id, change }: TimelineRow, _args: unknown, gql: GqlContext): Promise<object | null> {
    return change ? null : this.nodes.load(gql, id);
  }
}

/** What hangs on a conversation, of which conversations know nothing. */
@Resolver('Conversation')
export class ConversationRecordsResolver {
  constructor(private readonly service: RecordService) {}

  @ResolveField('records')
  records({ id }: Conversation, { type, first, after }: OnOne, gql: GqlContext) {
    return this.service.list(gql.ctx, { filter: { type, toId: id }, first, after });
  }
}
