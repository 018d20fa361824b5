/** The world in which a bot works: the public API, in its own name. */
import type { Json, ResponderContext } from '@balie/plugin-sdk';
import { LostWord, StepFailed, type Facts, type Handover, type Run, type Wanted, type World } from './engine.js';
import type { Settings } from './settings.js';
import type { Store } from './store.js';
import type { ActionStep, TicketStep, WebhookStep } from './steps.js';
import { callWebhook } from './webhook.js';

export type BotContext = ResponderContext<Settings>;
interface UserError {
  code: string;
  message: string;
  path?: string[] | null;
}
interface Member {
  role: string;
  agent: { id: string; name: string; availability: string };
}
export interface Seen {
  number: number;
  botControl: string;
  bot: { id: string } | null;
  contact: {
    id: string;
    name: string | null;
    fields: Record<string, Json>;
    identities: { kind: string; value: string }[];
  } | null;
  inbox: { id: string; workingHours: { openNow: boolean } | null; members: Member[] };
}

const LOOK = `query ($id: ID!) { node(id: $id) { ... on Conversation { number botControl bot { id }
  contact { id name fields identities { kind value } }
  inbox { id workingHours { openNow } members { role agent { id name availability } } } } } }`;
const ERRORS = 'userErrors { code message path }';
const SEND = `mutation ($input: MessageSendInput!) { messageSend(input: $input) { ${ERRORS} } }`;
const KEEP = `mutation ($input: ContactSaveInput!) { contactSave(input: $input) { ${ERRORS} } }`;
const PROPERTIES = '{ contactProperties { id type } }';
const TICKET = `mutation ($input: RecordSaveInput!) { recordSave(input: $input) { ${ERRORS} } }`;
const CALL = `mutation ($id: ID!, $action: String!, $input: JSON!) { pluginCall(instanceId: $id, action: $action, input: $input) { output ${ERRORS} } }`;
const HAND_OFF = `mutation ($id: ID!, $note: String, $to: ID) { botHandOff(conversationId: $id, note: $note, assigneeId: $to) { ${ERRORS} } }`;
const CLOSE = `mutation ($ids: [ID!]!) { conversationSetStatus(ids: $ids, status: CLOSED) { ${ERRORS} } }`;

/** The conversation as it is now; null when it is gone. */
export async function look(context: BotContext, id: string): Promise<Seen | null> {
  const { node } = await context.graphql<{ node: Seen | Record<string, never> | null }>(LOOK, { id });
  return node && 'botControl' in node ? (node as Seen) : null;
}

export const someAvailable = ({ inbox }: Seen): boolean =>
  inbox.members.some(({ role, agent }) => role !== 'VIEWER' && agent.availability === 'AVAILABLE');
export const isOpen = ({ inbox }: Seen): boolean => inbox.workingHours?.openNow ?? true;

/** Everything that is done in one conversation. */
export class LiveWorld implements World {
  private seen: Seen;
  constructor(
    private readonly context: BotContext,
    private readonly store: Store,
    private readonly conversationId: string,
    seen: Seen,
    private readonly run: Run,
    private version: number,
  ) {
    this.seen = seen;
  }

  now(): number {
    return Date.now();
  }

