import type { StoredMail } from '../../../deploy/mailstack/mailstack.mjs';
import { until } from '../support/until.js';
import { type Case, type Expected, isMade, mailOf, readMail } from './cases.js';
import type { LedgerItem, Mailbox, PostOffice } from './post-office.js';
import { readConversation, readInbox, type SeenConversation, type SeenMessage } from './seen.js';

/** What a case left behind, as the API shows it. */
export interface Outcome {
  expect: Expected;
  box: Mailbox;
  raw: Buffer;
  item: LedgerItem;
  /** The conversations that were there before, in the order of the case's words: `existing:1` is the first. */
  before: SeenConversation[];
  /** All of the inbox, oldest first. */
  after: SeenConversation[];
  /** Where the case's mail is shown. */
  conversation: SeenConversation | null;
  message: SeenMessage | null;
  /** What lies in the other inbox of the case, where it has one. */
  elsewhere: SeenConversation[];
}

/** Runs a case in an inbox of its own: its addresses get a domain of their own, so that cases may run side by side. */
export async function runCase(office: PostOffice, one: Case): Promise<Outcome> {
  const domain = (text: string): string => text.replaceAll(/@(?=[a-z0-9.-]+\.test\b)/g, `@${one.id.toLowerCase()}.`);
  const made = isMade(one) || one.wrap !== undefined;
  const expect = made ? (JSON.parse(domain(JSON.stringify(one.expect))) as Expected) : one.expect;
  const setup = domain(one.setup ?? '');
  const aliases = /has alias (\S+)/.exec(setup)?.[1] ?? '';
  const agent = /(\S+) is an agent/.exec(setup)?.[1];
  const box = await office.connect(domain('support@shop.test'), { aliases });
  if (agent) await addAgent(office, agent);
  if (/auto-reply on/.test(setup)) await office.answerByItself(box.inboxId, 'We have got your mail', 'We answer soon.');
  const existing = await prepare(office, box, setup, Boolean(expect.notifyAgents), (file) =>
    domain(readMail(file).toString('latin1')),
  );
  const before = await Promise.all(existing.map(({ id }) => readConversation(office.owner, id)));
  const mail = mailOf(one);
  const raw = made ? Buffer.from(fill(domain(mail.toString('latin1')), existing), 'latin1') : mail;
  const known = new Set(before.flatMap(({ messages }) => messages.map(({ id }) => id)));
  const item = await box.receive(raw, /^Return-Path:\s*<>/im.test(raw.toString('latin1')) ? '' : undefined);
  const elsewhere = await follow(office, box, one.steps ?? [], raw, domain('sales@shop.test'));
  const after = (await settledInbox(office, box, expect.autoReply === true)).filter(
    ({ subject }) => !subject.startsWith('Marker of'),
  );
  const isNew = ({ id, direction }: SeenMessage): boolean => direction === 'INBOUND' && !known.has(id);
  const conversation = after.find(({ messages }) => messages.some(isNew)) ?? null;
  const message = conversation?.messages.find(isNew) ?? null;
  return { expect, box, raw, item, before, after, conversation, message, elsewhere };
}

/** The inbox once the files of its mails have been fetched, and, where there must be one, an answer has been given. */
async function settledInbox(office: PostOffice, box: Mailbox, answers: boolean): Promise<SeenConversation[]> {
  const conversations = await until(
    async () => {
      const all = await readInbox(office.owner, box.inboxId);
      const files = all.flatMap(({ messages }) => messages.flatMap(({ attachments }) => attachments));
      const isAnswered = all.some(({ messages }) => messages.some(({ direction }) => direction === 'OUTBOUND'));
      return files.some(({ state }) => state === 'FETCHING') || (answers && !isAnswered) ? null : all;
    },
    { what: `the files of ${box.address}`, everyMs: 150, deadlineMs: 60_000 },
  );
  return conversations ?? [];
}

/** What the case does after its mail has come in; answers what lies in the other inbox then. */
async function follow(
  office: PostOffice,
  box: Mailbox,
  steps: readonly string[],
  raw: Buffer,
  sales: string,
): Promise<SeenConversation[]> {
  const words = steps.join('\n');
  if (/deliver again/.test(words)) {
    await office.mail.deliver(box.address, raw);
    await box.passMarker();
  }
  if (/UIDVALIDITY changes/.test(words)) {
    const was = await uidValidity(office, box.address);
    await box.setActive(false);
    await office.mail.resetUidValidity(box.address);
    await box.setActive(true);
    await box.passMarker();
    if ((await uidValidity(office, box.address)) === was) throw new Error('The mail server kept its UIDVALIDITY');
  }
  if (!/sales@/.test(words)) return [];
  const other = await office.connect(sales);
  await other.receive(raw);
  return readInbox(office.owner, other.inboxId);
}

