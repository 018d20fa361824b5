// What an agent's screens cost with 10 thousand, 100 thousand or a million conversations in 100 inboxes: list, counts, an open conversation
// and a search, each as all the GraphQL documents that the app sends for it, and each as a ratio to the smallest size of the same run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';
import { type Dialect, Stack } from './stack.js';

const INBOXES = 100;
const MESSAGES_EACH = 2;
const WARM = 10;
const ROUNDS = 60;

type Variables = Record<string, unknown>;
/** One request of the app. */
interface Asked {
  document: string;
  variables: Variables;
}
/** The middle time of each screen in milliseconds. */
export type Times = Record<'list' | 'counts' | 'open' | 'search' | 'rare', number>;

/** One server with so many conversations. */
export class ListsBench {
  private constructor(
    readonly stack: Stack,
    private readonly documents: (name: string) => string,
    private readonly inboxIds: readonly string[],
  ) {}

  static async open(dialect: Dialect, conversations: number): Promise<ListsBench> {
    const stack = await Stack.open(dialect);
    const save = 'mutation ($name: String!) { inboxSave(input: { name: $name, audience: EVERYONE }) { inbox { id } } }';
    const inboxIds: string[] = [];
    for (let index = 0; index < INBOXES; index++) {
      const made = await stack.client.graphql<{ inboxSave: { inbox: { id: string } } }>(save, { name: `Inbox ${index}` });
      inboxIds.push(made.inboxSave.inbox.id);
    }
    const bench = new ListsBench(stack, appDocuments(), inboxIds);
    await bench.fill(conversations);
    return bench;
  }

  /** The middle of many rounds, in which the screens take turns. */
  async measure(): Promise<Times> {
    const screens = this.screens();
    const times = new Map<string, number[]>(Object.keys(screens).map((name) => [name, []]));
    for (let round = 0; round < WARM + ROUNDS; round++) {
      for (const [name, asked] of Object.entries(screens)) {
        const started = performance.now();
        for (const { document, variables } of asked(round)) await this.stack.client.graphql(document, variables);
        if (round >= WARM) times.get(name)?.push(performance.now() - started);
      }
    }
    const middle = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
    return Object.fromEntries([...times].map(([name, list]) => [name, middle(list)])) as Times;
  }

  private screens(): Record<keyof Times, (round: number) => Asked[]> {
    const ask = (name: string, variables: Variables = {}): Asked => ({ document: this.documents(name), variables });
    const language = 'en';
    const inbox = (round: number): string => this.inboxIds[(round * 7) % INBOXES]!;
    const filter = (round: number): Variables => ({ inboxIds: [inbox(round)], status: ['OPEN'], assigneeIds: [null] });
    const found = (query: string): Asked[] => [ask('Search', { query, filter: {}, first: 50, language })];
    return {
      list: (round) => [ask('List', { filter: filter(round), first: 50, language }), ask('SavedViews')],
      counts: () => [ask('Shell', { language })],
      open: (round) => [ask('Thread', { id: conversationId(round * 31 + 1), language })],
      search: () => found('common'),
      rare: (round) => found(`rare${round * 13}`),
    };
  }

  /** Rows by the database itself, as a workspace of some years has them; the index by the server's own job. */
  private async fill(count: number): Promise<void> {
    const { db, dialect } = this.stack;
    const series =
      dialect === 'sqlite'
        ? `WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${count})`
        : `WITH s AS (SELECT generate_series(0, ${count - 1}) AS n)`;
    const hex = dialect === 'sqlite' ? (n: string) => `printf('%012x', ${n})` : (n: string) => `lpad(to_hex(${n}), 12, '0')`;
    const id = (prefix: string, n: string): string => `'${prefix}_' || ${hex(n)} || '70008000000000000000'`;
    const inboxes = this.inboxIds.map((inboxId, index) => `(${index}, '${inboxId}')`).join(', ');
    await db.run(
      `CREATE TABLE bench_inbox (n integer PRIMARY KEY, id varchar NOT NULL); INSERT INTO bench_inbox VALUES ${inboxes}`,
    );
    const at = '1700000000000 + s.n * 1000';
    await db.run(`INSERT INTO conversation (id, inbox_id, number, subject, preview, status, placement, bot_control, last_message_at,
      last_direction, created_at, updated_at, seq, message_count) ${series}
      SELECT ${id('cnv', 's.n')}, b.id, s.n + 1, 'Subject ' || s.n, 'The first words', CASE WHEN s.n % 10 < 3 THEN 'OPEN' ELSE 'CLOSED' END,
        'INBOX', 'NONE', ${at}, 'INBOUND', ${at}, ${at}, ${MESSAGES_EACH}, ${MESSAGES_EACH}
      FROM s JOIN bench_inbox b ON b.n = s.n % ${INBOXES}`);
    for (let each = 0; each < MESSAGES_EACH; each++)
      await db.run(`INSERT INTO message (id, conversation_id, seq, kind, direction, author_kind, author_name, text, parts, data, at,
        created_at, updated_at) ${series}
        SELECT ${id('msg', `s.n * ${MESSAGES_EACH} + ${each}`)}, ${id('cnv', 's.n')}, ${each + 1}, 'MESSAGE', 'INBOUND', 'CONTACT', 'Somebody',
          'Words that are common to each message, and rare' || (s.n / 20) || ' to few of them, about matter ' || (s.n % 997),
          '[]', '{}', ${at}, ${at}, ${at} FROM s`);
    await db.run(`INSERT INTO inbox_count (inbox_id, scope, key, count)
      SELECT inbox_id, 'open', '', COUNT(*) FROM conversation WHERE status = 'OPEN' GROUP BY inbox_id
      UNION ALL SELECT inbox_id, 'unassigned', '', COUNT(*) FROM conversation WHERE status = 'OPEN' GROUP BY inbox_id`);
    await db.run(`INSERT INTO job (id, name, payload, state, run_at, attempts, max_attempts, correlation_id, created_at, updated_at)
      VALUES ('job_bench', 'search.index', '{"of":"all"}', 'PENDING', 0, 0, 25, 'bench', 0, 0)`);
    const left = `SELECT ${count * MESSAGES_EACH} - COUNT(*) AS n FROM search_entry`;
    while (Number((await db.row<{ n: number | string }>(left)).n) > 0) await delay(200);
    await db.run('ANALYZE');
  }
}

function conversationId(n: number): string {
  return `cnv_${n.toString(16).padStart(12, '0')}70008000000000000000`;
}

/** The app's documents by name, each with the fragments that it uses. */
function appDocuments(): (name: string) => string {
  const root = fileURLToPath(new URL('../../web/agent/src', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const all = files.flatMap((file) => parse(readFileSync(join(root, file), 'utf8')).definitions);
  const named = (kind: Kind, name: string): DefinitionNode => {
    const found = all.find((one) => one.kind === kind && 'name' in one && one.name?.value === name);
    if (!found) throw new Error(`The app has no ${name}`);
    return found;
  };
  return (name) => {
    const used = new Map<string, DefinitionNode>();
    const collect = (definition: DefinitionNode): void => {
      visit(definition, {
        FragmentSpread: ({ name: { value } }) => {
          if (used.has(value)) return;
          const fragment = named(Kind.FRAGMENT_DEFINITION, value);
          used.set(value, fragment);
          collect(fragment);
        },
      });
    };
    const operation = named(Kind.OPERATION_DEFINITION, name);
    collect(operation);
    return [operation, ...used.values()].map((definition) => print(definition)).join('\n');
  };
}
