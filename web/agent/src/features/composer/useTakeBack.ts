import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useClient } from 'urql';
import { openCompose } from '../../app/composeWindows.js';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { pressed } from '../../app/knownKeys.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast, toastUntil } from '../../app/toasts.js';
import {
  CancelMessageDocument,
  ComposeDraftsDocument,
  type MailFragment,
  type PersonalDraftFragment,
} from '../../generated/graphql.js';
import { now } from '../../lib/clock.js';
import { makeId } from '../../lib/ids.js';
import { useTimes } from '../../lib/useTimes.js';
import { ask } from './asked.js';
import { contentOf, joined, type DraftKey } from './content.js';
import { useDrafts } from './useDrafts.js';

/** In which editor a message of ours was written. */
function keyOf(message: MailFragment, conversationId: string): DraftKey {
  if (message.direction === 'INTERNAL') return { conversationId, mode: 'COMMENT' };
  return { conversationId, mode: message.forwardOfId ? 'FORWARD' : 'REPLY' };
}

/** Made in a dialog of its own: no editor has anything to take back. */
const isInvitation = ({ parts }: MailFragment): boolean => parts.some(({ type }) => type === 'calendar');

/** Stops a message that has not left; its text, people and files stand in the editor again, with the caret (D5). */
export function useTakeBack() {
  const t = useT();
  const client = useClient();
  const drafts = useDrafts();
  const { viewer } = useShell();
  const { lists } = useServices();
  const router = useRouter();
  return useCallback(
    async (message: MailFragment, conversationId: string): Promise<boolean> => {
      const key = keyOf(message, conversationId);
      const ours = message.author.__typename === 'Agent' && message.author.id === viewer.id;
      // The server gives the text back only where no other one waits.
      const begun = ours ? await drafts.setAside(key) : null;
      const variables = { id: message.id, operationId: makeId('op') };
      const { data, error } = await client.mutation(CancelMessageDocument, variables).toPromise();
      const failed = outcomeText(t, error, data?.messageCancel.userErrors);
      if (failed !== null) {
        if (begun) drafts.putBack(key, begun);
        toast(failed, undefined, 'bad');
        return false;
      }
      const restore = (found: PersonalDraftFragment | undefined, where: DraftKey) => {
        if (found) drafts.restore(where, begun && where === key ? joined(contentOf(found), begun) : contentOf(found), found.id);
      };
      const kept = data?.messageCancel.message?.conversation.drafts;
      if (!ours) toast(t('undo.backAtAuthor', { name: message.author.__typename === 'Agent' ? message.author.name : '' }));
      else if (kept) {
        restore(
          kept.find((draft) => draft.mode === key.mode),
          key,
        );
        if (!isInvitation(message)) ask(key);
      } else {
        // It had begun its conversation, which is as if it had never been.
        lists.remove(conversationId);
        const { search } = router.state.location;
        if (search.c === conversationId) await router.navigate({ to: '.', search: { ...search, c: undefined }, replace: true });
        if (isInvitation(message)) return true;
        const answer = await client.query(ComposeDraftsDocument, {}, { requestPolicy: 'network-only' }).toPromise();
        const found = answer.data?.composeDrafts.find((draft) => draft.conversationId === conversationId);
        restore(found, { conversationId, mode: 'COMPOSE' });
        openCompose(conversationId);
      }
      return true;
    },
    [t, client, drafts, viewer.id, lists, router],
  );
}

/** Says that a message is about to leave and offers to take it back, by the button or by `z`, for as long as that is possible. */
export function useAnnounce() {
  const t = useT();
  const times = useTimes();
  const { actions } = useServices();
  const takeBack = useTakeBack();
  return useCallback(
    (message: MailFragment, conversationId: string) => {
      const { heldUntil, scheduled } = message;
      if (!heldUntil) return;
      const until = new Date(heldUntil).getTime();
      const entry = { run: () => void takeBack(message, conversationId), close: () => undefined as void };
      const forget = actions.remember(entry);
      const action = { label: t('undo'), keys: pressed('undo')?.toUpperCase(), run: () => (forget(), entry.run()) };
      entry.close = scheduled
        ? toast(t('delivery.scheduled', { when: times.ahead(heldUntil) }), action)
        : toastUntil({ until, text: (n) => t('undo.leaves', { n }), action });
      if (!scheduled) setTimeout(forget, Math.max(0, until - now()));
    },
    [t, times, actions, takeBack],
  );
}