async function uidValidity(office: PostOffice, user: string): Promise<string> {
  const { stdout } = await office.mail.doveadm('mailbox', 'status', '-u', user, 'uidvalidity', 'INBOX');
  return stdout.trim();
}

/** A conversation that there is before the case begins, and the mail that our answer in it became. */
export interface Existing {
  id: string;
  out: StoredMail | null;
}

async function prepare(
  office: PostOffice,
  box: Mailbox,
  setup: string,
  reopens: boolean,
  read: (file: string) => string,
): Promise<Existing[]> {
  if (!/thread-new|conv1/.test(setup)) return [];
  const first = read('made/thread-new.eml');
  const answered = /conv1/.test(setup);
  const existing = [await converse(office, box, first, answered)];
  if (/conv2/.test(setup)) {
    const second = first.replace('<a1.thread', '<a5.thread').replace('order 1001?', 'order 1002?');
    existing.push(await converse(office, box, second, answered));
  }
  // An agent is told of a bounce by the conversation that opens again, so it is closed before.
  if (/resolved/.test(setup) || reopens) for (const { id } of existing) await close(office, id);
  return existing;
}

/** A customer's mail, and our answer to it when one is wanted. */
export async function converse(office: PostOffice, box: Mailbox, raw: string, answered: boolean): Promise<Existing> {
  const item = await box.receive(Buffer.from(raw, 'latin1'));
  const id = item.conversation?.id;
  if (!id) throw new Error(`The first mail has no conversation: ${JSON.stringify(item)}`);
  return { id, out: answered ? await answer(office, id, 'We have sent it again.\nMia') : null };
}

/** Answers as an agent does, and catches the mail at the receiving server. */
export async function answer(office: PostOffice, conversationId: string, text: string, html?: string): Promise<StoredMail> {
  const id = await send(office, conversationId, text, html);
  const message = await delivered(office, conversationId, id);
  const known = await office.server.uow.reader.query<{ id: string }>(
    'SELECT external_id AS id FROM external_id WHERE message_id = ?',
    [id],
  );
  const ids = new Set(known.map((row) => row.id));
  return office.mail.waitForMail(message.deliveries[0]?.recipient.value ?? '', ({ headers }) =>
    ids.has(headers.get('message-id') ?? ''),
  );
}

/** Sends an answer; its id. */
export async function send(office: PostOffice, conversationId: string, text: string, html?: string): Promise<string> {
  const { messageSend } = await office.owner.graphql<{ messageSend: { message: { id: string } | null; userErrors: unknown[] } }>(
    'mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { code message } } }',
    { input: { conversationId, text, ...(html === undefined ? {} : { html }) } },
  );
  if (!messageSend.message) throw new Error(`messageSend: ${JSON.stringify(messageSend.userErrors)}`);
  return messageSend.message.id;
}

async function delivered(office: PostOffice, conversationId: string, messageId: string): Promise<SeenMessage> {
  const message = await until(
    async () => {
      const { messages } = await readConversation(office.owner, conversationId);
      return messages.find(({ id, deliveryStatus }) => id === messageId && deliveryStatus === 'SENT');
    },
    { what: 'our answer to be sent', deadlineMs: 60_000, everyMs: 50 },
  );
  return message as SeenMessage;
}

/** Closes a conversation as an agent does. */
export async function close(office: PostOffice, id: string): Promise<void> {
  await office.owner.graphql(
    'mutation ($ids: [ID!]!) { conversationSetStatus(ids: $ids, status: CLOSED) { userErrors { message } } }',
    { ids: [id] },
  );
}

async function addAgent(office: PostOffice, email: string): Promise<void> {
  const input = { name: 'Mia Agent', email, password: 'a password that is long' };
  const { agentCreate } = await office.owner.graphql<{ agentCreate: { agent: { id: string } | null; userErrors: unknown[] } }>(
    'mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { agent { id } userErrors { message } } }',
    { input },
  );
  if (!agentCreate.agent) throw new Error(JSON.stringify(agentCreate.userErrors));
}

/** What our answers were called at the receiving server goes where the mail names them. */
export function fill(text: string, existing: readonly Existing[]): string {
  return text
    .replaceAll(/\{\{out:(\d):(\w+)\}\}/g, (_, n: string, what: string) => {
      const out = existing[Number(n) - 1]?.out;
      if (!out) throw new Error(`There is no answer ${n} in this case`);
      const field = (name: string): string => out.headers.get(name) ?? '';
      if (what === 'messageId') return field('message-id');
      const value = what === 'replyTo' ? field('reply-to') : field(what);
      return what === 'subject' ? value : (/<([^<>]+)>/.exec(value)?.[1] ?? value);
    })
    .replaceAll('{{trackPort}}', '9');
}
