import type DataLoader from 'dataloader';
import { type Principal, scopesOfRole, type WorkspaceRole } from '../../src/kernel/access.js';
import type { Ctx } from '../../src/kernel/context.js';
import type { JournalEvent } from '../../src/kernel/events.js';
import { newId } from '../../src/kernel/ids.js';
import type { GqlContext } from '../../src/kernel/request.js';
import { insertRows } from '../../src/kernel/rows.js';
import { type Reader, type Tx, UnitOfWork } from '../../src/kernel/uow.js';
import { User } from '../../src/features/agents/index.js';
import { InboxService, loadInboxRoles } from '../../src/features/inboxes/index.js';
import { WorkspaceService } from '../../src/features/workspace/index.js';
import { testCtx, type TestDatabase } from './database.js';
import { wholeJournal } from './whole-journal.js';

/** The people and services that tests of features begin with. */
export class World {
  readonly workspace: WorkspaceService;
  readonly inboxes: InboxService;

  private constructor(readonly db: TestDatabase) {
    this.workspace = new WorkspaceService(db.uow);
    this.inboxes = new InboxService(db.uow, this.workspace);
  }

  /** A workspace that was just set up, without people or inboxes. */
  static async make(db: TestDatabase): Promise<World> {
    const world = new World(db);
    await db.uow.run(testCtx(), (tx) => world.workspace.create(tx, { name: 'Test', locale: 'en', timeZone: 'Europe/Amsterdam' }));
    return world;
  }

  /** An active agent. */
  async agent(name: string, role: WorkspaceRole = 'MEMBER', state: User['state'] = 'ACTIVE'): Promise<User> {
    return this.db.uow.run(testCtx(), async (tx) => {
      const user: User = {
        id: newId('user'),
        email: `${name.toLowerCase().replaceAll(' ', '.')}.${newId('user').slice(-8)}@team.example`,
        name,
        role,
        seat: 'FULL',
        state,
        passwordHash: null,
        locale: null,
        timeZone: null,
        avatarUrl: null,
        meetingUrl: null,
        availability: 'AVAILABLE',
        preferences: {},
        createdAt: tx.now,
        updatedAt: tx.now,
        version: 1,
      };
      await insertRows(tx, User, [user]);
      return user;
    });
  }

  /** Who this agent is now, with his memberships. */
  async as(user: User, operationId?: string): Promise<Ctx> {
    const inboxRoles = await loadInboxRoles(this.db.uow.reader, user.id, user.role);
    const principal: Principal = {
      kind: 'user',
      userId: user.id,
      name: user.name,
      role: user.role,
      scopes: scopesOfRole(user.role),
      inboxRoles,
      sessionId: null,
    };
    return { principal, correlationId: 'test', operationId };
  }

  /** The end of the journal, once it has everything that was committed. */
  async position(): Promise<number> {
    await wholeJournal(this.db.uow.reader);
    return this.db.journal.position();
  }

  /** What the journal holds after a position, once it has everything that was committed. */
  async events(after: number): Promise<JournalEvent[]> {
    await this.position();
    return this.db.journal.read(after, 10_000);
  }
}

/** The context of one GraphQL request. */
export function gqlContext(ctx: Ctx): GqlContext {
  const loaders = new Map<string, unknown>();
  const loader = <K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V> => {
    if (!loaders.has(key)) loaders.set(key, make());
    return loaders.get(key) as DataLoader<K, V>;
  };
  return { ctx, loader, shared: loader };
}

/** A unit of work whose reads are counted, for tests that pin the number of statements. */
export class CountingUnitOfWork extends UnitOfWork {
  readonly statements: string[] = [];
  /** What the reads were given for their parameters. */
  readonly values: (readonly unknown[])[] = [];
  /** How many rows the reads were answered with. */
  rows = 0;
  readonly reader: Reader;

  constructor(private readonly inner: UnitOfWork) {
    super();
    const { statements, values } = this;
    this.reader = {
      dialect: inner.reader.dialect,
      get manager() {
        return inner.reader.manager;
      },
      query: async <Row>(sql: string, parameters?: readonly unknown[]) => {
        statements.push(sql);
        values.push(parameters ?? []);
        const rows = await inner.reader.query<Row>(sql, parameters);
        this.rows += rows.length;
        return rows;
      },
    };
  }

  readonly run: UnitOfWork['run'] = (ctx, work, options) => this.inner.run(ctx, (tx) => work(this.counting(tx)), options);
  readonly settle: UnitOfWork['settle'] = () => this.inner.settle();
  readonly runEach: UnitOfWork['runEach'] = (ctx, works, options) =>
    this.inner.runEach(
      ctx,
      works.map((work) => (tx) => work(this.counting(tx))),
      options,
    );

  /** The same unit, whose statements are written down; what goes through the manager by the name of its method. */
  private counting(tx: Tx): Tx {
    const { statements } = this;
    const manager = new Proxy({} as Tx['manager'], {
      get: (_target, name) => {
        const real = tx.manager;
        const member: unknown = Reflect.get(real, name);
        if (typeof member !== 'function') return member;
        return (...parameters: unknown[]): unknown => {
          statements.push(`manager.${String(name)}`);
          return Reflect.apply(member, real, parameters);
        };
      },
    });
    return new Proxy(tx, {
      get: (_target, name) => {
        if (name === 'manager') return manager;
        const member: unknown = Reflect.get(tx, name);
        if (typeof member !== 'function') return member;
        return (...parameters: unknown[]): unknown => {
          if (name === 'query' || name === 'execute') statements.push(String(parameters[0]));
          return Reflect.apply(member, tx, parameters);
        };
      },
    });
  }
}
