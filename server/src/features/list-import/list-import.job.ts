import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type Principal, scopesOfRole } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { Storage } from '../../kernel/storage.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { loadInboxRoles } from '../inboxes/index.js';
import { wipeFiles } from '../trash/index.js';
import type { ListImport } from './list-import.entity.js';
import { advanceImport, findImport, forgetProblems, insertProblems } from './list-import.repository.js';
import { IMPORT } from './list-import.service.js';
import { readCsv, type Row, rowsOf } from './csv-file.js';
import type { PlannedRow } from './planned-row.js';
import { rowReaderOf } from './prepare.js';
import { takeRows } from './take-rows.js';

const SWEEP = 'contacts.import.sweep';
const EVERY_MS = 60 * 60_000;
/** How long the rows that were not taken in are kept for their report. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
/** How many rows one unit takes, so that others come in between. */
const BATCH = 50;
const TRIES = 3;

/**
 * Takes files in, batch by batch, with the rights that who began it has now. How far it is stands in the transaction that did it: it may be
 * stopped anywhere, and no row is done twice.
 */
@Injectable()
export class ListImportJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.jobs.register(IMPORT, (job) => this.run(job), { concurrency: 1 });
    this.jobs.register(SWEEP, (job) => this.sweep(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    const job = { name: SWEEP, payload: {}, unique: SWEEP, key: SWEEP };
    await this.uow.run(system('start'), (tx) => Promise.resolve(tx.enqueue(job)));
  }

  async run(job: JobRun): Promise<void> {
    const { importId } = job.payload as { importId: string };
    let one = await findImport(this.uow.reader, importId);
    if (!one?.hash || one.state !== 'RUNNING') return;
    const principal = await this.principalOf(one);
    if (!principal) return this.end(job, one, 'Who began it may no longer change such things.');
    const ctx: Ctx = { principal, correlationId: job.correlationId };
    let batch: Row[] = [];
    let place = -1;
    for await (const row of rowsOf(readCsv(await this.storage.read(one.hash), one))) {
      place += 1;
      // The first is the head.
      if (place === 0 || place <= one.done) continue;
      batch.push(row);
      if (batch.length < BATCH) continue;
      one = await this.batch(job, ctx, one, batch);
      batch = [];
    }
    if (batch.length > 0) one = await this.batch(job, ctx, one, batch);
    await this.end(job, one, null);
  }

  /** Somebody may change the same contacts at the same time: then it is planned anew, at last row by row. */
  private async batch(job: JobRun, ctx: Ctx, one: ListImport, rows: readonly Row[]): Promise<ListImport> {
    for (let tries = 1; ; tries += 1) {
      job.signal.throwIfAborted();
      try {
        return await this.uow.run(ctx, (tx) => step(tx, one, rows));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (tries < TRIES) continue;
        if (rows.length === 1) return this.uow.run(ctx, (tx) => refuse(tx, one, rows, error.message));
      }
      let after = one;
      for (const row of rows) after = await this.batch(job, ctx, after, [row]);
      return after;
    }
  }

  private async end(job: JobRun, one: ListImport, reason: string | null): Promise<void> {
    await this.uow.run(system(job.correlationId), async (tx) => {
      const state = reason === null ? 'DONE' : 'FAILED';
      await advanceImport(tx, one, { state, reason, hash: null, endedAt: tx.now });
      wipeFiles(tx, one.hash === null ? [] : [one.hash]);
      tell(tx, one.id, 'listImport.ended');
    });
  }

  /** He, with his rights of now. */
  private async principalOf({ byKind, byId, byName }: ListImport): Promise<Principal | null> {
    if (byKind === 'INTEGRATION') {
      const scopes = new Set(['CONTACTS_READ', 'CONTACTS_WRITE'] as const);
      return { kind: 'integration', tokenId: byId ?? '', name: byName, scopes };
    }
    const [agent] = await findAgents(this.uow.reader, [byId ?? '']);
    if (agent?.state !== 'ACTIVE') return null;
    const inboxRoles = await loadInboxRoles(this.uow.reader, agent.id, agent.role);
    const { id: userId, name, role } = agent;
    return { kind: 'user', userId, name, role, scopes: scopesOfRole(role), inboxRoles, sessionId: null };
  }

  private async sweep(job: JobRun): Promise<void> {
    await this.uow.run(system(job.correlationId), (tx) => forgetProblems(tx, tx.now - KEPT_MS));
    throw new RetryLater(EVERY_MS, 'Sweeps again in an hour', false);
  }
}

async function step(tx: Tx, one: ListImport, rows: readonly Row[]): Promise<ListImport> {
  const { kind, key } = one;
  const planned = await takeRows(tx, rows, { kind, key, rowReader: await rowReaderOf(tx, one), ctx: tx.ctx });
  const count = (outcome: PlannedRow['outcome']): number => planned.filter((row) => row.outcome === outcome).length;
  const bad = planned.flatMap(({ row, problem }) =>
    problem ? [{ importId: one.id, line: row.line, ...problem, cells: row.cells }] : [],
  );
  await insertProblems(tx, bad);
  return advance(tx, one, {
    done: one.done + rows.length,
    created: one.created + count('NEW'),
    updated: one.updated + count('UPDATE'),
    same: one.same + count('SAME'),
    bad: one.bad + bad.length,
  });
}

async function refuse(tx: Tx, one: ListImport, rows: readonly Row[], detail: string): Promise<ListImport> {
  await insertProblems(
    tx,
    rows.map(({ line, cells }) => ({ importId: one.id, line, code: 'REFUSED', detail, cells })),
  );
  return advance(tx, one, { done: one.done + rows.length, bad: one.bad + rows.length });
}

async function advance(tx: Tx, one: ListImport, patch: Partial<ListImport>): Promise<ListImport> {
  // Not an expected failure: the other one goes on, and this run ends.
  if (!(await advanceImport(tx, one, patch))) throw new Error(`The import ${one.id} is done by another process, too`);
  tell(tx, one.id, 'listImport.progressed');
  return { ...one, ...patch };
}

function tell(tx: Tx, nodeId: string, type: string): void {
  tx.emit({ type, change: 'UPDATED', nodeId, inboxId: null, audience: 'agents' });
}

function system(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Import' }, correlationId };
}
