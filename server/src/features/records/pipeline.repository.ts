import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Pipeline } from './pipeline.entity.js';
import { Stage } from './stage.entity.js';

type Raw = Record<string, unknown>;

/** All pipelines, or those of a type, in their order. */
export async function listPipelines(reader: Reader, type: Pipeline['type'] | null): Promise<Pipeline[]> {
  const sql = `SELECT * FROM pipeline ${type ? 'WHERE type = ?' : ''} ORDER BY type, position, id`;
  return fromRows(reader, Pipeline, await reader.query<Raw>(sql, type ? [type] : []));
}

export async function findPipeline(reader: Reader, id: string): Promise<Pipeline | null> {
  return fromRows(reader, Pipeline, await reader.query<Raw>('SELECT * FROM pipeline WHERE id = ?', [id]))[0] ?? null;
}

/** The stages of pipelines, in their order. */
export async function stagesOf(reader: Reader, pipelineIds: readonly string[]): Promise<Stage[]> {
  if (pipelineIds.length === 0) return [];
  const sql = `SELECT * FROM stage WHERE pipeline_id IN (${placeholders(pipelineIds)}) ORDER BY pipeline_id, position, id`;
  return fromRows(reader, Stage, await reader.query<Raw>(sql, pipelineIds));
}

/** Stages by id, in no order. */
export async function findStages(reader: Reader, ids: readonly string[]): Promise<Stage[]> {
  if (ids.length === 0) return [];
  const sql = `SELECT * FROM stage WHERE id IN (${placeholders(ids)})`;
  return fromRows(reader, Stage, await reader.query<Raw>(sql, ids));
}

/** The stage with the type of its pipeline; null when there is none. */
export async function findStageWithType(reader: Reader, id: string): Promise<{ stage: Stage; type: Pipeline['type'] } | null> {
  const [row] = await reader.query<Raw>(
    'SELECT s.*, p.type AS pipeline_type FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE s.id = ?',
    [id],
  );
  const stage = row && fromRows(reader, Stage, [row])[0];
  return stage ? { stage, type: row['pipeline_type'] as Pipeline['type'] } : null;
}

/** Where a new ticket or deal begins: the first stage of the first pipeline. */
export async function firstStage(reader: Reader, type: Pipeline['type']): Promise<Stage> {
  const rows = await reader.query<Raw>(
    `SELECT s.* FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE p.type = ? ORDER BY p.position, p.id, s.position, s.id LIMIT 1`,
    [type],
  );
  const stage = fromRows(reader, Stage, rows)[0];
  if (!stage) throw new Error(`There is no pipeline for ${type}`);
  return stage;
}

export async function insertPipeline(tx: Tx, pipeline: Pipeline): Promise<boolean> {
  return (await insertRows(tx, Pipeline, [pipeline], 'ON CONFLICT DO NOTHING')) === 1;
}

/** False when it was changed since `version`. */
export async function updatePipeline(tx: Tx, { id, version }: Pipeline, patch: Partial<Pipeline>): Promise<boolean> {
  return (await updateRows(tx, Pipeline, { id, version }, { ...patch, version: version + 1, updatedAt: tx.now })) === 1;
}

/** Puts these in the place of the stages of a pipeline. */
export async function replaceStages(tx: Tx, pipelineId: string, stages: readonly Stage[]): Promise<void> {
  await tx.execute('DELETE FROM stage WHERE pipeline_id = ?', [pipelineId]);
  await insertRows(tx, Stage, stages);
}

/** Of these stages, those in which records are, in the bin or not. */
export async function usedStages(reader: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const sql = `SELECT s.id FROM stage s WHERE s.id IN (${placeholders(ids)}) AND EXISTS (SELECT 1 FROM crm_record r WHERE r.stage_id = s.id)`;
  return (await reader.query<{ id: string }>(sql, ids)).map(({ id }) => id);
}

/** Records in a stage of another outcome than before are done, or under way again. */
export async function settleRecords(tx: Tx, stage: Stage): Promise<void> {
  const done = stage.outcome === 'OPEN' ? null : tx.now;
  const where = done === null ? 'done_at IS NOT NULL' : 'done_at IS NULL';
  await tx.execute(`UPDATE crm_record SET done_at = ? WHERE stage_id = ? AND ${where}`, [done, stage.id]);
}
