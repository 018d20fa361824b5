import type { Client, CombinedError } from 'urql';
import type { Lists } from '../features/inbox/lists.js';
import {
  AssignDocument,
  MarkReadDocument,
  SetStatusDocument,
  type ConversationStatus,
  type ProblemFragment,
  type RowFragment,
} from '../generated/graphql.js';
import { makeId } from '../lib/ids.js';
import { outcomeText } from './errors.js';
import type { Translate } from './intl.js';
import { pressed } from './knownKeys.js';
import { toast } from './toasts.js';

interface Parts {
  client: Client;
  lists: Lists;
  language: () => string;
  t: Translate;
}
interface Payload {
  conversations: readonly RowFragment[];
  userErrors: readonly ProblemFragment[];
}
/** What a change came to: the version it led to, or why it was refused. */
export interface Outcome {
  version: number | null;
  failed: string | null;
}

/** Who has a conversation: an agent, a team, or one of a team. */
export type Holder = Pick<RowFragment, 'assignee' | 'assigneeTeam'>;
export const NOBODY: Holder = { assignee: null, assigneeTeam: null };

/** What an agent does to conversations: shown at once, told by a toast, taken back by `z` (U6). */
export class Actions {
  private readonly undos: { run: () => void; close: () => void }[] = [];

  constructor(private readonly parts: Parts) {}

  /** Closes or reopens. */
  async setStatus(id: string, status: ConversationStatus): Promise<void> {
    const { lists, t } = this.parts;
    const before = lists.find(id)?.status ?? (status === 'CLOSED' ? 'OPEN' : 'CLOSED');
    const sent = this.sendStatus(id, status, null);
    const text = t(status === 'CLOSED' ? 'toast.closed' : 'toast.reopened');
    await this.offerUndo(text, sent, (version) => this.sendStatus(id, before, version));
  }

  /** Gives a conversation to an agent or a team, or back to nobody (S37). */
  async assign(id: string, to: Holder, before: Holder): Promise<void> {
    const { t } = this.parts;
    const sent = this.sendAssign(id, to, null);
    const name = to.assignee?.name ?? to.assigneeTeam?.name;
    const text = name ? t('toast.assigned', { name }) : t('toast.unassigned');
    await this.offerUndo(text, sent, (version) => this.sendAssign(id, before, version));
  }

  async markRead(id: string, upTo: string | null): Promise<void> {
    const { client, lists } = this.parts;
    lists.patch(id, { unread: upTo === null });
    const result = await client.mutation(MarkReadDocument, { id, upTo }).toPromise();
    const row = lists.find(id);
    if (result.data?.conversationMarkRead.conversation && row)
      lists.merge({ ...row, ...result.data.conversationMarkRead.conversation });
    lists.unpatch(id);
  }

  /** Makes something that was done elsewhere the next to be taken back; answers with how to forget it again. */
  remember(entry: { run: () => void; close: () => void }): () => void {
    this.undos.push(entry);
    if (this.undos.length > 20) this.undos.shift();
    return () => this.forget(entry);
  }

  /** Takes the last thing back that can be. */
  undo(): void {
    const last = this.undos.pop();
    if (!last) return toastNothing(this.parts.t);
    last.close();
    last.run();
  }

  /** The way back uses the version that the change led to: what a colleague did since is never undone (ux 4.4). */
  async offerUndo(text: string, sent: Promise<Outcome>, back: (version: number | null) => Promise<Outcome>): Promise<void> {
    const entry = { run: () => undefined as void, close: () => undefined as void };
    entry.run = () => void sent.then((outcome) => (outcome.failed ? outcome : back(outcome.version)));
    const undo = () => {
      drop();
      entry.run();
    };
    entry.close = toast(text, { label: this.parts.t('undo'), keys: pressed('undo')?.toUpperCase(), run: undo });
    const drop = this.remember(entry);
    if (!(await sent).failed) return;
    drop();
    entry.close();
  }

  private forget(entry: { run: () => void }): void {
    const index = this.undos.findIndex((one) => one === entry);
    if (index >= 0) this.undos.splice(index, 1);
  }

  private async sendStatus(id: string, status: ConversationStatus, version: number | null): Promise<Outcome> {
    const { client, lists, language } = this.parts;
    lists.patch(id, { status });
    const expected = version === null ? {} : { expectedVersions: [version] };
    const variables = { ids: [id], status, ...expected, operationId: makeId('op'), language: language() };
    const { data, error } = await client.mutation(SetStatusDocument, variables).toPromise();
    const again = version === null ? () => void this.setStatus(id, status) : null;
    return this.settle(id, data?.conversationSetStatus, error, again);
  }
  private async sendAssign(id: string, to: Holder, version: number | null): Promise<Outcome> {
    const { client, lists, language } = this.parts;
    lists.patch(id, to);
    const expected = version === null ? {} : { expectedVersions: [version] };
    const input = { ids: [id], assigneeId: to.assignee?.id ?? null, teamId: to.assigneeTeam?.id ?? null, ...expected };
    const variables = { input: { ...input, operationId: makeId('op') }, language: language() };
    const { data, error } = await client.mutation(AssignDocument, variables).toPromise();
    const again = version === null ? () => void this.assign(id, to, NOBODY) : null;
    return this.settle(id, data?.conversationAssign, error, again);
  }

  private settle(
    id: string,
    payload: Payload | undefined,
    error: CombinedError | undefined,
    again: (() => void) | null,
  ): Outcome {
    const { lists, t } = this.parts;
    for (const row of payload?.conversations ?? []) lists.merge(row);
    lists.unpatch(id);
    const failed = outcomeText(t, error, payload?.userErrors);
    if (failed) toast(t('toast.failed', { reason: failed }), again ? { label: t('again'), run: again } : undefined, 'bad');
    return { version: payload?.conversations[0]?.version ?? null, failed };
  }
}

function toastNothing(t: Translate): void {
  toast(t('toast.nothingToUndo'));
}
