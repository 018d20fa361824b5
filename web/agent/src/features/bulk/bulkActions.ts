import type { Client } from 'urql';
import type { TextKey, Translate } from '../../app/intl.js';
import { MoveDocument, RestoreDocument, SnoozeDocument, TagConversationsDocument } from '../../generated/bulk.js';
import {
  AssignDocument,
  PlaceDocument,
  SetStatusDocument,
  type TagChipFragment,
  type AgentNameFragment,
  type ConversationStatus,
  type ErrorCode,
  type Placement,
} from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import type { Row } from '../inbox/listStore.js';
import type { BulkAction, Send } from './perform.js';

const MOVED: Record<Placement, TextKey> = {
  INBOX: 'did.toInbox',
  FILTERED: 'did.toFiltered',
  SPAM: 'did.toSpam',
  TRASH: 'did.toTrash',
  MERGED: 'view.merged',
};
const expected = (versions: number[] | null) => (versions ? { expectedVersions: versions } : {});

/** What can be done to conversations, each with its way back. */
export class BulkActions {
  constructor(
    private readonly client: Client,
    private readonly language: string,
    private readonly t: Translate,
  ) {}

  /** Between inbox, Filtered and Spam, or into the trash (S38, S40). */
  place(to: Placement): BulkAction {
    return {
      done: (n) => this.t(MOVED[to], { n }),
      patch: () => ({ placement: to }),
      send: this.sendPlace(to),
      wire: { place: to },
      undo: ({ placement }) => ({
        key: placement,
        patch: { placement },
        send: to === 'TRASH' ? this.sendRestore(null) : this.sendPlace(placement),
      }),
    };
  }

  /** Out of the trash (S28); `takes` tells of an inbox that is gone. */
  restore(inboxId: string | null, takes?: (code: ErrorCode) => boolean): BulkAction {
    return {
      done: (n) => this.t('did.restored', { n }),
      // Where it goes is not known before the server says it; that it leaves the trash is.
      patch: () => ({ placement: 'INBOX' }),
      send: this.sendRestore(inboxId),
      wire: { restore: true },
      undo: () => ({ key: 'TRASH', patch: { placement: 'TRASH' }, send: this.sendPlace('TRASH') }),
      ...(takes ? { takes } : {}),
    };
  }

  /** Closes or reopens (S41). */
  status(status: Exclude<ConversationStatus, 'SNOOZED'>): BulkAction {
    return {
      done: (n) => this.t(status === 'CLOSED' ? 'did.closed' : 'did.reopened', { n }),
      patch: () => ({ status, snoozedUntil: null }),
      send: this.sendStatus(status),
      wire: { status },
      undo: (before) => this.toStatus(before),
    };
  }

  /** To an agent, whose team stays, to a team, or back to nobody (S37). */
  assign(to: { assignee: AgentNameFragment | null; assigneeTeam?: Row['assigneeTeam'] }): BulkAction {
    const name = to.assignee?.name ?? to.assigneeTeam?.name;
    const assigneeId = to.assignee?.id ?? null;
    const teamId = to.assigneeTeam === undefined ? undefined : (to.assigneeTeam?.id ?? null);
    return {
      done: (n) => (name ? this.t('did.assigned', { n, name }) : this.t('did.unassigned', { n })),
      patch: () => to,
      send: this.sendAssign(assigneeId, teamId),
      wire: { assign: { assigneeId, ...(teamId === undefined ? {} : { teamId }) } },
      undo: ({ assignee, assigneeTeam }) => ({
        key: `${assignee?.id ?? ''} ${assigneeTeam?.id ?? ''}`,
        patch: { assignee, assigneeTeam },
        send: this.sendAssign(assignee?.id ?? null, assigneeTeam?.id ?? null),
      }),
    };
  }

  /** Out of sight until a time (G7 46). */
  snooze(until: string): BulkAction {
    return {
      done: (n) => this.t('did.snoozed', { n }),
      patch: () => ({ status: 'SNOOZED', snoozedUntil: until }),
      send: this.sendSnooze(until),
      wire: { snoozeUntil: until },
      undo: (before) => this.toStatus(before),
    };
  }

