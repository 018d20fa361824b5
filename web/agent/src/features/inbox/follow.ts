import type { Client } from 'urql';
import type { Change } from '../../app/live.js';
import { RowByIdDocument, ShellDocument } from '../../generated/graphql.js';
import type { Lists } from './lists.js';

const TOO_MANY = 20;

/** Carries changes into the lists and the counts: a conversation that came along is merged, one that is only named is read. */
export class Follower {
  private readonly named = new Set<string>();
  private rowTimer: ReturnType<typeof setTimeout> | undefined;
  private countTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: Client,
    private readonly lists: Lists,
    private readonly language: () => string,
  ) {}

  readonly take = (change: Change): void => {
    if (change.type === 'RESYNC') {
      void this.lists.refetchAll();
      return this.counts(0);
    }
    const { node, conversationId, nodeId } = change;
    // Its name stands in each row that has it.
    if (nodeId?.startsWith('tag_') && change.type !== 'CREATED') return void this.lists.refetchAll();
    if (node?.__typename === 'Conversation') {
      this.named.delete(node.id);
      this.lists.merge(node);
    } else if (change.type === 'DELETED' && nodeId && nodeId === (conversationId ?? nodeId)) this.lists.remove(nodeId);
    else if (conversationId) this.readLater(conversationId);
    // The counts of an inbox come along with it; only a new or a lost inbox changes what there is.
    if (nodeId?.startsWith('inb_') && change.type !== 'UPDATED') this.counts();
    if (nodeId?.startsWith('chn_') && change.type !== 'UPDATED') this.counts();
    // A colleague who comes in, leaves or is called otherwise.
    if (/^agent\.(?:created|updated|deleted)$/.test(change.event)) this.counts();
  };

  /** Asks for the counts of the views again, at most once in a while. */
  counts(delay = 150): void {
    if (this.countTimer && delay > 0) return;
    clearTimeout(this.countTimer);
    this.countTimer = setTimeout(() => {
      this.countTimer = undefined;
      void this.client.query(ShellDocument, { language: this.language() }, { requestPolicy: 'network-only' }).toPromise();
    }, delay);
  }

  private readLater(id: string): void {
    this.named.add(id);
    this.rowTimer ??= setTimeout(() => {
      this.rowTimer = undefined;
      const ids = [...this.named];
      this.named.clear();
      if (ids.length > TOO_MANY) void this.lists.refetchAll();
      else for (const one of ids) void this.read(one);
    }, 120);
  }
  private async read(id: string): Promise<void> {
    const result = await this.client
      .query(RowByIdDocument, { id, language: this.language() }, { requestPolicy: 'network-only' })
      .toPromise();
    if (result.data?.node?.__typename === 'Conversation') this.lists.merge(result.data.node);
    else if (result.data && !result.data.node) this.lists.remove(id);
  }
}
