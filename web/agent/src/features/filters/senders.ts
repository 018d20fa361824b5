import type { Client } from 'urql';
import type { Actions, Outcome } from '../../app/actions.js';
import { outcomeText } from '../../app/errors.js';
import type { TextKey, Translate } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { BlockDocument, PlaceDocument, UnblockDocument, type Placement } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import type { Lists } from '../inbox/lists.js';

interface Parts {
  client: Client;
  lists: Lists;
  actions: Actions;
  language: () => string;
  t: Translate;
}
/** Whom and where. */
export interface SenderIn {
  contactId: string;
  inboxId: string;
}

const MOVED: Record<Placement, TextKey> = {
  INBOX: 'toast.toInbox',
  FILTERED: 'toast.toFiltered',
  SPAM: 'toast.toSpam',
  TRASH: 'toast.toFiltered',
  MERGED: 'view.merged',
};

/** What an agent decides about who is let in: shown at once, told by a toast, taken back by `z` (S40, S55 to S57). */
export class SenderActions {
  constructor(private readonly parts: Parts) {}

  /** Moves a conversation between inbox, Filtered and Spam; `remember` lets its sender in, or keeps him out, from now on. */
  async place(id: string, from: Placement, to: Placement, remember = false): Promise<void> {
    if (from === to) return;
    const { actions, t } = this.parts;
    const sent = this.sendPlace(id, to, remember, null);
    const text = t(remember ? (to === 'INBOX' ? 'toast.allowed' : 'toast.denied') : MOVED[to]);
    await actions.offerUndo(text, sent, (version) => this.sendPlace(id, from, false, version));
  }

  /** Sets aside what this contact wrote and all that he writes from now on; the way back brings the conversations back, too. */
  async block(sender: SenderIn): Promise<void> {
    const { actions, t } = this.parts;
    await actions.offerUndo(t('toast.blocked'), this.sendBlock(sender), () => this.sendUnblock(sender, true));
  }

  /** Lets him in again; his earlier conversations come back with `moveBack` only. */
  async unblock(sender: SenderIn, moveBack: boolean): Promise<void> {
    const { actions, t } = this.parts;
    await actions.offerUndo(t('toast.unblocked'), this.sendUnblock(sender, moveBack), () => this.sendBlock(sender));
  }

  private async sendPlace(id: string, placement: Placement, rememberSender: boolean, version: number | null): Promise<Outcome> {
    const { client, lists, language } = this.parts;
    lists.patch(id, { placement });
    const expected = version === null ? {} : { expectedVersions: [version] };
    const input = { ids: [id], placement, rememberSender, ...expected, operationId: makeId('op') };
    const { data, error } = await client.mutation(PlaceDocument, { input, language: language() }).toPromise();
    for (const row of data?.conversationPlace.conversations ?? []) lists.merge(row);
    lists.unpatch(id);
    const led = data?.conversationPlace.conversations[0]?.version ?? null;
    return { version: led, failed: this.told(outcomeText(this.parts.t, error, data?.conversationPlace.userErrors)) };
  }

  private async sendBlock(sender: SenderIn): Promise<Outcome> {
    const { data, error } = await this.parts.client.mutation(BlockDocument, { ...sender, operationId: makeId('op') }).toPromise();
    return { version: null, failed: this.told(outcomeText(this.parts.t, error, data?.contactBlock.userErrors)) };
  }

  private async sendUnblock(sender: SenderIn, moveBack: boolean): Promise<Outcome> {
    const variables = { ...sender, moveBack, operationId: makeId('op') };
    const { data, error } = await this.parts.client.mutation(UnblockDocument, variables).toPromise();
    return { version: null, failed: this.told(outcomeText(this.parts.t, error, data?.contactUnblock.userErrors)) };
  }

  private told(failed: string | null): string | null {
    if (failed) toast(this.parts.t('toast.failed', { reason: failed }), undefined, 'bad');
    return failed;
  }
}