  /** Into another inbox (D3). */
  move(target: { id: string; name: string }): BulkAction {
    return {
      done: (n) => this.t('did.moved', { n, inbox: target.name }),
      patch: () => ({ inbox: { __typename: 'Inbox', ...target } }) as never,
      send: this.sendMove(target.id),
      wire: { moveToId: target.id },
      undo: ({ inbox, assignee }) => ({ key: inbox.id, patch: { inbox, assignee }, send: this.sendMove(inbox.id) }),
    };
  }

  /** On and off; the way back takes off only what it put on. */
  tag(add: readonly TagChipFragment[], remove: readonly TagChipFragment[]): BulkAction {
    const on = add.map(({ id }) => id);
    const off = remove.map(({ id }) => id);
    return {
      done: (n) => this.t('did.tagged', { n }),
      patch: ({ tags }) => {
        const kept = tags.filter(({ id }) => !off.includes(id) && !on.includes(id));
        return { tags: [...kept, ...add].sort((a, b) => a.tagName.localeCompare(b.tagName)) };
      },
      send: this.sendTag(on, off),
      wire: { tag: { add: on, remove: off } },
      undo: ({ tags }) => {
        const had = new Set(tags.map(({ id }) => id));
        const again = off.filter((id) => had.has(id));
        const away = on.filter((id) => !had.has(id));
        return { key: `${again.join()} ${away.join()}`, patch: { tags }, send: this.sendTag(again, away) };
      },
    };
  }

  private sendTag(add: string[], remove: string[]): Send {
    return async (ids, versions) => {
      const input = { ids, add, remove, ...expected(versions), operationId: makeId('op') };
      const { data, error } = await this.client
        .mutation(TagConversationsDocument, { input, language: this.language })
        .toPromise();
      return { data: data?.conversationTag, error };
    };
  }

  private toStatus({ status, snoozedUntil }: Row): ReturnType<BulkAction['undo']> {
    const asleep = status === 'SNOOZED' && snoozedUntil !== null;
    const send = asleep ? this.sendSnooze(snoozedUntil) : this.sendStatus(status);
    return { key: `${status} ${snoozedUntil ?? ''}`, patch: { status, snoozedUntil }, send };
  }

  private sendStatus(status: ConversationStatus): Send {
    return async (ids, versions) => {
      const variables = { ids, status, ...expected(versions), operationId: makeId('op'), language: this.language };
      const { data, error } = await this.client.mutation(SetStatusDocument, variables).toPromise();
      return { data: data?.conversationSetStatus, error };
    };
  }

  private sendAssign(assigneeId: string | null, teamId: string | null | undefined): Send {
    return async (ids, versions) => {
      const team = teamId === undefined ? {} : { teamId };
      const input = { ids, assigneeId, ...team, ...expected(versions), operationId: makeId('op') };
      const { data, error } = await this.client.mutation(AssignDocument, { input, language: this.language }).toPromise();
      return { data: data?.conversationAssign, error };
    };
  }

  private sendSnooze(until: string): Send {
    return async (ids, versions) => {
      const input = { ids, until, ...expected(versions), operationId: makeId('op') };
      const { data, error } = await this.client.mutation(SnoozeDocument, { input, language: this.language }).toPromise();
      return { data: data?.conversationSnooze, error };
    };
  }

  private sendMove(inboxId: string): Send {
    return async (ids, versions) => {
      const input = { ids, inboxId, ...expected(versions), operationId: makeId('op') };
      const { data, error } = await this.client.mutation(MoveDocument, { input, language: this.language }).toPromise();
      return { data: data?.conversationMove, gone: data?.conversationMove.outOfSight, error };
    };
  }

  private sendPlace(placement: Placement): Send {
    return async (ids, versions) => {
      const input = { ids, placement, rememberSender: false, ...expected(versions), operationId: makeId('op') };
      const { data, error } = await this.client.mutation(PlaceDocument, { input, language: this.language }).toPromise();
      return { data: data?.conversationPlace, error };
    };
  }

  private sendRestore(inboxId: string | null): Send {
    return async (ids, versions) => {
      const variables = { ids, inboxId, ...expected(versions), operationId: makeId('op'), language: this.language };
      const { data, error } = await this.client.mutation(RestoreDocument, variables).toPromise();
      return { data: data?.conversationRestore, error };
    };
  }
}
