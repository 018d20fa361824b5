import { useCallback, useMemo } from 'react';
import { outcomeText } from '../../app/errors.js';
import { useT, type TextKey } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { toast } from '../../app/toasts.js';
import { MergeConversationsDocument, SplitConversationDocument, UndoMergeDocument } from '../../generated/bulk.js';
import { makeId } from '../../lib/ids.js';

/** Makes conversations one, or one two, with the way back in the toast (N12). Each answers whether it was done. */
export function useMerging() {
  const t = useT();
  const { client } = useServices();
  const undo = useCallback(
    async (id: string, done: TextKey) => {
      const { data, error } = await client.mutation(UndoMergeDocument, { id }).toPromise();
      const bad = outcomeText(t, error, data?.conversationMergeUndo.userErrors);
      toast(bad ?? t(done), undefined, bad ? 'bad' : 'plain');
      return bad === null;
    },
    [client, t],
  );
  return useMemo(() => {
    const merge = async (intoId: string, from: { id: string; number: number }): Promise<boolean> => {
      const input = { id: makeId('cmg'), intoId, fromId: from.id };
      const { data, error } = await client.mutation(MergeConversationsDocument, { input }).toPromise();
      const bad = outcomeText(t, error, data?.conversationMerge.userErrors);
      if (bad) toast(bad, undefined, 'bad');
      else toast(t('merge.done', { number: from.number }), { label: t('undo'), run: () => void undo(input.id, 'merge.undone') });
      return bad === null;
    };
    /** All of them become part of the oldest; undone as one. */
    const mergeAll = async (rows: readonly { id: string; number: number }[]): Promise<void> => {
      const [into, ...others] = rows.toSorted((a, b) => a.number - b.number);
      const done: string[] = [];
      let bad: string | null = null;
      for (const from of others) {
        if (!into || bad) break;
        const input = { id: makeId('cmg'), intoId: into.id, fromId: from.id };
        const { data, error } = await client.mutation(MergeConversationsDocument, { input }).toPromise();
        bad = outcomeText(t, error, data?.conversationMerge.userErrors);
        if (!bad) done.push(input.id);
      }
      const back = async () => {
        for (const id of done.toReversed()) if (!(await undo(id, 'merge.undone'))) return;
      };
      if (bad) toast(bad, undefined, 'bad');
      if (done.length > 0 && into)
        toast(t('merge.doneAll', { n: done.length, number: into.number }), { label: t('undo'), run: () => void back() });
    };
    const split = async (fromId: string, itemIds: string[], subject: string): Promise<boolean> => {
      const input = { id: makeId('cmg'), conversationId: makeId('cnv'), fromId, itemIds, subject: subject.trim() || null };
      const { data, error } = await client.mutation(SplitConversationDocument, { input }).toPromise();
      const bad = outcomeText(t, error, data?.conversationSplit.userErrors);
      const number = data?.conversationSplit.merge?.from?.number ?? 0;
      if (bad) toast(bad, undefined, 'bad');
      else toast(t('split.done', { number }), { label: t('undo'), run: () => void undo(input.id, 'split.undone') });
      return bad === null;
    };
    return { merge, mergeAll, split, undo };
  }, [client, t, undo]);
}
