import type { AuditAction } from '../../generated/graphql.js';
import type { Ctx } from '../../kernel/context.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { UserErrorRow } from '../../kernel/user-errors.js';
import type { BulkChange, Problem } from './bulk-change.entity.js';

/** One of those that a change is about, as the person is told of it when it fails. */
export type Named = Pick<Problem, 'number' | 'name'> & { id: string };

/** What is done to one; with a version only as long as nobody changed it since. */
export interface Doing<Action> {
  id: string;
  action: Action;
  version: number | null;
}

/** One that is otherwise than it was, and what takes that back. */
export interface Changed<Action> {
  id: string;
  version: number;
  back: Action;
}

/** What became of several, in the unit that did it. */
export interface Outcome<Action> {
  /** How many went well, also where it was so already. */
  done: number;
  changed: readonly Changed<Action>[];
  /** What failed, under its index. */
  userErrors: readonly UserErrorRow[];
}

/** Where a batch begins, and how many it takes at most. */
export interface BulkPlace {
  after: string | null;
  first: number;
}

/** What a change of a whole list is about; registered by the feature that owns the list. */
export interface BulkSubject<Filter = unknown, Action = unknown> {
  kind: BulkChange['kind'];
  /** Under which the log has that one was begun. */
  audited: AuditAction;
  /** Refuses what who asks may not do, or what nothing could come of; asked again before each batch. */
  require(ctx: Ctx, reader: Reader, filter: Filter, action: Action): void | Promise<void>;
  /** How many there are, exact to the limit. */
  count(ctx: Ctx, reader: Reader, filter: Filter, limit: number): Promise<number>;
  /** The next of them as far as who asks may see them, and where to go on. What is done to them must not move them in this order. */
  page(ctx: Ctx, reader: Reader, filter: Filter, from: BulkPlace): Promise<{ nodes: Named[]; place: string | null }>;
  /** Those of the ids that who asks may see. */
  named(ctx: Ctx, reader: Reader, ids: readonly string[]): Promise<Named[]>;
  /** Those of the first that are done in one unit, where it takes but one action at a time. */
  together?(doings: readonly Doing<Action>[], now: number): Doing<Action>[];
  /** Does it in one unit with the rights of who asks, in which `settle` writes what became of them. */
  run(ctx: Ctx, doings: readonly Doing<Action>[], settle: (tx: Tx, outcome: Outcome<Action>) => Promise<void>): Promise<void>;
}

/** Where each feature says how its lists are changed as a whole. */
export class BulkSubjects {
  private readonly subjects = new Map<BulkChange['kind'], BulkSubject>();

  /** Called once for each kind, by the feature that owns it. */
  register<Filter, Action>(subject: BulkSubject<Filter, Action>): void {
    if (this.subjects.has(subject.kind)) throw new Error(`Two features change lists of ${subject.kind}`);
    this.subjects.set(subject.kind, subject as BulkSubject);
  }

  of({ kind }: Pick<BulkChange, 'kind'>): BulkSubject {
    const subject = this.subjects.get(kind);
    if (!subject) throw new Error(`No feature changes lists of ${kind}`);
    return subject;
  }
}
