import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { Words } from '../../kernel/language.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { Pipeline } from './pipeline.entity.js';
import {
  findPipeline,
  findStages,
  insertPipeline,
  replaceStages,
  settleRecords,
  stagesOf,
  updatePipeline,
  usedStages,
} from './pipeline.repository.js';
import { WorkspaceService } from '../workspace/index.js';
import { currencyOf, invalid } from './record-rules.js';
import type { Stage } from './stage.entity.js';
import { pipelineWords, stageWords } from './words.js';

export interface PipelineSave {
  id: string;
  type: Pipeline['type'];
  name?: string | null;
  stages: { id: string; name?: string | null; outcome: Stage['outcome'] }[];
  expectedVersion?: number | null;
}

const MAX_STAGES = 30;
const MAX_NAME = 60;

/** The ways that tickets and deals go, as admins set them. */
@Injectable()
export class PipelineService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workspace: WorkspaceService,
  ) {}

  /** Sets what amounts are in where nobody says; what is there stays as it is. */
  async setCurrency(ctx: Ctx, given: string): Promise<string> {
    const currency = currencyOf(given);
    return this.uow.run(ctx, async (tx) => {
      const { id } = await this.workspace.current(tx);
      await this.workspace.setCurrency(tx, currency);
      tx.emit({ type: 'pipeline.currency', change: 'UPDATED', nodeId: id, inboxId: null, audience: 'agents' });
      return currency;
    });
  }

  /** Makes or changes a pipeline; its stages are those given, in their order. */
  async save(ctx: Ctx, input: PipelineSave): Promise<Pipeline> {
    check(input);
    return this.uow.run(ctx, async (tx) => {
      const before = await findPipeline(tx, input.id);
      if (before && before.type !== input.type) throw invalid('type', 'A pipeline keeps its type.');
      const pipeline = await storePipeline(tx, input, before);
      await storeStages(tx, input);
      tx.emit({
        type: 'pipeline.saved',
        change: before ? 'UPDATED' : 'CREATED',
        nodeId: input.id,
        inboxId: null,
        audience: 'agents',
      });
      return pipeline;
    });
  }
}

async function storePipeline(tx: Tx, input: PipelineSave, before: Pipeline | null): Promise<Pipeline> {
  const name = unlessOurs(nameOf(input.name, 'name'), before?.name === null ? pipelineWords(input.type) : '');
  const conflict = (): DomainError =>
    new DomainError('CONFLICT', 'Somebody else changed this pipeline. Look at it again.', { currentId: input.id });
  if (before) {
    if (input.expectedVersion != null && input.expectedVersion !== before.version) throw conflict();
    if (name === null && before.name !== null) throw invalid('name', 'Give the pipeline a name.');
    if (!(await updatePipeline(tx, before, { name }))) throw conflict();
    return { ...before, name, version: before.version + 1, updatedAt: tx.now };
  }
  if (name === null) throw invalid('name', 'Give the pipeline a name.');
  const made = { id: input.id, type: input.type, name, position: 1, createdAt: tx.now, updatedAt: tx.now, version: 1 };
  if (!(await insertPipeline(tx, made))) throw conflict();
  return made;
}

async function storeStages(tx: Tx, input: PipelineSave): Promise<void> {
  const old = await stagesOf(tx, [input.id]);
  const known = new Map(
    (
      await findStages(
        tx,
        input.stages.map(({ id }) => id),
      )
    ).map((stage) => [stage.id, stage]),
  );
  if ([...known.values()].some(({ pipelineId }) => pipelineId !== input.id))
    throw invalid('stages', 'A stage keeps its pipeline.');
  const kept = new Set(input.stages.map(({ id }) => id));
  const used = await usedStages(
    tx,
    old.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  );
  if (used.length > 0) throw invalid('stages', 'A stage that still holds records stays. Move them first.');
  const stages = input.stages.map((given, position) => {
    const word = known.get(given.id)?.word ?? null;
    const name = unlessOurs(nameOf(given.name, 'stages'), stageWords(word));
    if (name === null && word === null) throw invalid('stages', 'Give each stage a name.');
    return { id: given.id, pipelineId: input.id, name, word, outcome: given.outcome, position };
  });
  await replaceStages(tx, input.id, stages);
  for (const stage of stages.filter(
    ({ id, outcome }) => known.has(id) && (known.get(id)?.outcome === 'OPEN') !== (outcome === 'OPEN'),
  ))
    await settleRecords(tx, stage);
}

function check({ id, stages }: PipelineSave): void {
  if (!isId('pipeline', id)) throw invalid('id', 'Make the id as ours are made: prefix and UUIDv7.');
  if (stages.length === 0 || stages.length > MAX_STAGES) throw invalid('stages', `A pipeline has 1 to ${MAX_STAGES} stages.`);
  if (new Set(stages.map((stage) => stage.id)).size < stages.length) throw invalid('stages', 'Each stage is given once.');
  if (stages.some((stage) => !isId('stage', stage.id)))
    throw invalid('stages', 'Make the ids as ours are made: prefix and UUIDv7.');
  if (stages.every(({ outcome }) => outcome !== 'OPEN')) throw invalid('stages', 'At least one stage is under way.');
}

/** A name of the product, in whatever language it was read, stays one: it goes on to follow the language of who looks. */
function unlessOurs(name: string | null, ours: Words): string | null {
  return name !== null && typeof ours !== 'string' && Object.values(ours).includes(name) ? null : name;
}

function nameOf(input: string | null | undefined, field: string): string | null {
  const name = (input ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  if (name.length > MAX_NAME) throw invalid(field, `A name has at most ${MAX_NAME} characters.`);
  return name === '' ? null : name;
}
