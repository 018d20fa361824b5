import type { Client } from 'urql';
import type { Lists } from '../features/inbox/lists.js';
import type { Follower } from '../features/inbox/follow.js';
import {
  AssignDocument,
  MarkReadDocument,
  SetStatusDocument,
  type AgentNameFragment,
  type ConversationStatus,
  type RowFragment,
} from '../generated/graphql.js';
import { makeId } from '../lib/ids.js';
import { outcomeText } from './errors.js';
import type { Translate } from './intl.js';
import { toast } from './toasts.js';

interface Parts {
  client: Client;
  lists: Lists;
  follower: Follower;
  language: () => string;
  t: Translate;
}
type Outcome = { rows: readonly RowFragment[]; failed: string | null };

/** What an agent does to conversations: shown at once, told by a toast, taken back by `z` (U6). */
export class Actions {
  private readonly undos: { run: () => void; close: () => void }[] = [];

  constructor(private readonly parts: Parts) {}

  /** Closes or reopens. */
  async setStatus(id: string, status: ConversationStatus): Promise<void> {
    const { lists, t } = this.parts;
    const before = lists.find(id)?.status ?? (status === 'CLOSED' ? 'OPEN' : 'CLOSED');
    lists.patch(id, { status });
    let done: Promise<Outcome> | null = null;
    const undo = this.offerUndo(
      t(status === 'CLOSED' ? 'toast.closed' : 'toast.reopened'),
      () => void this.takeBack(id, done, (versions) => this.sendStatus(id, before, versions)),
    );
    done = this.sendStatus(id, status);
    if ((await done).failed) undo.cancel();
  }

  /** Gives a conversation to an agent, or with null back to nobody. */
  async assign(id: string, agent: AgentNameFragment | null, before: AgentNameFragment | null): Promise<void> {
    const { lists, t } = this.parts;
    lists.patch(id, { assignee: agent });
    const text = agent ? t('toast.assigned', { name: agent.name }) : t('toast.unassigned');
    let done: Promise<Outcome> | null = null;
    const undo = this.offerUndo(text, () => void this.takeBack(id, done, (versions) => this.sendAssign(id, before, versions)));
    done = this.sendAssign(id, agent);
    if ((await done).failed) undo.cancel();
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

  /** Takes the last thing back that can be. */
  undo(): void {
    const last = this.undos.pop();
    if (!last) return toastNothing(this.parts.t);
    last.close();
    last.run();
  }

  private offerUndo(text: string, run: () => void): { cancel: () => void } {
    const entry = { run, close: () => undefined as void };
    const drop = () => {
      const index = this.undos.indexOf(entry);
      if (index >= 0) this.undos.splice(index, 1);
    };
    const undo = () => {
      drop();
      run();
    };
    entry.close = toast(text, { label: this.parts.t('undo'), keys: 'Z', run: undo });
    this.undos.push(entry);
    if (this.undos.length > 20) this.undos.shift();
    return {
      cancel: () => {
        drop();
        entry.close();
      },
    };
  }

  /** The inverse, on the version that our own change made: what somebody else did since is not undone (ux 4.4). */
  private async takeBack(
    id: string,
    done: Promise<Outcome> | null,
    send: (versions: number[] | null) => Promise<Outcome>,
  ): Promise<void> {
    const version = (await done)?.rows.find((row) => row.id === id)?.version;
    await send(version === undefined ? null : [version]);
  }

  private async sendStatus(id: string, status: ConversationStatus, expectedVersions: number[] | null = null): Promise<Outcome> {
    const { client, lists, language } = this.parts;
    lists.patch(id, { status });
    const variables = { ids: [id], status, expectedVersions, operationId: makeId('op'), language: language() };
    const result = await client.mutation(SetStatusDocument, variables).toPromise();
    const payload = result.data?.conversationSetStatus;
    return this.settle(id, payload?.conversations, outcomeText(this.parts.t, result.error, payload?.userErrors), () =>
      this.setStatus(id, status),
    );
  }
  private async sendAssign(
    id: string,
    agent: AgentNameFragment | null,
    expectedVersions: number[] | null = null,
  ): Promise<Outcome> {
    const { client, lists, language } = this.parts;
    lists.patch(id, { assignee: agent });
    const operationId = makeId('op');
    const variables = { ids: [id], assigneeId: agent?.id ?? null, expectedVersions, operationId, language: language() };
    const result = await client.mutation(AssignDocument, variables).toPromise();
    const payload = result.data?.conversationAssign;
    return this.settle(id, payload?.conversations, outcomeText(this.parts.t, result.error, payload?.userErrors), () =>
      this.assign(id, agent, null),
    );
  }

  private settle(id: string, rows: readonly RowFragment[] = [], failed: string | null, again: () => Promise<void>): Outcome {
    const { lists, follower, t } = this.parts;
    for (const row of rows) lists.merge(row);
    lists.unpatch(id);
    follower.counts();
    if (failed) toast(t('toast.failed', { reason: failed }), { label: t('again'), run: () => void again() }, 'bad');
    return { rows, failed };
  }
}

function toastNothing(t: Translate): void {
  toast(t('toast.nothingToUndo'));
}
