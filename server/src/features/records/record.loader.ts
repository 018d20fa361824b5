import DataLoader from 'dataloader';
import { visibleInboxes } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { Association } from './association.entity.js';
import { associationsOf, inboxesOf } from './association.repository.js';
import { findStages, stagesOf } from './pipeline.repository.js';
import type { CrmRecord } from './record.entity.js';
import { companiesOf, countsInStages, countsOn, findRecords, sumsInStages } from './record.repository.js';
import type { RecordType } from './record-rules.js';
import type { Stage } from './stage.entity.js';
import { hiddenCounts } from './timeline.js';

/** Records by id under the rights of who asks. */
export function recordLoader(gql: GqlContext, reader: Reader): DataLoader<string, CrmRecord | null> {
  return gql.loader('record', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      inOrder(ids, await findRecords(reader, ids, visibleInboxes(gql.ctx.principal)), (record) => record.id),
    );
  });
}

/** What a record hangs on, whoever may see it. */
export function associationLoader(gql: GqlContext, reader: Reader): DataLoader<string, Association[]> {
  return gql.shared('record.associations', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await associationsOf(reader, ids), ({ fromId }) => fromId),
    );
  });
}

/** The inboxes in which the conversations of a record lie. */
export function recordInboxLoader(gql: GqlContext, reader: Reader): DataLoader<string, string[]> {
  return gql.shared('record.inboxes', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await inboxesOf(reader, ids), ({ fromId }) => fromId).map((rows) => rows.map(({ inboxId }) => inboxId)),
    );
  });
}

export function stageLoader(gql: GqlContext, reader: Reader): DataLoader<string, Stage | null> {
  return gql.shared('stage', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findStages(reader, ids), ({ id }) => id));
  });
}

/** The stages of a pipeline. */
export function pipelineStagesLoader(gql: GqlContext, reader: Reader): DataLoader<string, Stage[]> {
  return gql.shared('pipeline.stages', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await stagesOf(reader, ids), ({ pipelineId }) => pipelineId),
    );
  });
}

/** What the deals in a stage are worth. */
export function stageSumLoader(
  gql: GqlContext,
  reader: Reader,
): DataLoader<string, { currency: string; amount: number }[] | null> {
  return gql.loader('stage.sums', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const sums = await sumsInStages(reader, ids, visibleInboxes(gql.ctx.principal));
      return ids.map((id) => sums.get(id) ?? null);
    });
  });
}

/** How many records are in a stage. */
export function stageCountLoader(gql: GqlContext, reader: Reader): DataLoader<string, number> {
  return gql.loader('stage.count', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const counts = await countsInStages(reader, ids, visibleInboxes(gql.ctx.principal));
      return ids.map((id) => counts.get(id) ?? 0);
    });
  });
}

/** How many conversations of a contact lie where who asks may not look. */
export function hiddenCountLoader(gql: GqlContext, reader: Reader): DataLoader<string, number> {
  return gql.loader('contact.hidden', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const counts = await hiddenCounts(reader, ids, visibleInboxes(gql.ctx.principal));
      return ids.map((id) => counts.get(id) ?? 0);
    });
  });
}

/** The company to which a mail domain belongs, where who asks may see it. */
export function companyLoader(gql: GqlContext, reader: Reader): DataLoader<string, CrmRecord | null> {
  return gql.loader('company.byDomain', () => {
    return new DataLoader(async (domains: readonly string[]) => {
      const found = await companiesOf(reader, domains);
      const visible = await findRecords(
        reader,
        found.map(({ id }) => id),
        visibleInboxes(gql.ctx.principal),
      );
      return inOrder(domains, visible, ({ lookup }) => lookup ?? '');
    });
  });
}

/** How many of each type hang on something. */
export function countsOnLoader(
  gql: GqlContext,
  reader: Reader,
): DataLoader<string, { toId: string; type: RecordType; total: number; open: number }[]> {
  return gql.loader('record.counts', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await countsOn(reader, ids, visibleInboxes(gql.ctx.principal)), ({ toId }) => toId),
    );
  });
}
