import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { hasProblem } from '../lib/delivery.js';
import { shownValue } from '../lib/person.js';
import { useT } from './intl.js';
import type { Change } from './live.js';
import { useServices } from './services.js';
import { toast } from './toasts.js';

/** The word of the journal for: a message of yours, or of a conversation of yours, did not arrive. */
const TROUBLE = 'delivery.trouble';

/** The word of the journal for: a task of yours is to be thought of now (S51). */
const REMINDER = 'task.reminder';

/** Tells whoever it concerns, wherever he is in the app, that a message did not arrive, with the way to it (product 5.3). */
export function TroubleToasts() {
  const t = useT();
  const { live } = useServices();
  const navigate = useNavigate();
  useEffect(
    () =>
      live.onChange((change) => {
        const { event, inboxId, conversationId, node } = change;
        if (event === REMINDER && node?.__typename === 'Task') {
          const run = () => void navigate({ to: '/$kind/$id', params: { kind: 'tasks', id: node.id } });
          return void toast(t('task.reminder', { title: node.title }), { label: t('trouble.open'), run });
        }
        if (event !== TROUBLE || !inboxId || !conversationId) return;
        const run = () =>
          void navigate({
            to: '/inbox/$inboxId/$view',
            params: { inboxId, view: 'all' },
            search: { c: conversationId, status: 'any' },
          });
        const { status, people } = troubleOf(change);
        const text = t(status === 'UNCERTAIN' ? 'trouble.uncertain' : 'trouble.toast', { people });
        toast(text, { label: t('trouble.open'), run }, 'bad');
      }),
    [live, navigate, t],
  );
  return null;
}

function troubleOf({ node }: Change) {
  if (node?.__typename !== 'Message') return { status: null, people: '' };
  const troubled = node.deliveries.filter((one) => hasProblem(one.status));
  return { status: node.deliveryStatus, people: troubled.map((one) => shownValue(one.recipient.value)).join(', ') };
}