  facts(): Promise<Facts> {
    const { contact } = this.seen;
    const email = contact?.identities.find(({ kind }) => kind === 'email')?.value;
    const fields = Object.entries(contact?.fields ?? {}).map(([id, value]) => [
      id,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return Promise.resolve({
      ...(Object.fromEntries(fields) as Facts),
      ...(contact?.name ? { name: contact.name } : {}),
      ...(email ? { email } : {}),
    });
  }

  async available(): Promise<boolean> {
    return someAvailable(await this.again());
  }

  async open(): Promise<boolean> {
    return isOpen(await this.again());
  }

  async say(key: string, text: string, { options, answer }: Wanted): Promise<void> {
    const choices = options.map((label) => ({ label, value: label }));
    const asks = answer === 'text' || answer === 'choice' ? null : answer.toUpperCase();
    const input = { id: this.idFor('msg', key), conversationId: this.conversationId, text, choices, asks };
    const { messageSend } = await this.context.graphql<{ messageSend: { userErrors: UserError[] } }>(SEND, { input });
    // The id is taken: it was said before a crash, perhaps in other words.
    this.heed(messageSend.userErrors.filter(({ code, path }) => code !== 'CONFLICT' || path?.at(-1) !== 'id'));
  }

  async keep(property: string, value: string): Promise<void> {
    const id = this.seen.contact?.id;
    if (!id) throw new StepFailed('There is no contact to keep it at.');
    const input =
      property === 'name' || property === 'email'
        ? ownField(property, value)
        : { fields: { [property]: await this.typed(property, value) } };
    const { contactSave } = await this.context.graphql<{ contactSave: { userErrors: UserError[] } }>(KEEP, {
      input: { id, ...input },
    });
    const [error] = contactSave.userErrors;
    // Somebody else's address is no fact about him; who takes over sees it among the answers.
    if (error && !(property === 'email' && error.code === 'CONFLICT')) throw new StepFailed(error.message);
    await this.again();
  }

  async ticket(
    key: string,
    { title, body, priority, stage }: Pick<TicketStep, 'title' | 'body' | 'priority' | 'stage'>,
  ): Promise<void> {
    const linkIds = [this.conversationId];
    const input = { id: this.idFor('tkt', key), title, body, priority, linkIds, ...(stage ? { stageId: stage } : {}) };
    const { recordSave } = await this.context.graphql<{ recordSave: { userErrors: UserError[] } }>(TICKET, { input });
    const [error] = recordSave.userErrors;
    if (error) throw new StepFailed(error.message);
  }

  async webhook(key: string, { url, seconds, name }: WebhookStep, answers: Facts): Promise<{ say?: string; answers: Facts }> {
    const { contact, number } = this.seen;
    const facts = await this.facts();
    return callWebhook(this.context.http, {
      url,
      seconds,
      key: this.idFor('evt', key),
      body: {
        step: name,
        conversation: { id: this.conversationId, number },
        contact: contact && { id: contact.id, name: contact.name, email: facts['email'] ?? null },
        answers,
      },
      secret: this.context.settings.signingSecret,
      at: this.now(),
    });
  }

  async action({ action }: ActionStep, input: Record<string, string>): Promise<Facts> {
    const [id = '', name = ''] = action.split(' ');
    const values = Object.fromEntries(Object.entries(input).map(([field, value]) => [field, valueOf(value)]));
    const { pluginCall } = await this.context.graphql<{ pluginCall: { output: Json; userErrors: UserError[] } }>(CALL, {
      id,
      action: name,
      input: values,
    });
    const [error] = pluginCall.userErrors;
    if (error) throw new StepFailed(error.message);
    const { output } = pluginCall;
    if (typeof output !== 'object' || output === null || Array.isArray(output)) return {};
    const shown = Object.entries(output).map(([field, value]) => [
      field,
      (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2000),
    ]);
    return Object.fromEntries(shown) as Facts;
  }

  async handOver({ person, team, note }: Handover): Promise<void> {
    const to = team ?? (person && this.isThere(person) ? person : null);
    const { botHandOff } = await this.context.graphql<{ botHandOff: { userErrors: UserError[] } }>(HAND_OFF, {
      id: this.conversationId,
      note,
      to,
    });
    this.heed(botHandOff.userErrors);
  }

  async close(): Promise<void> {
    const answer = await this.context.graphql<{ conversationSetStatus: { userErrors: UserError[] } }>(CLOSE, {
      ids: [this.conversationId],
    });
    this.heed(answer.conversationSetStatus.userErrors);
  }

  async save(run: Run): Promise<void> {
    this.version = await this.store.keep(this.conversationId, run, this.version);
  }

  private async again(): Promise<Seen> {
    const seen = await look(this.context, this.conversationId);
    if (!seen) throw new LostWord();
    this.seen = seen;
    return seen;
  }

  private idFor(prefix: string, key: string): string {
    return this.context.idFor(prefix, { id: this.run.id, at: new Date(this.run.since) }, `${this.conversationId} ${key}`);
  }

  private heed(errors: readonly UserError[]): void {
    const [error] = errors;
    if (!error) return;
    if (error.code === 'CONFLICT' || error.code === 'NOT_FOUND') throw new LostWord(error.message);
    throw new StepFailed(error.message);
  }

  /** In the type of the property, as the API takes it. */
  private async typed(id: string, value: string): Promise<Json> {
    const { contactProperties } = await this.context.graphql<{ contactProperties: { id: string; type: string }[] }>(PROPERTIES);
    const property = contactProperties.find((one) => one.id === id);
    if (!property) throw new StepFailed('The property is no longer there.');
    return property.type === 'NUMBER' ? Number(value) : value;
  }

  private isThere(agentId: string): boolean {
    return this.seen.inbox.members.some(
      ({ role, agent }) => role !== 'VIEWER' && agent.id === agentId && agent.availability === 'AVAILABLE',
    );
  }
}

function ownField(property: 'name' | 'email', value: string): Record<string, Json> {
  return property === 'name' ? { name: value.slice(0, 200) } : { addIdentities: [{ kind: 'email', value }] };
}

/** A number or yes and no in a line are what they look like; the action's schema has the last word. */
function valueOf(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : text;
}
