import { Injectable } from '@nestjs/common';
import { visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { BulkSubject, Changed, Doing, Named, Outcome } from '../bulk-changes/index.js';
import {
  type Around,
  compileFilter,
  type Conversation,
  type ConversationFilter,
  countUpToLimit,
  findConversations,
  listConversations,
  requireInbox,
} from '../conversations/index.js';
import { tagsOf } from '../tags/index.js';
import { backOf, type Before, type BulkAction } from './bulk-action.js';
import { BulkDoing, requireBulkAction } from './doing.js';

/** Whole views of conversations. What a customer writes in meanwhile goes to the top of the list, where the job has been: it is left as it is. */
@Injectable()
export class ConversationSubject implements BulkSubject<ConversationFilter, BulkAction> {
  readonly kind = 'CONVERSATIONS';
  readonly audited = 'CONVERSATIONS_CHANGED';

  constructor(private readonly doing: BulkDoing) {}

  require(ctx: Ctx, _reader: Reader, filter: ConversationFilter, action: BulkAction): void {
    requireBulkAction(action);
    requireActing(ctx, filter);
    compileFilter(filter, visibleInboxes(ctx.principal), viewerOf(ctx));
  }

  async count(ctx: Ctx, reader: Reader, filter: ConversationFilter, limit: number): Promise<number> {
    const [total = 0] = await countUpToLimit(reader, [filter], visibleInboxes(ctx.principal), viewerOf(ctx), limit);
    return total;
  }

  async page(ctx: Ctx, reader: Reader, filter: ConversationFilter, { after, first }: { after: string | null; first: number }) {
    const page = await listConversations(reader, { filter, first, after }, visibleInboxes(ctx.principal), viewerOf(ctx));
    return { nodes: page.nodes.map(nameOf), place: page.pageInfo.endCursor };
  }

  /** Also what went out of his sight with what he did: a number says nothing. */
  async named(_ctx: Ctx, reader: Reader, ids: readonly string[]): Promise<Named[]> {
    return (await findConversations(reader, ids)).map(nameOf);
  }

  /** A sleep that would have ended meanwhile has ended. */
  together(doings: readonly Doing<BulkAction>[], now: number): Doing<BulkAction>[] {
    const first = JSON.stringify(doings[0]?.action);
    return doings
      .filter(({ action }) => JSON.stringify(action) === first)
      .map((one) =>
        'snoozeUntil' in one.action && one.action.snoozeUntil <= now ? { ...one, action: { status: 'OPEN' } } : one,
      );
  }

  async run(
    ctx: Ctx,
    doings: readonly Doing<BulkAction>[],
    settle: (tx: Tx, outcome: Outcome<BulkAction>) => Promise<void>,
  ): Promise<void> {
    const [first] = doings;
    if (!first) return;
    const ids = doings.map(({ id }) => id);
    const versions = doings.flatMap(({ version }) => version ?? []);
    await this.doing.run(ctx, first.action, ids, versions.length > 0 ? versions : null, around(first.action, settle));
  }
}

function around(action: BulkAction, settle: (tx: Tx, outcome: Outcome<BulkAction>) => Promise<void>): Around {
  let before = new Map<string, Before & { version: number }>();
  return {
    before: async (tx, locked) => {
      const tags = 'tag' in action ? await tagsOf(tx, [...locked.keys()]) : [];
      const tagsOn = (id: string) => new Set(tags.filter((each) => each.conversationId === id).map(({ tag }) => tag.id));
      before = new Map([...locked].map(([id, row]) => [id, { ...row, tagIds: tagsOn(id) }]));
    },
    after: (tx, conversations, userErrors) => {
      const changed = conversations.flatMap((after) => changedTo(action, before.get(after.id), after));
      return settle(tx, { done: conversations.length, changed, userErrors });
    },
  };
}

function changedTo(
  action: BulkAction,
  before: (Before & { version: number }) | undefined,
  { id, version }: Conversation,
): Changed<BulkAction>[] {
  return !before || before.version === version ? [] : [{ id, version, back: backOf(action, before) }];
}

const nameOf = ({ id, number }: Conversation): Named => ({ id, number, name: null });

function viewerOf({ principal }: Ctx): string | null {
  return principal.kind === 'user' ? principal.userId : null;
}

/** Inboxes that are named must be his to act in; of all others he changes what he may, and is told of the rest. */
function requireActing(ctx: Ctx, { inboxIds }: ConversationFilter): void {
  for (const inboxId of inboxIds ?? [])
    try {
      requireInbox(ctx, inboxId, 'act');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError(error.code, error.message, { path: ['filter', 'inboxIds'] });
    }
}
