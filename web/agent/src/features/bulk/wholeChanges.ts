import { outcomeText, problemText } from '../../app/errors.js';
import { pressed } from '../../app/knownKeys.js';
import { toast, toastRunning } from '../../app/toasts.js';
import {
  ChangeContactListDocument,
  ChangeRecordListDocument,
  ChangeWholeDocument,
  StopWholeDocument,
  UndoWholeDocument,
  WholeDocument,
  type ContactListChangeInput,
  type ConversationsChangeInput,
  type RecordListChangeInput,
} from '../../generated/bulk.js';
import type { BulkLineFragment } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import type { WholeParts } from './wholeParts.js';

const NAMED = 3;
const TEXTS = {
  view: { counting: 'bulk.counting', working: 'bulk.running', changed: 'bulk.changed', undone: 'bulk.undone' },
  list: { counting: 'bulk.countingList', working: 'bulk.runningList', changed: 'bulk.changedList', undone: 'bulk.undoneList' },
} as const;
const UNDER_WAY = new Set<BulkLineFragment['bulkState']>(['RUNNING', 'UNDOING']);

type Whole<Of, Input extends { filter: unknown; action: unknown }> = { of: Of } & Pick<Input, 'filter' | 'action'>;
/** All of what is meant, and the one thing that is to be done to each. */
export type WholeAsked =
  | Whole<'CONVERSATIONS', ConversationsChangeInput>
  | Whole<'CONTACTS', ContactListChangeInput>
  | Whole<'RECORDS', RecordListChangeInput>;

interface Shown {
  line: BulkLineFragment;
  /** What the toast says once it is done to so many; not known of what was begun on another page. */
  done: ((n: number) => string) | null;
  toast: { id: string; close: () => void } | null;
}

/** What the server does to whole views and lists for this person: how far it is, how to stop it, and how to take it back as one thing (U6, U16). */
export class WholeChanges {
  private readonly known = new Map<string, Shown>();

  constructor(private readonly parts: WholeParts) {}

  async start(asked: WholeAsked, done: (n: number) => string): Promise<void> {
    const { t } = this.parts;
    const { answer, error } = await this.send(asked);
    const failed = outcomeText(t, error, answer?.userErrors);
    if (failed) toast(t('toast.failed', { reason: failed }), undefined, 'bad');
    if (answer?.bulkChange) this.shown(answer.bulkChange, done);
  }

  private async send({ of, ...asked }: WholeAsked) {
    const { client } = this.parts;
    const id = makeId('blk');
    const input = { ...asked, id, operationId: id };
    if (of === 'CONTACTS') {
      const variables = { input: input as ContactListChangeInput };
      const { data, error } = await client.mutation(ChangeContactListDocument, variables).toPromise();
      return { answer: data?.contactListChange, error };
    }
    if (of === 'RECORDS') {
      const variables = { input: input as RecordListChangeInput };
      const { data, error } = await client.mutation(ChangeRecordListDocument, variables).toPromise();
      return { answer: data?.recordListChange, error };
    }
    const { data, error } = await client.mutation(ChangeWholeDocument, { input: input as ConversationsChangeInput }).toPromise();
    return { answer: data?.conversationsChange, error };
  }

  /** It is there now. What ended before this page knew of it is no news. */
  told(line: BulkLineFragment): void {
    if (this.known.has(line.id) || UNDER_WAY.has(line.bulkState)) this.shown(line, null);
  }

  /** Something may have been missed: each that is known is asked for. */
  async again(): Promise<void> {
    for (const id of this.known.keys()) {
      const { data } = await this.parts.client.query(WholeDocument, { id }, { requestPolicy: 'network-only' }).toPromise();
      if (data?.node?.__typename === 'BulkChange') this.told(data.node);
    }
  }

  private shown(line: BulkLineFragment, done: Shown['done']): void {
    const before = this.known.get(line.id);
    // The answer may come after what was told of it since.
    if (before && stepOf(before.line) > stepOf(line)) return void (before.done ??= done);
    const one: Shown = { line, done: before?.done ?? done, toast: before?.toast ?? null };
    this.known.set(line.id, one);
    if (UNDER_WAY.has(line.bulkState)) this.showRunning(one);
    else if (!before || UNDER_WAY.has(before.line.bulkState)) this.showEnd(one);
  }

  private showRunning(one: Shown): void {
    const { t } = this.parts;
    const { id, bulkKind: kind, bulkState: state, done, total, changed, undone, failed } = one.line;
    const running = state === 'RUNNING';
    const [n, of] = running ? [done, total === null ? null : Math.max(total, done)] : [undone + failed, changed];
    const { counting, working } = TEXTS[kind === 'CONVERSATIONS' ? 'view' : 'list'];
    const text = of === null ? t(counting) : t(running ? working : 'bulk.undoing', { n, of });
    const stop = { label: t('bulk.stop'), run: () => void this.call(StopWholeDocument, 'bulkChangeStop', id) };
    one.toast = toastRunning({ text, done: n, of, action: running ? stop : undefined }, one.toast ?? undefined);
  }

  private showEnd(one: Shown): void {
    const { t } = this.parts;
    const { id, bulkKind: kind, bulkState: state, changed, undone, failed, problems, reason } = one.line;
    const texts = TEXTS[kind === 'CONVERSATIONS' ? 'view' : 'list'];
    one.toast?.close();
    one.toast = null;
    if (state === 'UNDONE') toast(t(texts.undone, { n: undone }));
    else if (changed > 0) this.offerUndo(id, one.done?.(changed) ?? t(texts.changed, { n: changed }));
    else if (failed === 0 && reason === null) toast(t('bulk.nothing'));
    if (reason) toast(t('bulk.halted', { reason: problemText(t, reason) }), undefined, 'bad');
    else if (failed > 0) {
      const reasons = problems
        .slice(0, NAMED)
        .map((each) => `${each.name ? `“${each.name}”` : `#${each.number ?? ''}`}: ${problemText(t, each)}`);
      toast(t('bulk.failed', { n: failed, reasons: reasons.join(' ') }), undefined, 'bad');
    }
  }

  private offerUndo(id: string, text: string): void {
    const { actions, t } = this.parts;
    const run = () => void this.call(UndoWholeDocument, 'bulkChangeUndo', id);
    const undo = () => {
      forget();
      run();
    };
    const close = toast(text, { label: t('undo'), keys: pressed('undo')?.toUpperCase(), run: undo });
    const forget = actions.remember({ run, close });
  }

  private async call(
    document: typeof StopWholeDocument | typeof UndoWholeDocument,
    field: 'bulkChangeStop' | 'bulkChangeUndo',
    id: string,
  ): Promise<void> {
    const { client, t } = this.parts;
    const { data, error } = await client.mutation(document as typeof StopWholeDocument, { id }).toPromise();
    const answer = (data as Record<string, NonNullable<typeof data>['bulkChangeStop']> | undefined)?.[field];
    const failed = outcomeText(t, error, answer?.userErrors);
    if (failed) toast(t('toast.failed', { reason: failed }), undefined, 'bad');
    if (answer?.bulkChange) this.shown(answer.bulkChange, null);
  }
}

/** Later states count more, so that what comes late changes nothing back. */
function stepOf({ bulkState: state, done, undone, failed }: BulkLineFragment): number {
  const stage = state === 'RUNNING' ? 0 : state === 'UNDOING' ? 2 : state === 'UNDONE' ? 3 : 1;
  return stage * 1e9 + (stage < 2 ? done : undone + failed);
}
