// What an agent's screens cost with 10 thousand, 100 thousand or a million conversations in 100 inboxes: list, counts, an open conversation
// and a search, each as all the GraphQL documents that the app sends for it, and each as a ratio to the smallest size of the same run.
import { Client } from '../test/ledger/client.js';
import { fillConversations, idOf, INBOXES, PER_CONTACT } from './lists-fill.js';
import { appDocuments } from './documents.js';
import { atOnce, type Asked, middleCosts, type Screens, type Variables } from './screens.js';
import { cpuOfAll, familyOf } from './cost.js';
import { Skeleton } from './skeleton.js';
import { type Dialect, Stack } from './stack.js';

/** Saved views of everybody, whose counts stand beside them. */
const VIEWS = [
  { status: ['OPEN'], assigneeIds: [null] },
  { status: ['CLOSED'] },
  { status: ['OPEN'], hasAttachment: true },
  { hasAttachment: true, activity: { from: '2023-11-15', timeZone: 'Europe/Amsterdam' } },
];
const AT_ONCE = 16;
type Screen = 'skeleton' | 'list' | 'counts' | 'open' | 'search' | 'common' | 'rare' | 'files' | 'clips';
/**
 * The middle time of each screen in milliseconds, and its CPU time. `search` is for a word that has as many hits in each size, `common`
 * for one that is in all messages, `rare` for one in twenty of them. `files` and `clips` are a list and a search narrowed to
 * what has a file, `skeleton` is the list of a server that has nothing else in it.
 */
export type Times = Record<Screen | `${Screen} CPU` | 'skeletons a second' | 'lists a second', number>;

/** One server with so many conversations. */
export class ListsBench {
  private constructor(
    readonly stack: Stack,
    private readonly skeleton: Skeleton,
    private readonly inboxIds: readonly string[],
  ) {}

  static async open(dialect: Dialect, conversations: number): Promise<ListsBench> {
    const stack = await Stack.open(dialect);
    const inboxIds: string[] = [];
    for (let index = 0; index < INBOXES; index++) {
      const save = 'mutation ($name: String!) { inboxSave(input: { name: $name, audience: EVERYONE }) { inbox { id } } }';
      const made = await stack.client.graphql<{ inboxSave: { inbox: { id: string } } }>(save, { name: `Inbox ${index}` });
      inboxIds.push(made.inboxSave.inbox.id);
    }
    for (const [index, filter] of VIEWS.entries()) {
      const save = 'mutation ($input: SavedViewSaveInput!) { savedViewSave(input: $input) { userErrors { message } } }';
      const input = { id: idOf('svw', index), name: `View ${index}`, audience: 'ALL', filter };
      const { savedViewSave } = await stack.client.graphql<{ savedViewSave: { userErrors: object[] } }>(save, { input });
      if (savedViewSave.userErrors.length > 0) throw new Error(JSON.stringify(savedViewSave.userErrors));
    }
    await fillConversations(stack, conversations, inboxIds);
    return new ListsBench(stack, await Skeleton.open(stack.folder, conversations), inboxIds);
  }

  /** The middle of many rounds, in which the screens take turns, and then many lists at once, ours and the skeleton's in turns. */
  async measure(): Promise<Times> {
    const screens = this.screens();
    const family = async (): Promise<number[]> => [...familyOf(this.stack.server.pid), ...(await this.stack.db.sessions())];
    const cpuOf = async (name: Screen): Promise<number> => cpuOfAll(name === 'skeleton' ? [this.skeleton.pid] : await family());
    const { ms, cpuMs } = await middleCosts(this.stack.client, screens, cpuOf);
    const rates = { skeleton: 0, list: 0 };
    for (let turn = 0; turn < 3; turn++)
      for (const name of ['skeleton', 'list'] as const)
        rates[name] = Math.max(rates[name], await atOnce(await this.clients(), screens[name]));
    const cpu = Object.fromEntries(Object.entries(cpuMs).map(([name, value]) => [`${name} CPU`, value]));
    return { ...ms, ...cpu, 'skeletons a second': rates.skeleton, 'lists a second': rates.list } as Times;
  }

  async close(): Promise<void> {
    this.skeleton.close();
    await this.stack.close();
  }

  /** Each with a session of its own, as a session may spend only so much. */
  private async clients(): Promise<Client[]> {
    const clients = Array.from({ length: AT_ONCE }, () => new Client(this.stack.server.url));
    for (const client of clients) await client.signIn();
    return clients;
  }

  private screens() {
    const documents = appDocuments();
    const ask = (name: string, variables: Variables = {}): Asked => ({ document: documents(name), variables });
    const language = 'en';
    const at = (round: number): number => (round * 7) % INBOXES;
    const inbox = (round: number): string => this.inboxIds[at(round)]!;
    const list = (filter: Variables): Asked => ask('List', { filter, first: 50, language });
    const search = (query: string, filter: Variables = {}): Asked[] => [ask('Search', { query, filter, first: 50, language })];
    const open = (n: number): Asked[] => {
      const [id, contact] = [idOf('cnv', n), { id: idOf('con', Math.floor(n / PER_CONTACT)) }];
      const viewing = ask('SendSignal', { conversationId: id, kind: 'VIEWING', active: true });
      const thread = ask('Thread', { id, language });
      return [
        thread,
        ask('About', contact),
        ask('ContactPage', contact),
        ask('RecordCounts', contact),
        viewing,
        ask('MarkRead', { id }),
      ];
    };
    return {
      skeleton: (round) => [this.skeleton.list(at(round))],
      list: (round) => [list({ inboxIds: [inbox(round)], status: ['OPEN'], assigneeIds: [null] })],
      counts: (round) => [
        ask('Shell', { language }),
        ask('Unread'),
        ask('SavedViews', { list: 'CONVERSATIONS' }),
        ask('Waiting', { inboxId: inbox(round), first: 100 }),
        ask('ComposeDrafts'),
        ask('UnseenMentions', { inboxId: inbox(round) }),
      ],
      open: (round) => open(round * 31 + 1),
      search: () => search('lately'),
      common: () => search('common'),
      rare: (round) => search(`rare${String(round * 13).padStart(6, '0')}`),
      files: (round) => [list({ inboxIds: [inbox(round)], hasAttachment: true })],
      clips: () => search('lately', { hasAttachment: true }),
    } satisfies Screens<Screen>;
  }
}
