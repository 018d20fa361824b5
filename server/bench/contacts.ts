// What the screens of contacts and records cost with 10 thousand, 100 thousand or a million contacts: lists, pages, filters, facts, searches, the
// panel beside a conversation and the pages of a contact and a company, each as all the documents that the app sends for it.
import { makeProperties, type Properties, SIZES } from './contacts-facts.js';
import { fillContacts, type Filled, type Stages } from './contacts-fill.js';
import { appDocuments } from './documents.js';
import { cpuOfAll, familyOf } from './cost.js';
import { type Asked, middleCosts, type Screens, type Variables } from './screens.js';
import { type Dialect, Stack } from './stack.js';

/** A screen, or a search in one of the lists. */
export type Screen =
  | 'list'
  | 'next'
  | 'owner'
  | 'typing'
  | 'name'
  | 'person'
  | 'mail'
  | 'phone'
  | 'company'
  | 'contains'
  | 'few'
  | 'many'
  | 'kept'
  | 'none'
  | 'tickets'
  | 'board'
  | 'title'
  | 'number'
  | 'tasks'
  | 'panel'
  | 'record'
  | 'firm';
const language = 'en';
const ROUND = 70;

/** One server with so many contacts. */
export class ContactsBench {
  private constructor(
    readonly stack: Stack,
    private readonly filled: Filled,
    private readonly stages: Stages,
    private readonly ownerId: string,
    private readonly properties: Properties,
  ) {}

  static async open(dialect: Dialect, contacts: number): Promise<ContactsBench> {
    const stack = await Stack.open(dialect);
    const { client } = stack;
    const save = 'mutation { inboxSave(input: { name: "Sales", audience: EVERYONE }) { inbox { id } } }';
    const inboxId = (await client.graphql<{ inboxSave: { inbox: { id: string } } }>(save)).inboxSave.inbox.id;
    const asked = await client.graphql<{
      viewer: { id: string };
      pipelines: { type: 'TICKET' | 'DEAL'; stages: { id: string }[] }[];
    }>('{ viewer { id } pipelines { type stages { id } } }');
    const stagesOf = (type: 'TICKET' | 'DEAL') =>
      asked.pipelines.find((one) => one.type === type)?.stages.map(({ id }) => id) ?? [];
    const ends = (ids: string[]) => ({ open: ids[0] ?? '', done: ids.at(-1) ?? '' });
    const stages: Stages = { TICKET: ends(stagesOf('TICKET')), DEAL: ends(stagesOf('DEAL')) };
    const ownerId = asked.viewer.id;
    const properties = await makeProperties(stack);
    const filled = await fillContacts(stack, contacts, { inboxId, ownerId, stages, properties });
    // SQLite has worked for minutes, in this thread: the connection that was kept is closed by now.
    await client.graphql('{ viewer { id } }').catch(() => undefined);
    return new ContactsBench(stack, filled, stages, ownerId, properties);
  }

  /** The middle time of each screen in milliseconds, and its CPU time: of the server, its plugins and its sessions in PostgreSQL. */
  async measure(): Promise<Record<Screen | `${Screen} CPU`, number>> {
    const used = async (): Promise<number> => cpuOfAll([...familyOf(this.stack.server.pid), ...(await this.stack.db.sessions())]);
    const { ms, cpuMs } = await middleCosts(this.stack.client, await this.screens(), used);
    const cpu = Object.fromEntries(Object.entries(cpuMs).map(([name, value]) => [`${name} CPU`, value]));
    return { ...ms, ...cpu } as Record<Screen | `${Screen} CPU`, number>;
  }

  close(): Promise<void> {
    return this.stack.close();
  }

  private async screens(): Promise<Screens<Screen>> {
    const documents = appDocuments();
    const ask = (name: string, variables: Variables): Asked => ({ document: documents(name), variables });
    const contacts = (more: Variables): Asked[] => [
      ask('ContactList', { search: null, ownerId: null, deleted: false, first: 50, ...more }),
    ];
    const records = (type: string, more: Variables, order = 'NEWEST'): Asked[] => [
      ask('RecordList', { filter: { type, ...more }, order, first: 50, after: null, language }),
    ];
    const { filled, ownerId, stages, properties } = this;
    const fact = (propertyId: string, asked: Variables): Asked[] => contacts({ fact: { propertyId, ...asked } });
    // Spread over all there is, and of those with a conversation and records.
    const nth = (round: number): number => Math.floor((((round * 37) % ROUND) / ROUND) * (filled.count / 40)) * 40;
    const contact = (round: number) => filled.contact(nth(round));
    const cursors = await this.pages(ask);
    return {
      list: () => contacts({}),
      next: (round) => contacts({ after: cursors[round % cursors.length] }),
      owner: () => contacts({ ownerId }),
      typing: (round) => contacts({ search: contact(round).first.slice(0, 2) }),
      name: (round) => contacts({ search: contact(round).first }),
      person: (round) => contacts({ search: `${contact(round).first} ${contact(round).last}` }),
      mail: (round) => contacts({ search: contact(round).mail }),
      phone: (round) => contacts({ search: contact(round).phone.slice(-7) }),
      company: (round) => contacts({ search: filled.company(nth(round)).domain }),
      contains: (round) => fact(properties.wish, { contains: `wants ${contact(round).first}` }),
      few: (round) => fact(properties.size, { from: String(round % SIZES), to: String((round % SIZES) + 9) }),
      many: () => fact(properties.size, { from: String(SIZES / 2) }),
      kept: () => fact(properties.day, { kept: true }),
      none: () => fact(properties.usual, { kept: false }),
      tickets: () => records('TICKET', { open: true }),
      board: () => [ask('Pipelines', { type: 'TICKET', language }), ...records('TICKET', { stageId: stages.TICKET.open })],
      title: (round) => records('TICKET', { search: `broken ${contact(round).first}` }),
      number: (round) => records('TICKET', { search: `#${nth(round) / 5 + 1}` }),
      tasks: () => records('TASK', { open: true, ownerId }, 'OLDEST'),
      panel: (round) => [
        ask('Thread', { id: filled.conversation(nth(round)), language }),
        ...['About', 'RecordCounts', 'ContactPage'].map((name) => ask(name, { id: contact(round).id })),
        ...records('TICKET', { toId: contact(round).id }),
      ],
      record: (round) => [
        ...['ContactPage', 'RecordCounts'].map((name) => ask(name, { id: contact(round).id })),
        ask('ContactTimeline', { id: contact(round).id, first: 30, language }),
      ],
      firm: (round) => [ask('RecordPage', { id: filled.company(nth(round)).id, language })],
    };
  }

  /** Cursors of the second to the sixth page. */
  private async pages(ask: (name: string, variables: Variables) => Asked): Promise<string[]> {
    const cursors: string[] = [];
    for (let after: string | null = null; cursors.length < 5;) {
      const { document, variables } = ask('ContactList', { first: 50, after });
      const page: { contacts: { pageInfo: { endCursor: string } } } = await this.stack.client.graphql(document, variables);
      after = page.contacts.pageInfo.endCursor;
      cursors.push(after);
    }
    return cursors;
  }
}
